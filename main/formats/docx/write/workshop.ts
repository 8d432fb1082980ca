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
import { NewRelationships } from '#main/formats/package/new-relationships.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import { PLAIN_FORMAT, type RunLook } from '../look.ts';
import type { Carrier } from '../carry/carrier.ts';
import type { DocxBlock, DocxModel, DocxPart } from '../model.ts';
import { closeTag, renderItems } from './items.ts';
import { LinkTemplates, relationshipUri } from './links.ts';
import { runProperties, type WrittenLook } from './properties.ts';
import { Splicer } from '#main/formats/common/splice.ts';

/** A placeholder ready to be written: the XML of a single one, or of the two ends of a pair. */
export interface WritablePlaceholder {
  readonly id: PlaceholderId;
  readonly kind: PlaceholderKind;
  open(): string;
  close(): string;
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
  readonly model: DocxModel;
  readonly language: string | undefined;
  readonly links: LinkTemplates;
  readonly relationships: NewRelationships;
  readonly findings: WriteFinding[] = [];
  /** Brings over what only the document's other file has. */
  carrier: Carrier | undefined;
  /** Blocks that get new text, and those whose new text has been written somewhere. */
  readonly edited = new Set<DocxBlock>();
  readonly rendered = new Set<DocxBlock>();
  /** Placeholders the units ask for anywhere: those never asked for have to survive where they stood if others need them. */
  readonly wanted = new Set<PlaceholderId>();
  /** Paragraphs that will not be in the result. */
  readonly gone = new Set<XmlElement>();
  /** Properties of paragraph marks whose deletion has been taken back. */
  readonly settled = new Set<XmlElement>();
  /** Place of each block in reading order. */
  readonly order: ReadonlyMap<DocxBlock, number>;
  readonly #first = new Map<string, DocxBlock>();
  readonly #splicers = new Map<string, Splicer>();
  readonly #properties = new Map<WrittenLook, Map<string, string>>();
  readonly #linkLooks = new Map<FormatId, WrittenLook>();
  readonly #usedOnce = new Set<PlaceholderId>();
  readonly #said = new Set<string>();
  readonly #insertions = new Set<XmlElement>();
  #lastId: number | undefined;

  constructor(model: DocxModel, language: string | undefined) {
    this.model = model;
    this.language = language === model.styles.defaultLanguage ? undefined : language;
    this.links = new LinkTemplates(model.blocks);
    this.relationships = new NewRelationships(model.package, relationshipUri(model));
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

  firstOf(container: string): DocxBlock | undefined {
    return this.#first.get(container);
  }

  /** A block that is in no file: what a new paragraph is modelled on when nothing like it exists. */
  blankBlock(part: DocxPart, container: string): DocxBlock {
    return {
      anchor: '',
      story: container,
      container,
      kind: 'paragraph',
      level: undefined,
      label: undefined,
      content: [],
      part: part.name,
      paragraphs: [],
      span: { start: 0, end: 0 },
      lead: [],
      tail: [],
      edges: [],
      base: this.model.looks.of('', undefined, { traits: {}, inTable: false }),
      linkLook: PLAIN_FORMAT,
      hinted: false,
      links: [],
      tracked: [],
      twins: [],
    };
  }

  part(name: string): DocxPart {
    return this.model.parts.get(name) as DocxPart;
  }

  splicer(part: string): Splicer {
    let splicer = this.#splicers.get(part);
    if (splicer === undefined) {
      splicer = new Splicer(this.part(part).text);
      this.#splicers.set(part, splicer);
    }
    return splicer;
  }

  changedParts(): readonly (readonly [DocxPart, Splicer])[] {
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
      if (id === run.placeholder) runs.push(run);
      else runs.push({ ...run, placeholder: id });
      changed ||= id !== run.placeholder;
    }
    return changed ? runs : content;
  }

  /** A placeholder as it can be written into `part`; undefined, with a finding, when it cannot. */
  placeholder(id: PlaceholderId, part: DocxPart): WritablePlaceholder | undefined {
    const found = id > 0 ? this.#own(id, part) : this.carrier?.placeholder(NEW_TAB - id, part);
    if (found === undefined) this.find('placeholderLost', { placeholder: id > 0 ? id : NEW_TAB - id });
    return found;
  }

  #own(id: PlaceholderId, part: DocxPart): WritablePlaceholder | undefined {
    const found = this.model.placeholders[id - 1];
    if (found === undefined || found.part !== part.name) return undefined;
    const splicer = this.splicer(part.name);
    const wrapper = found.wrapper ? found.items[0]?.element : undefined;
    return {
      id,
      kind: found.kind,
      open: () => renderItems(found.items, part, splicer),
      close: () =>
        wrapper === undefined ? renderItems(found.closeItems, part, splicer) : closeTag(wrapper, splicer.text),
    };
  }

  /** Whether any part of the skeleton read so far holds the words. */
  mentions(words: string): boolean {
    return [...this.model.parts.values()].some((part) => part.text.includes(words));
  }

  /** Whether this is the first use of something a file may hold only once. */
  useOnce(id: PlaceholderId): boolean {
    if (this.#usedOnce.has(id)) return false;
    this.#usedOnce.add(id);
    return true;
  }

  /** Whether this is the first use of a tracked insertion's own mark. */
  useInsertion(element: XmlElement): boolean {
    if (this.#insertions.has(element)) return false;
    this.#insertions.add(element);
    return true;
  }

  /** A number no annotation of the document has: ids of marks have to be unique (17.13). */
  freshId(): number {
    if (this.#lastId === undefined) {
      const ids = [...this.model.parts.values()].flatMap(({ text }) => [
        ...text.matchAll(/:id\s*=\s*["'](\d{1,9})["']/gu),
      ]);
      this.#lastId = ids.reduce((most, [, id]) => Math.max(most, Number(id)), 0);
    }
    this.#lastId += 1;
    return this.#lastId;
  }

  /** The look a format names, as the skeleton has it. */
  runLook(format: FormatId): RunLook | undefined {
    return this.model.looks.byId.get(format);
  }

  /** The `w:rPr` of new text, worked out once for each look and set of marks. */
  runProperties(look: WrittenLook, marks: readonly Mark[], part: DocxPart, inLink: boolean): string {
    let known = this.#properties.get(look);
    if (known === undefined) this.#properties.set(look, (known = new Map()));
    const key = `${part.name}|${inLink ? 'l' : ''}|${marks.join('')}`;
    let xml = known.get(key);
    if (xml === undefined) {
      const { prefix, attributePrefix } = part;
      xml = runProperties(look, marks, { prefix, attributePrefix, inLink, language: this.language });
      known.set(key, xml);
    }
    return xml;
  }

  look(format: FormatId): WrittenLook | undefined {
    return this.runLook(format) ?? this.carrier?.look(format);
  }

  /** How a link's text looks by itself: as the text around it, in the document's link style. */
  linkLook({ base, part }: DocxBlock): WrittenLook {
    const { hyperlink } = this.model.styles;
    if (hyperlink === undefined) return base;
    let look = this.#linkLooks.get(base.id);
    if (look === undefined) {
      const style = this.model.looks.ofStyle(hyperlink, this.part(part));
      const properties = [...style.properties, ...base.properties.filter((property) => property.name !== 'w:rStyle')];
      look = { properties, styleTraits: style.styleTraits, complex: base.complex };
      this.#linkLooks.set(base.id, look);
    }
    return look;
  }
}
