import {
  isText,
  NEW_BREAK,
  NEW_TAB,
  type Content,
  type PlaceholderId,
  type PlaceholderRun,
  type Run,
  type TextRun,
} from '#shared/model/content.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import { escapeXml } from '#main/formats/package/xml-text.ts';
import { baseLookOf } from '../block.ts';
import { PLAIN_FORMAT } from '../look.ts';
import type { DocxBlock, DocxPart } from '../model.ts';
import { closeTag, openTag, renderItems } from './items.ts';
import { newLink } from './links.ts';
import { runProperties, type WrittenLook } from './properties.ts';
import { piecesOf, trackedFlags } from './tracked.ts';
import type { Workshop } from './workshop.ts';

/** Where content is written and what it looks like when it says nothing itself. */
export interface ContentPlace {
  readonly part: DocxPart;
  /** The block whose base look, link look and links are used. */
  readonly block: DocxBlock;
  /** A new paragraph only looks like the block: what is tracked there is not tracked here. */
  readonly isNew: boolean;
}

/** Placeholders of these kinds name a place by an id, which a file may hold only once. */
const ONCE: ReadonlySet<string> = new Set(['bookmark', 'comment', 'noteRef']);

/** Content as the XML of a paragraph's inside. */
export function renderContent(content: Content, place: ContentPlace, shop: Workshop): string {
  return new ContentWriter(place, shop).write(content);
}

interface OpenPair {
  readonly id: PlaceholderId;
  readonly close: string;
}

class ContentWriter {
  readonly #place: ContentPlace;
  readonly #shop: Workshop;
  readonly #pairs: OpenPair[] = [];
  #linkedPairs = NO_PAIRS;
  #out = '';
  #insertion: XmlElement | undefined;
  #link: { readonly target: string; readonly close: string } | undefined;

  constructor(place: ContentPlace, shop: Workshop) {
    this.#place = place;
    this.#shop = shop;
  }

  write(content: Content): string {
    this.#out += this.#hint(content);
    this.#linkedPairs = linkedPairs(content);
    const { block } = this.#place;
    const flags = this.#place.isNew ? undefined : trackedFlags(block, content);
    if (flags === undefined) for (const run of content) this.#run(run);
    else for (const piece of piecesOf(content, flags)) this.#tracked(piece.content, piece.insertion);
    this.#leaveLink();
    while (this.#pairs.length > 0) this.#out += this.#pairs.pop()?.close ?? '';
    return this.#out;
  }

  /** A piece that is a tracked insertion keeps its mark around each run, inside links and controls. */
  #tracked(content: Content, insertion: XmlElement | undefined): void {
    this.#insertion = insertion;
    for (const run of content) this.#run(run);
    this.#insertion = undefined;
  }

