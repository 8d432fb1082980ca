import type { HtmlBlock } from '../model.ts';
import { ITEMS, LISTS } from '../names.ts';
import { rangeOf, type Element } from '../tree.ts';
import { copiedTag, type Shape } from './shapes.ts';
import type { Shop } from './shop.ts';

const ROOTS = new Set('body td th caption figcaption summary legend optgroup'.split(' '));

/** Elements around a block inside its container, the outermost first. */
function ancestorsOf(block: HtmlBlock): Element[] {
  const out: Element[] = [];
  for (
    let up: Element | null = block.parent;
    up !== null && !ROOTS.has(up.tagName);
    up = up.parentNode as Element | null
  ) {
    if (!('tagName' in up)) break;
    out.unshift(up);
  }
  return out;
}

function listsIn(elements: readonly Element[]): number {
  return elements.filter((element) => LISTS.has(element.tagName)).length;
}

/**
 * Puts new and moved blocks between two that stay. List items go into the list of their level, everything else outside
 * lists: what is open at the place and in the way is closed before it and opened again behind it, so that the page stays
 * valid (HTML Standard 4.4).
 */
export class Inserter {
  readonly #shop: Shop;
  readonly #before: HtmlBlock | undefined;
  readonly #after: HtmlBlock | undefined;
  readonly #indent: string;
  #offset: number;
  /** Real elements open at the offset; those from `#kept` on have been closed before their time. */
  #open: Element[];
  #kept: number;
  /** Elements opened here. */
  readonly #own: string[] = [];
  #pieces: (string | (() => string))[] = [];

  constructor(shop: Shop, before: HtmlBlock | undefined, after: HtmlBlock | undefined) {
    this.#shop = shop;
    this.#before = before;
    this.#after = after;
    const beside = (before ?? after) as HtmlBlock;
    this.#open = ancestorsOf(beside);
    this.#offset = before === undefined ? beside.outer.start : before.outer.end;
    this.#kept = this.#open.length;
    this.#indent = /\r?\n[ \t]*$/u.exec(shop.splicer.text.slice(0, beside.outer.start))?.[0] ?? '';
  }

