import type { Image, Link, LinkReference, PhrasingContent } from 'mdast';
import {
  normalizeContent,
  textRun,
  type Content,
  type Mark,
  type PlaceholderKind,
  type Run,
} from '#shared/model/content.ts';
import { MARK_OF } from '../common/mark-elements.ts';
import { webLink } from '../common/links.ts';
import type { LinkForm, MarkdownPlaceholder } from './model.ts';
import { rangeOf, type Range } from './parse.ts';

/** The look of text between backticks. */
export const CODE = 'code';

/** What a whole file's inline content shares. */
export interface InlineBook {
  readonly text: string;
  readonly placeholders: MarkdownPlaceholder[];
  readonly links: Map<string, LinkForm>;
  readonly autolinks: Map<string, string>;
  /** Addresses by the label of their definition, in the form labels are compared. */
  readonly addresses: ReadonlyMap<string, string>;
}

interface Around {
  readonly marks: readonly Mark[];
  readonly link?: string;
}

const MARKS: Readonly<Record<string, Mark>> = { emphasis: 'italic', strong: 'bold', delete: 'strike' };
const VOID = new Set('br img hr wbr input source track area embed link meta'.split(' '));

/** Reads the inline nodes of one block. */
export class InlineReader {
  /** Pictures met, in order. */
  readonly images: Image[] = [];
  readonly #book: InlineBook;
  readonly #runs: Run[] = [];

  constructor(book: InlineBook) {
    this.#book = book;
  }

  read(nodes: readonly PhrasingContent[]): Content {
    this.#nodes(nodes, { marks: [] });
    return normalizeContent(this.#runs);
  }

  #nodes(nodes: readonly PhrasingContent[], around: Around): void {
    for (let at = 0; at < nodes.length; at++) {
      const node = nodes[at] as PhrasingContent;
      if (node.type !== 'html') {
        this.#node(node, around);
        continue;
      }
      const close = closingOf(nodes, at);
      if (close < 0) this.#single(node.value, rangeOf(node), around);
      else {
        this.#element(node.value, nodes.slice(at + 1, close), nodes[close] as PhrasingContent, around);
        at = close;
      }
    }
  }

