import {
  isText,
  NEW_TAB,
  type Content,
  type FormatId,
  type Mark,
  type PlaceholderId,
  type PlaceholderKind,
  type Run,
} from '#shared/model/content.ts';
import type { PlaceholderPlace, WriteFinding } from '#main/formats/format.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import { Splicer } from '#main/formats/common/splice.ts';
import { lookOf, NOTHING_INHERITED, type Look } from '../look.ts';
import type { LinkTemplate, OdfBlock, OdfModel, OdfPart } from '../model.ts';
import { Prefixes } from './prefixes.ts';
import { sameLanguage, StylesMade } from './styles-made.ts';

/** A placeholder ready to be written: the XML of a single one, or of the two ends of a pair. */
export interface WritablePlaceholder {
  readonly id: PlaceholderId;
  readonly kind: PlaceholderKind;
  /** Styles of the spans it stands in. */
  readonly chain: readonly string[];
  open(): string;
  close(): string;
}

/** What the writer brings over from the document's other file. */
export interface Carrier {
  placeholder(id: PlaceholderId, part: OdfPart): WritablePlaceholder | undefined;
  look(format: FormatId): Look | undefined;
  /** The name of the common paragraph style of the first block named, where this file has it too. */
  styleOf(anchors: readonly string[] | undefined): string | undefined;
}

/**
 * Inside the writer a placeholder of the skeleton has its own number and one of the donor a number below
 * {@link NEW_TAB}: numbers of the two files overlap.
 */
function donorNumber(id: PlaceholderId): PlaceholderId {
  return NEW_TAB - id;
}

/** What one run of the writer shares: the skeleton, the edits of its parts, what was found impossible. */
export class Workshop {
  readonly model: OdfModel;
  readonly findings: WriteFinding[] = [];
  carrier: Carrier | undefined;
  /** Blocks that get new text, and those whose new text has been written somewhere. */
  readonly edited = new Set<OdfBlock>();
  readonly rendered = new Set<OdfBlock>();
  /** Placeholders the units ask for anywhere. */
  readonly wanted = new Set<PlaceholderId>();
  readonly order: ReadonlyMap<OdfBlock, number>;
  readonly #language: string | undefined;
  readonly #first = new Map<string, OdfBlock>();
  readonly #splicers = new Map<string, Splicer>();
  readonly #prefixes = new Map<string, Prefixes>();
  readonly #styles = new Map<string, StylesMade>();
  readonly #usedOnce = new Set<PlaceholderId>();
  readonly #said = new Set<string>();
  #links: Map<string, LinkTemplate> | undefined;