  /** Puts a block; `level` 0 for what is no list item. */
  put(shape: Shape, level: number): void {
    if (this.#before === undefined && this.#pieces.length === 0) this.#backOut(level);
    this.#leave(level);
    if (this.#depth() < level) this.#enter(level);
    while (this.#depth() < level) {
      if (this.#inList()) this.#openOwn(this.#wantedTag('li'));
      this.#openOwn(this.#wantedTag('ul'));
    }
    this.#pieces.push(this.#indent);
    if (level === 0) this.#pieces.push(shape.open, () => shape.inner(), `</${shape.name}>`);
    else {
      const tag = this.#itemTag(shape);
      this.#openOwn(tag);
      this.#pieces.push(() => shape.inner());
    }
  }

  /** Closes what was opened and opens what was closed. */
  end(): void {
    const wanted = this.#open.slice(this.#kept);
    let same = 0;
    while (same < wanted.length && this.#own[same] === wanted[same]?.tagName) same += 1;
    while (this.#own.length > same) this.#closeOwn();
    for (const element of wanted.slice(same)) this.#pieces.push(this.#copyOf(element));
    this.#flush();
  }

  #depth(): number {
    return listsIn(this.#open.slice(0, this.#kept)) + this.#own.filter((name) => LISTS.has(name)).length;
  }

  #top(): string | undefined {
    return this.#own.at(-1) ?? this.#open[this.#kept - 1]?.tagName;
  }

  #inList(): boolean {
    return LISTS.has(this.#top() ?? '');
  }

  /** Whether it is still too deep for a block of that level. */
  #isInside(level: number): boolean {
    const depth = this.#depth();
    return depth > level || (level > 0 && depth === level && !this.#inList());
  }

  #isOwnInWay(level: number): boolean {
    return level === 0 || this.#isInside(level);
  }

  /** Nothing that stays stands before: the place can be moved up before what opens here. */
  #backOut(level: number): void {
    while (this.#isInside(level)) {
      const top = this.#open.pop();
      this.#offset = (top === undefined ? undefined : rangeOf(top))?.start ?? this.#offset;
      this.#kept = this.#open.length;
    }
  }

  #leave(level: number): void {
    while (this.#own.length > 0 && this.#isOwnInWay(level)) this.#closeOwn();
    while (this.#own.length === 0 && this.#kept > 0 && this.#isInside(level)) {
      const top = this.#open[this.#kept - 1] as Element;
      if (this.#kept === this.#open.length && !this.#holdsNext(top)) this.#climb(top);
      else {
        this.#pieces.push(`</${top.tagName}>`);
        this.#kept -= 1;
      }
    }
  }

  #climb(element: Element): void {
    this.#flush();
    this.#open.pop();
    this.#kept = this.#open.length;
    this.#offset = rangeOf(element)?.end ?? this.#offset;
  }

  #holdsNext(element: Element): boolean {
    const range = rangeOf(element);
    if (this.#after === undefined || range === undefined) return false;
    return range.start <= this.#after.outer.start && this.#after.outer.end <= range.end;
  }

  /** A list of that level may begin right here: its first item stays, and the new one goes before it. */
  #enter(level: number): void {
    if (this.#after?.kind !== 'listItem' || this.#after.level !== level || this.#own.length > 0) return;
    if (this.#kept < this.#open.length) return;
    const around = ancestorsOf(this.#after);
    const list = around.findLastIndex((element) => LISTS.has(element.tagName));
    const item = around[list + 1] ?? this.#after.owner;
    const range = item === undefined ? undefined : rangeOf(item);
    const from = this.#before?.outer.end ?? 0;
    if (list < 0 || range === undefined || range.start < Math.max(from, this.#offset)) return;
    this.#flush();
    this.#open = around.slice(0, list + 1);
    this.#kept = this.#open.length;
    this.#offset = range.start;
  }

  #openOwn(tag: string): void {
    this.#own.push(/^<([^\s>]+)/u.exec(tag)?.[1]?.toLowerCase() ?? 'li');
    this.#pieces.push(tag);
  }

  #closeOwn(): void {
    this.#pieces.push(`</${this.#own.pop()}>`);
  }

  /** A tag for the next level: that of the element to be opened again there, where it is of the sort wanted. */
  #wantedTag(usual: 'li' | 'ul'): string {
    const waiting = this.#open[this.#kept + this.#own.length];
    const sort = usual === 'ul' ? LISTS : ITEMS;
    if (waiting !== undefined && sort.has(waiting.tagName)) return this.#copyOf(waiting);
    return usual === 'li' && this.#top() === 'dl' ? '<dd>' : `<${usual}>`;
  }

  #itemTag(shape: Shape): string {
    const waiting = this.#open[this.#kept + this.#own.length];
    const inDescriptions = this.#top() === 'dl';
    const fits = inDescriptions ? shape.name === 'dd' || shape.name === 'dt' : shape.name === 'li';
    if (fits && (waiting === undefined || waiting.tagName === shape.name)) return shape.open;
    if (waiting !== undefined && ITEMS.has(waiting.tagName)) return `<${waiting.tagName}>`;
    return inDescriptions ? '<dd>' : '<li>';
  }

  /** An element's start tag again; a numbered list goes on where it was. */
  #copyOf(element: Element): string {
    const tag = element.sourceCodeLocation?.startTag;
    if (tag === undefined) return `<${element.tagName}>`;
    const copy = copiedTag(this.#shop.splicer.text.slice(tag.startOffset, tag.endOffset));
    if (element.tagName !== 'ol') return copy;
    const items = element.childNodes.filter(
      (node) => node.nodeName === 'li' && (rangeOf(node)?.end ?? Infinity) <= this.#offset,
    ).length;
    const first = Number(element.attrs.find((each) => each.name === 'start')?.value ?? 1) || 1;
    return `${copy.replace(/\sstart\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/iu, '').replace(/>$/u, '')} start="${first + items}">`;
  }

  #flush(): void {
    const pieces = this.#pieces;
    if (pieces.length === 0) return;
    this.#pieces = [];
    this.#shop.splicer.add({
      start: this.#offset,
      end: this.#offset,
      render: () => pieces.map((piece) => (typeof piece === 'string' ? piece : piece())).join(''),
    });
  }
}
