import { textRun, type Content } from '#shared/model/content.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import type { Tally } from '../common/tally.ts';
import { InlineReader, isProtected, type InlineBook } from './inline.ts';
import { ListLabels } from './list-labels.ts';
import type { HtmlBlock } from './model.ts';
import { BLOCKS, BUTTONS, FIXED, HEADINGS, ITEMS, LISTS, SILENT, SPOKEN, VERBATIM, WHOLE } from './names.ts';
import { limitsOf, spanOf, trimmed, wrapper } from './spans.ts';
import { attribute, descendants, isElement, rangeOf, textBelow } from './tree.ts';
import type { Element, Node, Range } from './tree.ts';

interface Place {
  readonly container: string;
  readonly kind: UnitKind;
  readonly level?: number;
  /** Lists around, in this container. */
  readonly depth: number;
  readonly verbatim: boolean;
  /** The label of a list item, for its first block. */
  readonly label?: string;
  /** The element that made the kind what it is. */
  readonly kindFrom?: Element;
}

type Entry = { readonly block: HtmlBlock } | 'text' | 'other';

/** Walks the flow content of a page and gives its blocks in reading order. */
export class FlowReader {
  readonly blocks: HtmlBlock[] = [];
  /** Blocks by the start of an inline element they hold: the same element twice was made anew by the parser. */
  readonly touched = new Map<number, { readonly elements: Set<Element>; readonly blocks: HtmlBlock[] }>();
  /** By the container of their cells without row and column. */
  readonly tables: Map<string, Element> = new Map();
  readonly #book: InlineBook;
  readonly #tally: Tally;
  readonly #holders = new Set<Element>();
  readonly #counts = new Map<string, number>();
  readonly #labels = new ListLabels();

  constructor(book: InlineBook, tally: Tally) {
    this.#book = book;
    this.#tally = tally;
  }

  read(body: Element): void {
    for (const node of descendants(body)) if (isElement(node) && BLOCKS.has(node.tagName)) this.#hold(node, body);
    this.#flow(body, { container: 'body', kind: 'paragraph', depth: 0, verbatim: false });
  }

  /** A text that stands alone in the source between two places. */
  addText(
    where: Pick<HtmlBlock, 'story' | 'container' | 'kind' | 'quote'>,
    parent: Element,
    value: string,
    span: Range,
  ): void {
    const text = value.replaceAll(/[ \t\n\f\r]+/gu, ' ').trim();
    if (text === '') return;
    const content: Content = [textRun(text)];
    this.#add({ ...this.#plainBlock(parent, span), ...where, content, verbatim: false });
  }

  /** Attributes of an element that people read. */
  addAttributes(element: Element): void {
    const isButton = element.tagName === 'input' && BUTTONS.has(attribute(element, 'type')?.toLowerCase() ?? '');
    for (const name of isButton ? [...SPOKEN, 'value'] : SPOKEN) this.addAttribute(element, name);
  }

  addAttribute(element: Element, name: string, where = { story: 'altText', container: '' }): void {
    const value = attribute(element, name);
    const place = element.sourceCodeLocation?.attrs?.[name];
    if (value === undefined || value.trim() === '' || place === undefined || isProtected(element)) return;
    const source = this.#book.text.slice(place.startOffset, place.endOffset);
    const match = /^[^=]*=[ \t\n\f\r]*(["']?)/u.exec(source);
    if (match === null) return;
    const quote = (match[1] ?? '') as '"' | "'" | '';
    const span = { start: place.startOffset + match[0].length, end: place.endOffset - quote.length };
    const container = where.container === '' ? `altText:${this.#next('altText')}` : where.container;
    this.addText({ story: where.story, container, kind: 'altText', quote }, element, value, span);
  }

  #hold(element: Element, body: Element): void {
    let up = element.parentNode;
    while (up !== null && isElement(up) && up !== body && !this.#holders.has(up)) {
      this.#holders.add(up);
      up = up.parentNode;
    }
  }

  #isInline(node: Node): boolean {
    if (!isElement(node)) return true;
    if (BLOCKS.has(node.tagName)) return false;
    return SILENT.has(node.tagName) || WHOLE.has(node.tagName) || !this.#holders.has(node);
  }

