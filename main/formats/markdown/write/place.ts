import type { RootContent } from 'mdast';
import type { Planned } from '#main/formats/common/plan.ts';
import type { Splicer } from '#main/formats/common/splice.ts';
import type { Item, MarkdownBlock } from '../model.ts';
import { rangeOf } from '../parse.ts';
import type { InlineWriter } from './inline.ts';
import { lineOf } from './sweep.ts';

/** Where new lines go and what they follow. */
interface Cursor {
  readonly offset: number;
  /** New lines stand before what is there, not behind it. */
  readonly ahead: boolean;
}

/** A new block as it stands in the source: what its first line begins with, and its further lines. */
interface Lines {
  readonly first: string;
  readonly further: string;
  readonly isItem: boolean;
  /** Of the item it is or goes on in; 0 outside lists. */
  readonly level: number;
}

/** Writes new and moved blocks between two that stay. */
export class Placer {
  readonly #writer: InlineWriter;
  readonly #splicer: Splicer;

  constructor(writer: InlineWriter, splicer: Splicer) {
    this.#writer = writer;
    this.#splicer = splicer;
  }

  place(
    batch: readonly Planned<MarkdownBlock>[],
    before: MarkdownBlock | undefined,
    after: MarkdownBlock | undefined,
    fallback: MarkdownBlock,
  ): void {
    const { lineEnd, text: source } = this.#writer.model;
    const cursor = cursorOf(before, after, fallback, batch[0], source);
    let out = '';
    let wasItem = (before?.items.length ?? 0) > 0;
    let from = before;
    let inner = before?.prefix ?? '';
    for (const planned of batch) {
      const lines = this.#linesOf(planned, from, after ?? (cursor.ahead ? fallback : undefined), inner);
      // What is no item ends the list: later ones begin another.
      if (from !== undefined) {
        const prefix = lines.isItem ? from.prefix : lines.further;
        from = { ...from, prefix, items: from.items.slice(0, lines.level) };
      }
      inner = lines.further;
      const text = this.#textOf(planned, lines);
      const gap = lines.isItem && wasItem ? '' : `${lines.further.trimEnd()}${lineEnd}`;
      const isFirst = out === '' && cursor.ahead;
      out += isFirst
        ? lines.first.slice(cursor.ahead ? this.#given(cursor) : 0) + text
        : lineEnd + gap + lines.first + text;
      wasItem = lines.isItem;
    }
    if (cursor.ahead) out += this.#backTo(cursor, wasItem, after ?? fallback);
    else out += this.#apart(cursor.offset, wasItem, before);
    this.#splicer.replace(cursor.offset, cursor.offset, out);
  }

  /** How much of a line's beginning stands there already. */
  #given({ offset }: Cursor): number {
    const { text } = this.#writer.model;
    return offset - lineOf(text, offset);
  }

