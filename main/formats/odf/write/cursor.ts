import type { XmlElement } from '#main/formats/package/xml.ts';
import { copiedEnd, copiedTag, endTag } from './tags.ts';

const LISTS = new Set(['text:list', 'text:list-item', 'text:list-header']);

export function isListPart({ name }: XmlElement): boolean {
  return LISTS.has(name);
}

/** The lists and items an element stands in, outermost first. */
export function listsAround(element: XmlElement): readonly XmlElement[] {
  const stack: XmlElement[] = [];
  for (let outer = element.parent; outer !== null && isListPart(outer); outer = outer.parent) stack.unshift(outer);
  return stack;
}

/** A place for new paragraphs, with the lists and items that are open there. */
export interface Cursor {
  readonly offset: number;
  readonly stack: readonly XmlElement[];
}

/**
 * The place behind an element, or before it: where it is the last (first) of its item, and the item of its list, the
 * place beyond those is the same to readers. The one is taken that lies in a list `wanted` names, else the outermost.
 */
export function cursorBeside(element: XmlElement, side: 'before' | 'after', wanted: readonly XmlElement[]): Cursor {
  const stack = [...listsAround(element)];
  let at = element;
  for (;;) {
    const top = stack.at(-1);
    const here: Cursor = { offset: side === 'after' ? at.end : at.start, stack };
    if (top === undefined || (top.name === 'text:list' && wanted.includes(top))) return here;
    const edge = side === 'after' ? top.children.at(-1) : top.children[0];
    if (edge !== at) return here;
    at = top;
    stack.pop();
  }
}

interface Open {
  readonly element: XmlElement;
  readonly isOriginal: boolean;
}

/** Writes paragraphs at a place, closing and opening lists around them so that all that follows stays as it was. */
export class ListWriter {
  readonly #text: string;
  readonly #stack: Open[];
  readonly #closed: XmlElement[] = [];
  #out = '';

  constructor(cursor: Cursor, text: string) {
    this.#text = text;
    this.#stack = cursor.stack.map((element) => ({ element, isOriginal: true }));
  }

  /** Adds a paragraph that belongs into these lists, outermost first; into none for an empty list. */
  add(xml: string, lists: readonly XmlElement[]): void {
    const inner = lists.at(-1);
    if (inner === undefined) {
      this.#closeTo(0);
      this.#out += xml;
      return;
    }
    const known = lists.findLastIndex((list) => this.#stack.some((open) => open.element === list));
    this.#closeTo(known < 0 ? 0 : this.#stack.findIndex((open) => open.element === lists[known]) + 1);
    for (let depth = known + 1; depth < lists.length; depth++) {
      if (depth > 0) this.#openItem(lists[depth] as XmlElement);
      this.#open(lists[depth] as XmlElement);
    }
    // Where the place was inside an item, what follows there goes on inside this one.
    const cut = this.#closed.find((closed) => closed.parent === inner);
    const item = cut ?? inner.children.find(({ name }) => name === 'text:list-item') ?? inner.children[0];
    if (item !== undefined) this.#open(item);
    this.#out += xml;
  }

  /** Opens the item a nested list stands in. */
  #openItem(list: XmlElement): void {
    if (list.parent !== null) this.#open(list.parent);
  }

  #open(element: XmlElement): void {
    this.#stack.push({ element, isOriginal: false });
    this.#out += copiedTag(element, this.#text);
  }

  #closeTo(depth: number): void {
    while (this.#stack.length > depth) {
      const { element, isOriginal } = this.#stack.pop() as Open;
      this.#out += isOriginal ? endTag(element, this.#text) : copiedEnd(element, this.#text);
      if (isOriginal) this.#closed.unshift(element);
    }
  }

  /** All that was added, with the lists open again that were open at the place. */
  finish(): string {
    const original = this.#stack.filter((open) => open.isOriginal).length;
    let same = 0;
    while (same < this.#closed.length && this.#stack[original + same]?.element === this.#closed[same]) same += 1;
    this.#closeTo(original + same);
    for (const element of this.#closed.slice(same)) {
      const isList = element.name === 'text:list';
      this.#out += copiedTag(element, this.#text, isList ? { 'text:continue-numbering': 'true' } : {});
    }
    return this.#out;
  }
}
