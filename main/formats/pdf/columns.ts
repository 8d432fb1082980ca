import type { Line } from './model.ts';

/** Fewer rows side by side are a table's, not columns of text. */
const LEAST_ROWS = 4;
const GUTTER = 8;

/** Lines in the order they are read: columns one after the other where the page has such, rows otherwise. */
export function inReadingOrder(lines: readonly Line[]): readonly (readonly Line[])[] {
  const rows = rowsOf(lines);
  const out: Line[][] = [];
  let plain: Line[] = [];
  const flush = (): void => {
    if (plain.length > 0) out.push(plain);
    plain = [];
  };
  for (let at = 0; at < rows.length; at++) {
    const columns = columnsFrom(rows, at);
    if (columns === undefined) {
      plain.push(...(rows[at] as readonly Line[]));
      continue;
    }
    flush();
    for (const column of columns.columns) out.push(...inReadingOrder(column).map((each) => [...each]));
    at = columns.end - 1;
  }
  flush();
  return out;
}

function rowsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const rows: Line[][] = [];
  for (const line of lines.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && row[0].y - line.y < line.size * 0.5) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** The longest run of rows from one on that a gutter parts from top to foot, with text enough on both sides. */
function columnsFrom(
  rows: readonly (readonly Line[])[],
  from: number,
): { readonly columns: readonly (readonly Line[])[]; readonly end: number } | undefined {
  let best: { columns: readonly (readonly Line[])[]; end: number } | undefined;
  const inside: Line[] = [];
  for (let end = from; end < rows.length; end++) {
    inside.push(...(rows[end] as readonly Line[]));
    const gutter = gutterOf(inside);
    if (gutter === undefined && end > from + 1 && inside.length > end - from + 1) break;
    if (gutter === undefined) continue;
    const columns = [inside.filter((line) => line.right <= gutter), inside.filter((line) => line.x >= gutter)];
    if (columns.every(isText)) best = { columns, end: end + 1 };
  }
  return best;
}

/** A place no line crosses, with lines on both sides. */
function gutterOf(lines: readonly Line[]): number | undefined {
  const sorted = lines.toSorted((a, b) => a.x - b.x);
  let right = sorted[0]?.right ?? 0;
  for (const line of sorted) {
    if (line.x - right > GUTTER) return right + (line.x - right) / 2;
    right = Math.max(right, line.right);
  }
  return undefined;
}

/** Lines that fill their column, as text does and the cells of a table do not. */
function isText(lines: readonly Line[]): boolean {
  if (lines.length < LEAST_ROWS) return false;
  const left = Math.min(...lines.map((line) => line.x));
  const width = Math.max(...lines.map((line) => line.right)) - left;
  const full = lines.filter((line) => line.right - line.x > width * 0.6).length;
  return width > 80 && full >= lines.length * 0.5;
}