  /** What keeps the lines that follow from being taken for more of the last new block. */
  #apart(offset: number, wasItem: boolean, before: MarkdownBlock | undefined): string {
    const { text, lineEnd } = this.#writer.model;
    const rest = text.slice(offset, offset + 400);
    const isCode = /^(?:[ \t>]*(?:\r\n|\r|\n))+[ >]*(?: {4}|\t)/u.test(rest);
    // A list and indented code are kept apart by a comment (CommonMark 5.3).
    if (wasItem && isCode && before?.items.length === 0) return `${lineEnd}${lineEnd}<!-- -->`;
    const [, next = ''] = /^[^\r\n]*(?:\r\n|\r|\n)([^\r\n]*)/u.exec(rest) ?? [];
    const isClear = /^[ \t>]*$/u.test(next) || (wasItem && /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]/u.test(next));
    return isClear ? '' : lineEnd + (before?.prefix.trimEnd() ?? '');
  }

  #backTo(cursor: Cursor, wasItem: boolean, next: MarkdownBlock): string {
    const { text, lineEnd } = this.#writer.model;
    const line = text.slice(lineOf(text, cursor.offset), cursor.offset);
    const isItem = next.items.some((item) => rangeOf(item.node).start === cursor.offset);
    return wasItem && isItem ? lineEnd + line : `${lineEnd}${line.trimEnd()}${lineEnd}${line}`;
  }

  #textOf({ unit, block, content }: Planned<MarkdownBlock>, { further }: Lines): string {
    const { lineEnd } = this.#writer.model;
    const kind = (block ?? unit).kind;
    const form = kind === 'heading' ? 'heading' : 'paragraph';
    return this.#writer.write(content, form, lineEnd + further);
  }

  #linesOf(
    { unit, block }: Planned<MarkdownBlock>,
    before: MarkdownBlock | undefined,
    after: MarkdownBlock | undefined,
    inner: string,
  ): Lines {
    const { kind, level = 1 } = block ?? unit;
    const inside = before?.items[0];
    const isSplit = inside !== undefined && inside.list === after?.items[0]?.list;
    const isDeep = isSplit && ((after?.items.length ?? 0) > 1 || inside.node === after?.items[0]?.node);
    if (kind === 'listItem') {
      // Items more than one level below would hang in the air.
      const least = isSplit ? (after?.items.length ?? 0) - 1 : 0;
      if (least > level) this.#writer.find('styleMissing', { container: unit.anchors[0] ?? '', kind });
      return this.#itemLines(Math.max(level, least), before, after);
    }
    let base = before === undefined ? outerPrefix(after) : isDeep ? inner : before.prefix;
    if (inside !== undefined && !isDeep) base = inside.indent.replace(/[ \t]+$/u, '');
    if (isDeep && kind !== 'heading') this.#writer.find('styleMissing', { container: unit.anchors[0] ?? '', kind });
    const hashes = kind === 'heading' ? `${'#'.repeat(Math.min(6, level))} ` : '';
    return { first: base + hashes, further: base, isItem: false, level: isDeep ? (before?.items.length ?? 0) : 0 };
  }

  #itemLines(level: number, before: MarkdownBlock | undefined, after: MarkdownBlock | undefined): Lines {
    // The next one's list is open here only if the item around it is.
    const around = before?.items[level - 2]?.node;
    const isOpen =
      level === 1 || before === undefined || (around !== undefined && around === after?.items[level - 2]?.node);
    const next = isOpen ? after?.items[level - 1] : undefined;
    const near = before?.items[level - 1] ?? next;
    if (near !== undefined) return lines(near.indent + nextMarker(near, before?.items[level - 1] === near), level);
    const depth = Math.min(before?.items.length ?? 0, level - 1);
    const base =
      depth === 0
        ? outerPrefix(before ?? after)
        : (before?.items[depth - 1]?.indent ?? '') + ' '.repeat(before?.items[depth - 1]?.marker.length ?? 2);
    return lines(base + '- '.repeat(level - depth), level);
  }
}

function lines(first: string, level: number): Lines {
  return { first, further: first.replaceAll(/[^\s>]/gu, ' '), isItem: true, level };
}

/** The marker of an item that follows another: bullets stay, numbers count on. */
function nextMarker({ marker }: Item, isBehind: boolean): string {
  return marker.replace(/^\d+/u, (digits) => (isBehind ? String(Number(digits) + 1) : digits));
}

/** What lines around the lists of a block begin with. */
function outerPrefix(block: MarkdownBlock | undefined): string {
  const [outermost] = block?.items ?? [];
  return outermost === undefined ? (block?.prefix ?? '') : outermost.indent.replace(/[ \t]+$/u, '');
}

function cursorOf(
  before: MarkdownBlock | undefined,
  after: MarkdownBlock | undefined,
  fallback: MarkdownBlock,
  first: Planned<MarkdownBlock> | undefined,
  text: string,
): Cursor {
  if (before !== undefined) return { offset: rangeOf(before.node as RootContent).end, ahead: false };
  const next = after ?? fallback;
  const wanted = first?.block ?? first?.unit;
  const item = wanted?.kind === 'listItem' && after !== undefined ? next.items[(wanted.level ?? 1) - 1] : undefined;
  const node = item?.node ?? next.items[0]?.list ?? next.node;
  const { start } = node === undefined ? next.span : rangeOf(node);
  const line = lineOf(text, start);
  // What stands there now goes, with its whole lines.
  const isWhole = after === undefined && /^[\s>]*$/u.test(text.slice(line, start));
  return { offset: isWhole ? line : start, ahead: true };
}
