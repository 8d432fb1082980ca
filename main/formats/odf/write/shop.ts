import { NEW_TAB, type FormatId, type Mark, type PlaceholderId, type PlaceholderKind } from '#shared/model/content.ts';
import { WriterShop } from '#main/formats/common/writer-shop.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
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

/** What one run of the writer shares: the skeleton, the edits of its parts, what was found impossible. */
export class Workshop extends WriterShop<OdfBlock, OdfPart, OdfModel> {
  carrier: Carrier | undefined;
  /** Blocks that get new text, and those whose new text has been written somewhere. */
  readonly edited = new Set<OdfBlock>();
  readonly rendered = new Set<OdfBlock>();
  readonly #language: string | undefined;
  readonly #prefixes = new Map<string, Prefixes>();
  readonly #styles = new Map<string, StylesMade>();
  #links: Map<string, LinkTemplate> | undefined;

  constructor(model: OdfModel, language: string | undefined) {
    super(model);
    this.#language = sameLanguage(language, model.language) ? undefined : language;
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

  /** A placeholder as it can be written into `part`; undefined, with a finding, when it cannot. */
  placeholder(id: PlaceholderId, part: OdfPart): WritablePlaceholder | undefined {
    const found = id > 0 ? this.#own(id, part) : this.carrier?.placeholder(NEW_TAB - id, part);
    if (found === undefined) this.lose(id);
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
