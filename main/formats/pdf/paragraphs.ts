import type { Found, Line } from './model.ts';

const BULLET = /^(?:[•◦▪‣●○■–—*·]|[-](?=\s))\s*/u;
const NUMBER = /^(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)])\s+/u;

/** What a whole file says of its letters. */
export interface Sizes {
  /** Of most of the text. */
  readonly body: number;
  /** Larger ones, the largest first. */
  readonly headings: readonly number[];
  /** Titles of the file's outline by their letters, with their depth. */
  readonly outline: ReadonlyMap<string, number>;
}

/** Letters and figures alone: how titles are compared. */
export function bareTitle(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Lines of one column as paragraphs, headings and list items. */
export function paragraphsOf(lines: readonly Line[], sizes: Sizes): readonly Found[] {
  const right = Math.max(0, ...lines.map((line) => line.right));
  const left = Math.min(...lines.map((line) => line.x));
  const leading = usualLeading(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && goesOn(last, line, { right, left, leading })) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => found(group, sizes));
}

function usualLeading(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const gap = before === undefined ? 0 : before.y - line.y;
    return gap > 1 && gap < line.size * 2.5 ? [gap] : [];
  });
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 14;
}

function goesOn(last: Line, line: Line, page: { right: number; left: number; leading: number }): boolean {
  if (Math.abs(last.size - line.size) > 0.6) return false;
  const gap = last.y - line.y;
  if (gap < 1 || gap > Math.max(page.leading * 1.35, line.size * 1.25)) return false;
  if (BULLET.test(line.text) || (NUMBER.test(line.text) && line.x <= last.x + 1)) return false;
  const isShort = page.right - last.right > (page.right - page.left) * 0.15;
  if (isShort && /[.:;!?»”"]$/u.test(last.text)) return false;
  // A first line set in begins a paragraph where the one before was not set in as far.
  const isIndented = line.x - last.x > line.size * 0.8 && !BULLET.test(last.text) && !NUMBER.test(last.text);
  return !isIndented;
}

function found(group: readonly Line[], { body, headings, outline }: Sizes): Found {
  const text = joinLines(group.map((line) => line.text));
  const size = (group[0] as Line).size;
  const depth = outline.get(bareTitle(text));
  const bySize = headings.findIndex((each) => Math.abs(each - size) < 0.6);
  const level = depth ?? (bySize >= 0 && text.length < 200 ? Math.min(6, bySize + 1) : undefined);
  if (level !== undefined && (depth !== undefined || size > body))
    return { text, kind: 'heading', level, container: 'body' };
  const bullet = BULLET.exec(text)?.[0];
  if (bullet !== undefined) {
    return { text: text.slice(bullet.length), kind: 'listItem', level: 1, label: bullet.trim(), container: 'body' };
  }
  return { text, kind: 'paragraph', container: 'body' };
}

/** Lines as one text; a word cut by a hyphen is whole again. */
export function joinLines(lines: readonly string[]): string {
  let out = '';
  for (const line of lines) {
    if (out === '') out = line;
    else if (/\p{L}[-\u00AD\u2010]$/u.test(out) && /^\p{Ll}/u.test(line)) out = out.slice(0, -1) + line;
    else out += ` ${line}`;
  }
  return out.replaceAll('\u00AD', '').replaceAll(/\s+/gu, ' ').trim();
}
