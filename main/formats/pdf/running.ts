import type { Line } from './model.ts';

/** The part of a page, at the top and the foot, where what repeats is looked for. */
const EDGE = 0.1;

/** Lines of all pages, parted into the text and what runs at the top and the foot of pages. */
export interface Parted {
  readonly pages: readonly (readonly Line[])[];
  readonly header: readonly string[];
  readonly footer: readonly string[];
}

/** A page's number, with or without words and the count of pages. */
const PAGE_NUMBER = /^(?:\p{L}+\.?\s*)?[-–—\s]*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|de|of)\s*\d{1,4})?[-–—\s]*$/u;

/** Takes out what repeats at the edges of pages, whatever its figures, and bare page numbers. */
export function withoutRunning(pages: readonly { readonly lines: readonly Line[]; readonly height: number }[]): Parted {
  const seen = new Map<string, { count: number; readonly text: string; readonly top: boolean }>();
  const edges = pages.map(({ lines, height }) => lines.filter((line) => edgeOf(line, height) !== undefined));
  for (const [index, lines] of edges.entries()) {
    const { height = 0 } = pages[index] ?? {};
    for (const line of lines) {
      const key = keyOf(line, height);
      const entry = seen.get(key) ?? { count: 0, text: line.text, top: edgeOf(line, height) === 'top' };
      entry.count += 1;
      seen.set(key, entry);
    }
  }
  const least = Math.max(3, Math.min(6, Math.floor(pages.length / 3)));
  const isRunning = (line: Line, height: number): boolean => {
    if (edgeOf(line, height) === undefined) return false;
    if (pages.length > 2 && PAGE_NUMBER.test(line.text)) return true;
    return (seen.get(keyOf(line, height))?.count ?? 0) >= least;
  };
  const running = [...seen.values()].filter(({ count, text }) => count >= least && /\p{L}{2}/u.test(text));
  return {
    pages: pages.map(({ lines, height }) => lines.filter((line) => !isRunning(line, height))),
    header: running.filter(({ top }) => top).map(({ text }) => text),
    footer: running.filter(({ top }) => !top).map(({ text }) => text),
  };
}

function edgeOf(line: Line, height: number): 'top' | 'foot' | undefined {
  if (line.y > height * (1 - EDGE)) return 'top';
  return line.y < height * EDGE ? 'foot' : undefined;
}

function keyOf(line: Line, height: number): string {
  return `${edgeOf(line, height) ?? ''} ${Math.round(line.y / 4)} ${line.text.replaceAll(/\d+/gu, '#')}`;
}