  #node(node: PhrasingContent, around: Around): void {
    const mark = MARKS[node.type];
    if (mark !== undefined && 'children' in node) {
      const marks = around.marks.includes(mark) ? around.marks : [...around.marks, mark];
      this.#nodes(node.children, { ...around, marks });
      return;
    }
    if (node.type === 'text') this.#text(node.value, around);
    else if (node.type === 'inlineCode') this.#text(node.value, around, CODE);
    else if (node.type === 'break') this.#add('break', '\n', '\\\n', around);
    else if (node.type === 'link' || node.type === 'linkReference') this.#link(node, around);
    else if (node.type === 'image' || node.type === 'imageReference') {
      if (node.type === 'image') this.images.push(node);
      this.#whole('image', node.alt ?? '', rangeOf(node), around);
    } else if (node.type === 'footnoteReference')
      this.#whole('noteRef', node.label ?? node.identifier, rangeOf(node), around);
    else this.#whole('object', '', rangeOf(node), around);
  }

  #text(value: string, around: Around, format?: string): void {
    const text = value.replaceAll(/[ \t]*(?:\r\n|\r|\n)[ \t]*/gu, ' ');
    const link = around.link === undefined ? {} : { link: around.link };
    this.#runs.push(textRun(text, around.marks, { ...link, ...(format === undefined ? {} : { format }) }));
  }

  #link(node: Link | LinkReference, around: Around): void {
    const { text } = this.#book;
    const range = rangeOf(node);
    const [first, last] = [node.children[0], node.children.at(-1)];
    if (first === undefined || last === undefined) {
      this.#whole('object', '', range, around);
      return;
    }
    const [start, end] = [rangeOf(first).start, rangeOf(last).end];
    const isAuto = node.type === 'link' && text[range.start] !== '[';
    const url = node.type === 'link' ? node.url : (this.#book.addresses.get(node.identifier) ?? '');
    const link = webLink(url);
    const written = oneLine(text.slice(end, range.end));
    const isShort = node.type === 'linkReference' && node.referenceType !== 'full';
    const close = isShort ? `][${node.label ?? node.identifier}]` : written;
    if (link === undefined) {
      const id = this.#add('open', '', '[', around, isAuto ? `](${url})` : close);
      this.#nodes(node.children, around);
      this.#runs.push({ placeholder: id, kind: 'close', label: '', ...linkOf(around) });
      return;
    }
    if (isAuto) {
      const key = `${link}\n${first.type === 'text' ? first.value : ''}`;
      if (!this.#book.autolinks.has(key)) this.#book.autolinks.set(key, text.slice(range.start, range.end));
    } else if (!this.#book.links.has(link)) this.#book.links.set(link, { open: text.slice(range.start, start), close });
    this.#nodes(node.children, { ...around, link });
  }

  /** An element with its end tag: a mark, or a pair that encloses text. */
  #element(tag: string, inside: readonly PhrasingContent[], end: PhrasingContent, around: Around): void {
    const mark = /^<[a-z]+>$/iu.test(tag) ? MARK_OF[nameOf(tag)] : undefined;
    if (mark !== undefined) {
      const marks = around.marks.includes(mark) ? around.marks : [...around.marks, mark];
      this.#nodes(inside, { ...around, marks });
      return;
    }
    const range = rangeOf(end);
    const id = this.#add(
      'open',
      nameOf(tag),
      oneLine(tag),
      around,
      oneLine(this.#book.text.slice(range.start, range.end)),
    );
    this.#nodes(inside, around);
    this.#runs.push({ placeholder: id, kind: 'close', label: nameOf(tag), ...linkOf(around) });
  }

  #single(value: string, range: Range, around: Around): void {
    const name = nameOf(value);
    const kinds: Readonly<Record<string, PlaceholderKind>> = { br: 'break', img: 'image', '!--': 'comment' };
    const kind = value.startsWith('<!--') ? 'comment' : (kinds[name] ?? 'object');
    this.#whole(kind, kind === 'break' ? '\n' : '', range, around);
  }

  #whole(kind: PlaceholderKind, label: string, source: Range, around: Around): void {
    const open = oneLine(this.#book.text.slice(source.start, source.end));
    this.#put({ kind, label, open, ...(kind === 'image' ? { source } : {}) }, around);
  }

  #add(kind: PlaceholderKind, label: string, open: string, around: Around, close?: string): number {
    return this.#put({ kind, label, open, ...(close === undefined ? {} : { close }) }, around);
  }

  #put(placeholder: MarkdownPlaceholder, around: Around): number {
    const id = this.#book.placeholders.push(placeholder);
    const { kind, label } = placeholder;
    this.#runs.push({ placeholder: id, kind, label, ...linkOf(around) });
    return id;
  }
}

function linkOf({ link }: Around): { link?: string } {
  return link === undefined ? {} : { link };
}

/** Source that stands on one line wherever it is put: line ends inside it are blanks, with what begins the next line. */
export function oneLine(source: string): string {
  return source.replaceAll(/[ \t]*(?:\r\n|\r|\n)[ \t>]*/gu, ' ');
}

function nameOf(tag: string): string {
  return /^<\/?([a-zA-Z][\w-]*)/u.exec(tag)?.[1]?.toLowerCase() ?? '';
}

/** The index of the end tag that belongs to a start tag among its siblings; −1 when it has none. */
function closingOf(nodes: readonly PhrasingContent[], at: number): number {
  const node = nodes[at];
  if (node?.type !== 'html' || !/^<[a-zA-Z]/u.test(node.value) || node.value.endsWith('/>')) return -1;
  const name = nameOf(node.value);
  if (VOID.has(name)) return -1;
  let depth = 0;
  for (let index = at + 1; index < nodes.length; index++) {
    const each = nodes[index];
    if (each?.type !== 'html' || nameOf(each.value) !== name) continue;
    if (!each.value.startsWith('</')) depth += each.value.endsWith('/>') ? 0 : 1;
    else if (depth === 0) return index;
    else depth -= 1;
  }
  return -1;
}