  constructor(model: OdfModel, language: string | undefined) {
    this.model = model;
    this.#language = sameLanguage(language, model.language) ? undefined : language;
    this.order = new Map(model.blocks.map((block, index) => [block, index]));
    for (const block of model.blocks) if (!this.#first.has(block.container)) this.#first.set(block.container, block);
  }

  /** Says once what could not be done. */
  find(code: WriteFinding['code'], params: WriteFinding['params']): void {
    const key = `${code}|${JSON.stringify(params)}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.findings.push({ code, params });
  }

  firstOf(container: string): OdfBlock | undefined {
    return this.#first.get(container);
  }

  part(name: string): OdfPart {
    return this.model.parts.get(name) as OdfPart;
  }

  splicer(part: string): Splicer {
    let splicer = this.#splicers.get(part);
    if (splicer === undefined) this.#splicers.set(part, (splicer = new Splicer(this.part(part).text)));
    return splicer;
  }

  prefixes(part: string): Prefixes {
    let prefixes = this.#prefixes.get(part);
    if (prefixes === undefined) this.#prefixes.set(part, (prefixes = new Prefixes(this.part(part).root)));
    return prefixes;
  }

  styles(part: string): StylesMade {
    let styles = this.#styles.get(part);
    if (styles === undefined) {
      styles = new StylesMade(this.part(part), this.model.looks, this.prefixes(part), this.#language);
      this.#styles.set(part, styles);
    }
    return styles;
  }

  changedParts(): readonly (readonly [OdfPart, Splicer])[] {
    return [...this.#splicers]
      .filter(([, splicer]) => splicer.changed)
      .map(([name, splicer]) => [this.part(name), splicer]);
  }

  /** The unit's content with placeholder numbers as the writer knows them; unknown ones go, with a finding. */
  localize(content: Content, locate: (id: PlaceholderId) => PlaceholderPlace | undefined): Content {
    if (!content.some((run) => !isText(run) && run.placeholder > 0)) return content;
    let changed = false;
    const runs: Run[] = [];
    for (const run of content) {
      if (isText(run) || run.placeholder <= 0) {
        runs.push(run);
        continue;
      }
      const place = locate(run.placeholder);
      if (place === undefined) {
        this.find('placeholderLost', { placeholder: run.placeholder });
        changed = true;
        continue;
      }
      const id = place.file === 'skeleton' ? place.id : donorNumber(place.id);
      this.wanted.add(id);
      runs.push(id === run.placeholder ? run : { ...run, placeholder: id });
      changed ||= id !== run.placeholder;
    }
    return changed ? runs : content;
  }

  /** A placeholder as it can be written into `part`; undefined, with a finding, when it cannot. */
  placeholder(id: PlaceholderId, part: OdfPart): WritablePlaceholder | undefined {
    const found = id > 0 ? this.#own(id, part) : this.carrier?.placeholder(NEW_TAB - id, part);
    if (found === undefined) this.find('placeholderLost', { placeholder: id > 0 ? id : NEW_TAB - id });
    return found;
  }

  #own(id: PlaceholderId, part: OdfPart): WritablePlaceholder | undefined {
    const found = this.model.placeholders[id - 1];
    if (found === undefined || found.part !== part.name) return undefined;
    const { kind, chain, elements, pair } = found;
    const splicer = this.splicer(part.name);
    if (pair === undefined) {
      const open = (): string => elements.map(({ start, end }) => splicer.slice(start, end)).join('');
      return { id, kind, chain, open, close: () => '' };
    }
    const { element, inner } = pair;
    return {
      id,
      kind,
      chain: [],
      open: () => splicer.slice(element.start, inner.contentStart),
      close: () => splicer.slice(inner.contentEnd, element.end),
    };
  }

  /** Whether this is the first use of something a file may hold only once. */
  useOnce(id: PlaceholderId): boolean {
    if (this.#usedOnce.has(id)) return false;
    this.#usedOnce.add(id);
    return true;
  }

  look(format: FormatId): Look | undefined {
    return this.model.looks.byId.get(format) ?? this.carrier?.look(format);
  }

  /** Styles of the spans around text of that look and marks. */
  chain(look: Look, marks: readonly Mark[], part: OdfPart): readonly string[] {
    const lost = look.named.filter((name) => part.scope.get('text', name) === undefined);
    for (const style of lost) this.find('styleMissing', { style });
    return this.styles(part.name).chain(look, marks);
  }

  plainLook(part: OdfPart): Look {
    return lookOf([], part.scope, NOTHING_INHERITED);
  }

  /** A link of the file to that address, the block's own first. */
  link(target: string, block: OdfBlock): LinkTemplate | undefined {
    const own = block.links.find(({ link }) => link === target);
    if (own !== undefined) return own;
    if (this.#links === undefined) {
      this.#links = new Map();
      for (const { links, part } of this.model.blocks)
        for (const each of links) this.#links.set(`${part}|${each.link}`, each);
    }
    return this.#links.get(`${block.part}|${target}`);
  }

  /** Where a container stands in the skeleton. */
  place(container: string): { readonly part: OdfPart; readonly element: XmlElement } | undefined {
    const place = this.model.containers.get(container);
    return place === undefined ? undefined : { part: this.part(place.part), element: place.element };
  }
}
