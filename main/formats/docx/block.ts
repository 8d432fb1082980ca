import { isText, sameLook, type Content, type PlaceholderRun, type Run, type TextRun } from '#shared/model/content.ts';
import type { XmlElement } from '../package/xml.ts';
import type { Looks, RunLook } from './look.ts';
import { wrapperContent } from './inline.ts';
import type { DocxPlaceholder, EdgeItems, Item, LinkTemplate, TrackedRange } from './model.ts';
import type { Token } from './tokens.ts';

/** What a block's tokens come to: its content and where that stands. */
export interface BlockContent {
  readonly content: Content;
  readonly span: { readonly start: number; readonly end: number };
  readonly lead: readonly Item[];
  readonly tail: readonly Item[];
  readonly edges: readonly EdgeItems[];
  readonly base: RunLook;
  readonly linkLook: string;
  readonly links: readonly LinkTemplate[];
  readonly tracked: readonly TrackedRange[];
  /** The tokens that became content, in order. */
  readonly tokens: readonly Token[];
}

/** Hands out a file's placeholder numbers and keeps what they stand for. */
export class PlaceholderBook {
  readonly all: DocxPlaceholder[] = [];

  add(placeholder: Omit<DocxPlaceholder, 'id'>): DocxPlaceholder {
    const entry: DocxPlaceholder = { id: this.all.length + 1, ...placeholder };
    this.all.push(entry);
    return entry;
  }

  complete(entry: DocxPlaceholder, closeItems: readonly Item[]): void {
    this.all[entry.id - 1] = { ...entry, closeItems };
  }
}

/** Kinds that alone make a paragraph worth showing, and those that do only when there is something to read. */
const VISIBLE: ReadonlySet<string> = new Set(['image', 'textBox', 'equation', 'symbol', 'noteRef']);
const VISIBLE_WITH_TEXT: ReadonlySet<string> = new Set(['object', 'field', 'hidden']);

function isVisible(token: Token): boolean {
  if (token.derived === true || token.zero) return false;
  if (token.type === 'text') return token.text.trim() !== '';
  if (token.type !== 'placeholder') return false;
  return VISIBLE.has(token.kind) || (VISIBLE_WITH_TEXT.has(token.kind) && token.text.trim() !== '');
}

/**
 * Turns tokens into a block's content, or undefined when there is nothing to see. What has no width, and a pair that
 * encloses everything, stays outside the content at its edges, so that people meet as few placeholders as possible.
 */
export function buildContent(
  tokens: readonly Token[],
  paragraphs: readonly XmlElement[],
  part: string,
  looks: Looks,
  linkStyle: RunLook | undefined,
  base: RunLook,
  book: PlaceholderBook,
): BlockContent | undefined {
  if (!tokens.some(isVisible)) return undefined;
  const { from, to, parent } = trimEdges(tokens, paragraphs.at(-1) as XmlElement);
  const inner = tokens.slice(from, to);
  const linkLook = linkStyle === undefined ? base.id : looks.linkLookOver(base, linkStyle);
  const joined = paragraphs.length > 1;
  const span = joined ? contentSpan(paragraphs.at(-1) as XmlElement) : spanOf(inner, parent);
  const inSpan = ({ element }: Item): boolean => joined || (element.start >= span.start && element.end <= span.end);
  const edge = (outer: readonly Token[]): readonly Item[] =>
    kept(outer.flatMap((token) => token.items).filter((item) => inSpan(item)));
  const [before, after] = [tokens.slice(0, from), tokens.slice(to)];
  return {
    content: contentOf(inner, part, base, linkLook, book),
    span,
    lead: edge(before),
    tail: edge(after),
    edges: kept([...before, ...after].map(({ items, unpaired }) => ({ items, halfField: unpaired === true }))),
    base,
    linkLook,
    links: kept([...new Set(inner.flatMap((token) => token.link ?? []))]),
    tracked: kept(trackedRanges(inner)),
    tokens: inner,
  };
}

/** Blocks have many lists that are nearly always empty: they share one. */
function kept<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : list;
}

export const NOTHING: readonly never[] = [];

function trimEdges(tokens: readonly Token[], paragraph: XmlElement): { from: number; to: number; parent: XmlElement } {
  let from = 0;
  let to = tokens.length;
  let parent = paragraph;
  for (;;) {
    const first = tokens[from] as Token;
    const last = tokens[to - 1] as Token;
    if (first.zero) from += 1;
    else if (last.zero) to -= 1;
    else if (first.type === 'open' && last.type === 'close' && first.pair === last.pair && first.link === undefined) {
      from += 1;
      to -= 1;
      const wrapper = first.wrapper === true ? first.items[0]?.element : undefined;
      parent = (wrapper === undefined ? undefined : wrapperContent(wrapper)) ?? parent;
    } else return { from, to, parent };
  }
}

/** Everything after the paragraph's properties. */
function contentSpan(paragraph: XmlElement): { start: number; end: number } {
  return { start: paragraph.child('w:pPr')?.end ?? paragraph.contentStart, end: paragraph.contentEnd };
}

/** From the first to the last child of `parent` that holds any of the tokens. */
function spanOf(tokens: readonly Token[], parent: XmlElement): { start: number; end: number } {
  const first = tokens[0] as Token;
  const last = tokens.at(-1) as Token;
  const start = childOf(parent, first.items[0] as Item).start;
  const end = childOf(parent, last.items.at(-1) as Item).end;
  // A link may enclose another and so begin before, or end after, the first and last token's own.
  const links = [...new Set(tokens.flatMap((token) => token.link ?? []))];
  const starts = links.flatMap(({ open }) => (open[0] === undefined ? [] : childOf(parent, open[0]).start));
  const ends = links.flatMap(({ close }) => close.slice(-1).map((item) => childOf(parent, item).end));
  return { start: Math.min(start, ...starts), end: Math.max(end, ...ends) };
}

