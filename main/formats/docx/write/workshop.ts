import { NEW_TAB, type FormatId, type Mark, type PlaceholderId, type PlaceholderKind } from '#shared/model/content.ts';
import { WriterShop } from '#main/formats/common/writer-shop.ts';
import { NewRelationships } from '#main/formats/package/new-relationships.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import { PLAIN_FORMAT, type RunLook } from '../look.ts';
import type { Carrier } from '../carry/carrier.ts';
import type { DocxBlock, DocxModel, DocxPart } from '../model.ts';
import { closeTag, renderItems } from './items.ts';
import { LinkTemplates, relationshipUri } from './links.ts';
import { runProperties, type WrittenLook } from './properties.ts';

/** A placeholder ready to be written: the XML of a single one, or of the two ends of a pair. */
export interface WritablePlaceholder {
  readonly id: PlaceholderId;
  readonly kind: PlaceholderKind;
  open(): string;
  close(): string;
}

/** What one run of the writer shares: the skeleton, the edits of its parts, what was found impossible. */
export class Workshop extends WriterShop<DocxBlock, DocxPart, DocxModel> {
  readonly language: string | undefined;
  readonly links: LinkTemplates;
  readonly relationships: NewRelationships;
  /** Brings over what only the document's other file has. */
  carrier: Carrier | undefined;
  /** Blocks that get new text, and those whose new text has been written somewhere. */
  readonly edited = new Set<DocxBlock>();
  readonly rendered = new Set<DocxBlock>();
  /** Paragraphs that will not be in the result. */
  readonly gone = new Set<XmlElement>();
  /** Properties of paragraph marks whose deletion has been taken back. */
  readonly settled = new Set<XmlElement>();
  readonly #properties = new Map<WrittenLook, Map<string, string>>();
  readonly #linkLooks = new Map<FormatId, WrittenLook>();
  readonly #insertions = new Set<XmlElement>();
  #lastId: number | undefined;

  constructor(model: DocxModel, language: string | undefined) {
    super(model);
    this.language = language === model.styles.defaultLanguage ? undefined : language;
    this.links = new LinkTemplates(model.blocks);
    this.relationships = new NewRelationships(model.package, relationshipUri(model));
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

  /** A placeholder as it can be written into `part`; undefined, with a finding, when it cannot. */
  placeholder(id: PlaceholderId, part: DocxPart): WritablePlaceholder | undefined {
    const found = id > 0 ? this.#own(id, part) : this.carrier?.placeholder(NEW_TAB - id, part);
    if (found === undefined) this.lose(id);
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