  #flow(parent: Element, place: Place): void {
    const entries: Entry[] = [];
    let run: Node[] = [];
    let label = place.label;
    const flush = (): void => {
      const block = this.#text(run, parent, withLabel(place, label));
      if (block !== undefined) label = undefined;
      // Line breaks alone are no block, but would join a text that came to stand beside them.
      if (block !== undefined || run.some((node) => isElement(node) && !SILENT.has(node.tagName))) entries.push('text');
      run = [];
    };
    for (const node of parent.childNodes) {
      if (this.#isInline(node)) run.push(node);
      else {
        flush();
        const before = this.blocks.length;
        this.#block(node as Element, withLabel(place, label));
        const block = this.blocks[before];
        if (block !== undefined) label = undefined;
        entries.push(block?.owner === node ? { block } : 'other');
      }
    }
    flush();
    this.#keepApart(entries);
  }

  /** Between two texts without elements of their own, what separates them has to stay. */
  #keepApart(entries: readonly Entry[]): void {
    const first = entries.indexOf('text');
    const last = entries.lastIndexOf('text');
    for (const [index, entry] of entries.entries()) {
      if (index <= first || index >= last || typeof entry === 'string') continue;
      this.#replace(entry.block, { ...entry.block, separates: true });
    }
  }

  #replace(old: HtmlBlock, now: HtmlBlock): void {
    this.blocks[this.blocks.indexOf(old)] = now;
    for (const { blocks } of this.touched.values()) {
      const at = blocks.indexOf(old);
      if (at >= 0) blocks[at] = now;
    }
  }

  #block(element: Element, around: Place): void {
    const name = element.tagName;
    const begin = element.sourceCodeLocation?.startTag?.startOffset;
    if (begin !== undefined && !this.#book.begun.has(begin)) this.#book.begun.set(begin, element);
    if (isProtected(element)) {
      if (textBelow(element).trim() !== '') this.#tally.note('notTranslatable');
      return;
    }
    this.addAttributes(element);
    if (name === 'table') {
      this.#table(element, around);
      return;
    }
    const place = this.#placeIn(element, around);
    if (element.childNodes.every((node) => this.#isInline(node)))
      this.#text(element.childNodes, element, place, element);
    else this.#flow(element, place);
  }

  #placeIn(element: Element, around: Place): Place {
    const name = element.tagName;
    const place = VERBATIM.has(name) ? { ...around, verbatim: true } : around;
    const { container } = around;
    if (HEADINGS.has(name))
      return { ...withLabel(place, undefined), kind: 'heading', level: Number(name[1]), kindFrom: element };
    if (LISTS.has(name)) {
      this.#labels.begin(element);
      return { ...place, depth: place.depth + 1 };
    }
    if (ITEMS.has(name)) {
      const level = Math.min(9, Math.max(1, place.depth));
      const label = this.#labels.of(element);
      return { ...place, kind: 'listItem', level, kindFrom: element, ...(label === undefined ? {} : { label }) };
    }
    if (name === 'caption' || name === 'figcaption') return this.#inside(`${container}/c`, 'caption');
    if (FIXED.has(name)) return this.#inside(`${container}/f`, 'label');
    return place;
  }

  #inside(prefix: string, kind: UnitKind): Place {
    return { container: `${prefix}${this.#next(prefix)}`, kind, depth: 0, verbatim: false };
  }

  #next(counter: string): number {
    const count = (this.#counts.get(counter) ?? 0) + 1;
    this.#counts.set(counter, count);
    return count;
  }

  #table(table: Element, around: Place): void {
    this.#tally.tables += 1;
    const name = `${around.container}/t${this.#next(`${around.container}/t`)}`;
    this.tables.set(name, table);
    let row = 0;
    const rows = (parent: Element): void => {
      for (const child of parent.childNodes) {
        if (!isElement(child)) continue;
        if (child.tagName === 'tr') {
          row += 1;
          this.#row(child, `${name}r${row}c`);
        } else if (child.tagName === 'caption') this.#block(child, around);
        else rows(child);
      }
    };
    rows(table);
  }

  #row(row: Element, prefix: string): void {
    let column = 0;
    for (const cell of row.childNodes) {
      if (!isElement(cell)) continue;
      column += 1;
      if (isProtected(cell)) {
        if (textBelow(cell).trim() !== '') this.#tally.note('notTranslatable');
        continue;
      }
      this.addAttributes(cell);
      this.#flow(cell, { container: `${prefix}${column}`, kind: 'tableCell', depth: 0, verbatim: false });
    }
  }

  /** A block of inline nodes, when they show anything. */
  #text(nodes: readonly Node[], parent: Element, place: Place, owner?: Element): HtmlBlock | undefined {
    const all = trimmed(nodes);
    let inner = all;
    for (let only = wrapper(inner, this.#book.text); only !== undefined; only = wrapper(inner, this.#book.text)) {
      this.addAttributes(only);
      inner = trimmed(only.childNodes);
    }
    const [first, last] = [inner[0], inner.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const numbers = this.#book.placeholders.length;
    const reader = new InlineReader(this.#book, place.verbatim);
    const content = reader.read(inner);
    if (!reader.visible) {
      this.#book.placeholders.length = numbers;
      for (const element of reader.elements) this.addAttributes(element);
      return undefined;
    }
    const limits = limitsOf(inner);
    const span = spanOf(this.#book.text, first, last, reader.leaves, limits, place.verbatim);
    const isRoot = owner === undefined || place.container !== this.#containerAround(owner, place);
    const own = isRoot ? undefined : owner;
    const outer =
      own === undefined
        ? spanOf(this.#book.text, all[0] as Node, all.at(-1) as Node, reader.leaves, limitsOf(all), place.verbatim)
        : rangeOf(own);
    const sound = reader.sound && span !== undefined && outer !== undefined;
    if (reader.protectedParts > 0) this.#tally.note('notTranslatable', undefined, reader.protectedParts);
    const around = own === undefined ? parent : ((own.parentNode ?? parent) as Element);
    const base = { ...this.#plainBlock(around, span ?? { start: 0, end: 0 }), content };
    const block = this.#add({
      ...base,
      ...(sound ? {} : this.#whole(content, numbers)),
      container: place.container,
      kind: place.kind,
      ...(place.level === undefined ? {} : { level: place.level }),
      ...(place.label === undefined ? {} : { label: place.label }),
      outer: outer ?? base.outer,
      owner: own,
      standsAlone: own !== undefined && (place.kindFrom === undefined || place.kindFrom === own),
      verbatim: place.verbatim,
    });
    for (const element of reader.elements) this.#touch(element, block);
    for (const element of reader.elements) this.addAttributes(element);
    return block;
  }

  /** The container a block's own element stands in; that of a caption or legend is its own. */
  #containerAround(owner: Element, place: Place): string {
    return FIXED.has(owner.tagName) || owner.tagName.endsWith('caption') ? '' : place.container;
  }

  #touch(element: Element, block: HtmlBlock): void {
    const start = element.sourceCodeLocation?.startTag?.startOffset;
    if (start === undefined) return;
    const entry = this.touched.get(start) ?? { elements: new Set(), blocks: [] };
    this.touched.set(start, entry);
    entry.elements.add(element);
    if (!entry.blocks.includes(block)) entry.blocks.push(block);
  }

  /** What cannot be written is shown whole and protected. */
  #whole(content: Content, numbers: number): Pick<HtmlBlock, 'content' | 'unsound'> {
    const label = content.map((run) => ('text' in run ? run.text : run.label)).join('');
    this.#book.placeholders.length = numbers;
    const placeholder = this.#book.placeholders.push({ kind: 'object', label, source: { start: 0, end: 0 } });
    this.#tally.note('notTranslatable');
    return { content: [{ placeholder, kind: 'object', label }], unsound: true };
  }

  #plainBlock(parent: Element, span: Range): Omit<HtmlBlock, 'content' | 'kind' | 'container' | 'anchor'> {
    return {
      story: 'body',
      span,
      outer: span,
      owner: undefined,
      parent,
      standsAlone: false,
      verbatim: false,
      unsound: false,
      separates: false,
    };
  }

  #add(block: Omit<HtmlBlock, 'anchor'>): HtmlBlock {
    const added = { ...block, anchor: `h${this.blocks.length + 1}` };
    this.blocks.push(added);
    return added;
  }
}

function withLabel(place: Place, label: string | undefined): Place {
  const { container, kind, level, depth, verbatim, kindFrom } = place;
  return {
    container,
    kind,
    depth,
    verbatim,
    ...(level === undefined ? {} : { level }),
    ...(kindFrom === undefined ? {} : { kindFrom }),
    ...(label === undefined ? {} : { label }),
  };
}