function childOf(parent: XmlElement, item: Item): XmlElement {
  let element = item.run ?? item.element;
  while (element.parent !== null && element.parent !== parent) element = element.parent;
  return element;
}

/**
 * The look most of the text outside links has: new text gets it, and runs that have it need not say so. A character
 * style is a remark on some words (code, emphasis) and is chosen only where there is nothing else. Where the writer's
 * text would lead to another choice than before it leaves an empty text in the look meant, which decides (`hint`).
 */
export function baseLookOf<T extends Pick<RunLook, 'id' | 'properties'>>(
  texts: readonly { readonly look: T; readonly size: number }[],
): T | undefined {
  const first = texts[0]?.look;
  if (texts.every(({ look }) => look.id === first?.id)) return first;
  const sizes = new Map<string, { look: T; size: number }>();
  for (const { look, size } of texts) {
    const entry = sizes.get(look.id);
    if (entry === undefined) sizes.set(look.id, { look, size });
    else entry.size += size;
  }
  let best: { look: T; size: number; styled: boolean } | undefined;
  for (const entry of sizes.values()) {
    const styled = entry.look.properties[0]?.name === 'w:rStyle';
    const better = best === undefined || (styled === best.styled ? entry.size > best.size : best.styled);
    if (better) best = { ...entry, styled };
  }
  return best?.look;
}

/** The looks of the text outside links. */
export function textLooks(tokens: readonly Token[]): readonly { look: RunLook; size: number }[] {
  const looks: { look: RunLook; size: number }[] = [];
  for (const { type, link, items, text } of tokens) {
    const look = items[0]?.look;
    if (type === 'text' && link === undefined && look !== undefined) looks.push({ look, size: text.length });
  }
  return looks;
}

function contentOf(
  tokens: readonly Token[],
  part: string,
  base: RunLook,
  linkLook: string,
  book: PlaceholderBook,
): Content {
  const runs: Run[] = [];
  const open = new Map<object, DocxPlaceholder>();
  const usual = linkLook === base.id ? undefined : linkLook;
  for (const token of tokens) {
    const link = token.link === undefined ? {} : { link: token.link.link };
    if (token.type === 'text') addText(runs, textOf(token, base, usual));
    else if (token.type === 'close' && token.pair !== undefined && open.has(token.pair)) {
      const entry = open.get(token.pair) as DocxPlaceholder;
      book.complete(entry, token.items);
      runs.push({ placeholder: entry.id, kind: 'close', label: token.text, ...link });
    } else {
      const entry = book.add({
        kind: token.kind,
        label: token.text,
        part,
        items: token.items,
        closeItems: [],
        wrapper: token.wrapper ?? false,
        unpaired: token.unpaired === true || isHalf(token.items),
      });
      if (token.type === 'open' && token.pair !== undefined) open.set(token.pair, entry);
      const run: PlaceholderRun = {
        placeholder: entry.id,
        kind: token.kind,
        label: token.text.normalize('NFC'),
        ...link,
      };
      runs.push(run);
    }
  }
  return runs;
}

/** Adds text to the run before it where both look alike, so that the content is canonical as it grows. */
function addText(runs: Run[], run: TextRun): void {
  const last = runs.at(-1);
  if (last === undefined || !isText(last) || !sameLook(last, run)) runs.push(run);
  else runs[runs.length - 1] = { ...last, text: (last.text + run.text).normalize('NFC') };
}

function textOf({ text, link, items }: Token, base: RunLook, linkLook: string | undefined): TextRun {
  const look = items[0]?.look as RunLook;
  const usual = link === undefined ? base.id : (linkLook ?? base.id);
  const marks = link === undefined || linkLook === undefined ? look.marks : look.linkMarks;
  if (link === undefined) return look.id === usual ? { text, marks } : { text, marks, format: look.id };
  return look.id === usual ? { text, marks, link: link.link } : { text, marks, link: link.link, format: look.id };
}

function trackedRanges(tokens: readonly Token[]): readonly TrackedRange[] {
  const ranges: TrackedRange[] = [];
  let at = 0;
  for (const { type, text, items } of tokens) {
    const from = at;
    at += type === 'text' ? text.length : 1;
    const element = insertionAround(items[0]);
    const last = ranges.at(-1);
    if (element === undefined) continue;
    if (last?.element === element && last.to === from) ranges[ranges.length - 1] = { ...last, to: at };
    else ranges.push({ from, to: at, element });
  }
  return ranges;
}

function insertionAround(item: Item | undefined): XmlElement | undefined {
  let element = (item?.run ?? item?.element)?.parent ?? null;
  for (; element !== null && element.name !== 'w:p'; element = element.parent)
    if (element.name === 'w:ins') return element;
  return undefined;
}

/** Whether a start among the items has no end among them, or the other way round (bookmarks, comments, permissions). */
export function isHalf(items: readonly Item[]): boolean {
  const starts = new Set<string>();
  const ends = new Set<string>();
  for (const { element } of items) {
    const match = /^w:(.+?)(RangeStart|RangeEnd|Start|End)$/u.exec(element.name);
    if (match === null) continue;
    const key = `${match[1]}:${element.attributes['w:id'] ?? ''}`;
    (match[2]?.endsWith('Start') === true ? starts : ends).add(key);
  }
  return [...starts].some((key) => !ends.has(key)) || [...ends].some((key) => !starts.has(key));
}
