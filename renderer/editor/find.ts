import { textOf, type Content } from '#shared/model/content.ts';
import type { UnitId } from '#shared/model/unit.ts';
import type { DocumentModel } from './model/document-model.ts';

export interface Found {
  readonly unit: UnitId;
  readonly side: 'source' | 'target';
  /** Which occurrence within that side of the unit, from 0. */
  readonly nth: number;
}

const folded = new WeakMap<Content, string>();
const MOST = 10_000;

/** Text for finding: without case and accents, one character in is one out where that can be. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

function foldContent(content: Content): string {
  const known = folded.get(content);
  if (known !== undefined) return known;
  const text = fold(textOf(content));
  folded.set(content, text);
  return text;
}

/** Every place a text stands in the document, in reading order, originals before the adapted text of the same row; at most 10,000. */
export function findAll(model: DocumentModel, query: string): readonly Found[] {
  const needle = fold(query);
  const found: Found[] = [];
  if (needle === '') return found;
  for (const unit of model.units()) {
    const source = model
      .sourceOf(unit)
      .reduce((sum, block) => sum + occurrences(foldContent(block.content), needle), 0);
    for (let nth = 0; nth < source; nth += 1) found.push({ unit: unit.id, side: 'source', nth });
    const target = occurrences(foldContent(unit.content), needle);
    for (let nth = 0; nth < target; nth += 1) found.push({ unit: unit.id, side: 'target', nth });
    if (found.length >= MOST) break;
  }
  return found;
}

function occurrences(text: string, needle: string): number {
  let count = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) count += 1;
  return count;
}

/** The ranges of the page where a text stands inside an element, across marks and chips' borders. */
export function rangesIn(element: Element, query: string): Range[] {
  const needle = fold(query);
  if (needle === '') return [];
  const { text, at } = foldedText(element);
  const ranges: Range[] = [];
  for (let from = text.indexOf(needle); from >= 0; from = text.indexOf(needle, from + needle.length)) {
    const start = at[from];
    const end = at[from + needle.length - 1];
    if (start === undefined || end === undefined) continue;
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset + end.width);
    ranges.push(range);
  }
  return ranges;
}

interface Spot {
  readonly node: Text;
  readonly offset: number;
  readonly width: number;
}

function foldedText(element: Element): { text: string; at: readonly Spot[] } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('.chip, .where, .none') === null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  let text = '';
  const at: Spot[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    let offset = 0;
    for (const char of node.data) {
      const plain = fold(char);
      for (let index = 0; index < plain.length; index += 1) at.push({ node, offset, width: char.length });
      text += plain;
      offset += char.length;
    }
  }
  return { text, at };
}
