import type { XmlElement } from '#main/formats/package/xml.ts';
import type { Edit } from '#main/formats/common/splice.ts';
import type { OdfBlock } from '../model.ts';
import { isListPart } from './cursor.ts';
import { beginsPageStyle, leftBehind } from './paragraphs.ts';
import type { Workshop } from './shop.ts';
import { copiedEnd, startTag } from './tags.ts';

/** What would not be complete, or not be the same to programs, without a paragraph. */
const NEEDS_ONE =
  /^(?:office:text|text:section|text:note-body|table:table-cell|draw:text-box|(?:style|loext):(?:header|footer).*)$/u;
const BLOCKS = /^(?:text:(?:p|h|list|numbered-paragraph|section|table-of-content|.*-index|bibliography)|table:table)$/u;

/**
 * Takes blocks out of their places: a list goes with its last item, a paragraph stays, emptied, where something needs
 * it. All are told first, then taken out at once.
 */
export class Remover {
  readonly #shop: Workshop;
  /** By what is taken out. */
  readonly #gone = new Map<XmlElement, OdfBlock>();
  readonly #moved = new Set<OdfBlock>();
  readonly #insertions = new Map<string, number[]>();
  readonly #edits = new Map<XmlElement, Edit>();

  constructor(shop: Workshop) {
    this.#shop = shop;
  }

  /** A block that will stand elsewhere. */
  move(block: OdfBlock): void {
    this.#gone.set(block.outer, block);
    this.#moved.add(block);
  }

  /** A block that is omitted, or no longer needed by a merged unit. */
  drop(block: OdfBlock): void {
    const { element, plain } = block;
    if (plain) {
      this.#shop.splicer(block.part).replace(element.contentStart, element.contentEnd, '');
      return;
    }
    const kept = leftBehind(block, this.#shop);
    if (kept.length > 0 || beginsPageStyle(block, this.#shop)) this.#empty(block, kept);
    else this.#gone.set(block.outer, block);
  }

  noteInsertion(part: string, offset: number): void {
    const known = this.#insertions.get(part);
    if (known === undefined) this.#insertions.set(part, [offset]);
    else known.push(offset);
  }

  /** A moved block as it stands, with its edits. */
  moved({ outer, part }: OdfBlock): string {
    const splicer = this.#shop.splicer(part);
    const edit = this.#editOver(outer);
    return edit === undefined
      ? splicer.slice(outer.start, outer.end)
      : splicer.sliceWithin(edit, outer.start, outer.end);
  }

  #editOver(element: XmlElement): Edit | undefined {
    for (let at: XmlElement | null = element; at !== null; at = at.parent) {
      const edit = this.#edits.get(at);
      if (edit !== undefined) return edit;
    }
    return undefined;
  }

  #empty(block: OdfBlock, kept: readonly XmlElement[]): void {
    const { element } = block;
    const splicer = this.#shop.splicer(block.part);
    const render = (): string => kept.map(({ start, end }) => splicer.slice(start, end)).join('');
    splicer.add({ start: element.contentStart, end: element.contentEnd, render });
    this.#shop.find('omitKept', { container: block.container, anchor: block.anchor });
  }

  /** Takes out all that was told. */
  finish(): void {
    const tops = new Map<XmlElement, OdfBlock>();
    for (const [element, block] of this.#gone) tops.set(this.#topOf(element), block);
    for (const [top, block] of tops) {
      const { parent } = top;
      const isNeeded = parent !== null && NEEDS_ONE.test(parent.name) && !this.#hasMore(parent, top, tops, block.part);
      if (!isNeeded) this.#cut(top, block, '');
      else {
        tops.delete(top);
        this.#cut(top, block, this.#emptied(block));
        if (!this.#moved.has(block)) this.#shop.find('omitKept', { container: block.container, anchor: block.anchor });
      }
    }
  }

  #cut(top: XmlElement, { part }: OdfBlock, instead: string): void {
    this.#edits.set(top, this.#shop.splicer(part).replace(top.start, top.end, instead));
  }

  #emptied({ element, part }: OdfBlock): string {
    const { text } = this.#shop.part(part);
    return startTag(element, text) + copiedEnd(element, text);
  }

  /** The outermost list that holds nothing else than what goes. */
  #topOf(element: XmlElement): XmlElement {
    let top = element;
    while (top.parent !== null && isListPart(top.parent) && top.parent.children.every((child) => this.#isGone(child)))
      top = top.parent;
    return top;
  }

  #isGone(element: XmlElement): boolean {
    if (element.name === 'text:soft-page-break' || this.#gone.has(element)) return true;
    return isListPart(element) && element.children.length > 0 && element.children.every((child) => this.#isGone(child));
  }

  /** Whether something stays, or comes, beside what goes. */
  #hasMore(parent: XmlElement, top: XmlElement, tops: ReadonlyMap<XmlElement, OdfBlock>, part: string): boolean {
    if (parent.children.some((child) => child !== top && BLOCKS.test(child.name) && !tops.has(child))) return true;
    const offsets = this.#insertions.get(part) ?? [];
    return offsets.some((offset) => offset >= parent.contentStart && offset <= parent.contentEnd);
  }
}