  /**
   * An empty text in the block's base look, where the reader would take another look for the base. It has the look's own
   * properties and no mark's: "not bold" in a bold style would be a look of its own.
   */
  #hint(content: Content): string {
    const { block, part, isNew } = this.#place;
    if (block.hinted && !isNew) return '';
    if (content.length === 1 && isBaseText(content[0] as Run)) return '';
    const texts = content.flatMap((run) => {
      if (!isText(run) || run.link !== undefined) return [];
      const look = this.#look(run);
      return [{ look: { id: run.format ?? block.base.id, properties: look.properties }, size: run.text.length }];
    });
    const read = baseLookOf(texts)?.id ?? PLAIN_FORMAT;
    if (read === block.base.id) return '';
    const { prefix } = part;
    const said = block.base.properties.map((property) => property.xml).join('');
    const properties = said === '' ? '' : `<${prefix}rPr>${said}</${prefix}rPr>`;
    return `<${prefix}r>${properties}<${prefix}t xml:space="default"/></${prefix}r>`;
  }

  #run(run: Run): void {
    if (!isText(run) && (run.kind === 'open' || run.kind === 'close')) {
      this.#enterLink(this.#linkedPairs.has(run.placeholder) ? run.link : undefined);
      if (run.kind === 'open') this.#open(run);
      else this.#close(run.placeholder);
      return;
    }
    this.#enterLink(run.link);
    const xml = isText(run) ? this.#text(run) : this.#placeholder(run);
    this.#out += this.#insertion === undefined || xml === '' ? xml : this.#inserted(this.#insertion, xml);
  }

  /** A run inside its tracked insertion; where one insertion becomes several, each further one has an id of its own. */
  #inserted(insertion: XmlElement, xml: string): string {
    const { part } = this.#place;
    const { text } = this.#shop.splicer(part.name);
    const tag = openTag(insertion, text);
    const open = this.#shop.useInsertion(insertion) ? tag : withId(tag, part.attributePrefix, this.#shop.freshId());
    return open + xml + closeTag(insertion, text);
  }

  #enterLink(target: string | undefined): void {
    if (this.#link?.target === target) return;
    this.#leaveLink();
    if (target === undefined) return;
    const { part, block } = this.#place;
    const template = this.#shop.links.find(target, block, part.name);
    if (template === undefined) {
      const made = newLink(target, part, this.#shop.model, this.#shop.relationships);
      if (made === undefined) this.#shop.find('linkLost', { link: target.slice(0, 200) });
      this.#out += made?.open ?? '';
      this.#link = { target, close: made?.close ?? '' };
      return;
    }
    const splicer = this.#shop.splicer(part.name);
    this.#out += renderItems(template.open, part, splicer);
    this.#link = { target, close: renderItems(template.close, part, splicer) };
  }

  #leaveLink(): void {
    this.#out += this.#link?.close ?? '';
    this.#link = undefined;
  }

  #text(run: TextRun): string {
    const { part } = this.#place;
    const inLink = run.link !== undefined && this.#shop.model.styles.hyperlink !== undefined;
    const properties = this.#shop.runProperties(this.#look(run), run.marks, part, inLink);
    return `<${part.prefix}r>${properties}${textXml(run.text, part.prefix)}</${part.prefix}r>`;
  }

  #look({ format, link }: Pick<TextRun, 'format' | 'link'>): WrittenLook {
    const { block } = this.#place;
    if (format !== undefined) {
      const look = this.#shop.look(format);
      if (look !== undefined) return look;
      this.#shop.find('formatLost', { format });
    }
    return link === undefined ? block.base : this.#shop.linkLook(block);
  }

  #open(run: PlaceholderRun): void {
    const found = this.#shop.placeholder(run.placeholder, this.#place.part);
    if (found === undefined) return;
    this.#out += found.open();
    this.#pairs.push({ id: found.id, close: found.close() });
  }

  /** Closes a pair, and before it whatever was opened inside and not closed: elements have to nest. */
  #close(id: PlaceholderId): void {
    if (!this.#pairs.some((pair) => pair.id === id)) return;
    for (;;) {
      const pair = this.#pairs.pop();
      this.#out += pair?.close ?? '';
      if (pair === undefined || pair.id === id) return;
    }
  }

  #placeholder(run: PlaceholderRun): string {
    const { part } = this.#place;
    const { prefix } = part;
    if (run.placeholder === NEW_BREAK || run.placeholder === NEW_TAB) {
      const context = { ...part, inLink: false, language: undefined };
      const inner = run.placeholder === NEW_BREAK ? `<${prefix}br/>` : `<${prefix}tab/>`;
      return `<${prefix}r>${runProperties(this.#look({}), [], context)}${inner}</${prefix}r>`;
    }
    const found = this.#shop.placeholder(run.placeholder, part);
    if (found === undefined) return '';
    if (ONCE.has(found.kind) && !this.#shop.useOnce(found.id)) return '';
    return found.open();
  }
}

const NO_PAIRS: ReadonlySet<PlaceholderId> = new Set();

/** Pairs that stand whole inside one link: the link goes around them, else it would have to end within. */
function linkedPairs(content: Content): ReadonlySet<PlaceholderId> {
  if (!content.some((run) => !isText(run) && run.kind === 'open')) return NO_PAIRS;
  const linked = new Set<PlaceholderId>();
  for (const [from, open] of content.entries()) {
    if (isText(open) || open.kind !== 'open' || open.link === undefined) continue;
    const to = content.findIndex(
      (run, at) => at > from && !isText(run) && run.kind === 'close' && run.placeholder === open.placeholder,
    );
    if (to > from && content.slice(from, to + 1).every((run) => run.link === open.link)) linked.add(open.placeholder);
  }
  return linked;
}

/** A tag with another value of its `w:id`. */
function withId(tag: string, prefix: string, id: number): string {
  return tag.replace(new RegExp(`(\\s${prefix}id\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'u'), `$1"${id}"`);
}

function isBaseText(run: Run): boolean {
  return isText(run) && run.format === undefined && run.link === undefined;
}

const HYPHENS = /[\u2011\u00AD\t]/;

/** Text as children of a run; the hyphens Word has elements for come as those. */
export function textXml(text: string, prefix: string): string {
  if (!HYPHENS.test(text)) return plainXml(text, prefix);
  let out = '';
  for (const piece of text.split(/([\u2011\u00AD\t])/u)) {
    if (piece === '') continue;
    if (piece === '\u2011') out += `<${prefix}noBreakHyphen/>`;
    else if (piece === '\u00AD') out += `<${prefix}softHyphen/>`;
    else if (piece === '\t') out += `<${prefix}tab/>`;
    else out += plainXml(piece, prefix);
  }
  return out;
}

function plainXml(text: string, prefix: string): string {
  return `<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t>`;
}
