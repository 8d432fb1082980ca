/** Which pairs are looked at: per row `i` (0…rows) the columns `lo[i]`…`hi[i]`, both rising with `i`. Nodes, not blocks: row i stands before block i. */
export interface Band {
  readonly rows: number;
  readonly columns: number;
  readonly lo: Int32Array;
  readonly hi: Int32Array;
  /** Index of (i, lo[i]) in flat tables. */
  readonly start: Int32Array;
  readonly size: number;
}

/** A pair of blocks believed to correspond. */
export interface Anchor {
  readonly source: number;
  readonly received: number;
}

/** A gap between anchors is looked at in full up to this many columns a row … */
const WIDEST = 1200;
/** … or less, so that the whole band has about this many cells at most, and no more memory than that. */
const MOST_CELLS = 1_500_000;

/** Everything against everything: for short documents. */
export function fullBand(rows: number, columns: number): Band {
  return bandOf(rows, columns, () => [0, columns]);
}

/**
 * A band around rising anchors: `margin` columns to either side, and between two anchors that are far apart the whole
 * rectangle between them (up to a limit along its diagonal).
 */
export function bandAround(rows: number, columns: number, anchors: readonly Anchor[], margin: number): Band {
  const posts = [{ source: -1, received: -1 }, ...anchors, { source: rows, received: columns }];
  const widest = Math.min(WIDEST, Math.max(2 * margin, MOST_CELLS / (rows + 1)));
  let at = 0;
  return bandOf(rows, columns, (row) => {
    while (at < posts.length - 2 && (posts[at + 1] as Anchor).source < row) at += 1;
    const from = posts[at] as Anchor;
    const to = posts[at + 1] as Anchor;
    const share = (row - from.source) / Math.max(1, to.source - from.source);
    const middle = from.received + share * (to.received - from.received);
    const half = Math.min(widest / 2, margin + to.received - from.received);
    return [
      Math.max(from.received - margin, Math.floor(middle - half)),
      Math.min(to.received + margin, Math.ceil(middle + half)),
    ];
  });
}

function bandOf(rows: number, columns: number, range: (row: number) => readonly [number, number]): Band {
  const lo = new Int32Array(rows + 1);
  const hi = new Int32Array(rows + 1);
  for (let row = 0; row <= rows; row += 1) {
    const [from, to] = range(row);
    lo[row] = Math.max(0, Math.min(columns, from));
    hi[row] = Math.max(0, Math.min(columns, to));
  }
  lo[0] = 0;
  hi[rows] = columns;
  for (let row = 1; row <= rows; row += 1) hi[row] = Math.max(hi[row] as number, hi[row - 1] as number);
  for (let row = rows - 1; row >= 0; row -= 1) lo[row] = Math.min(lo[row] as number, lo[row + 1] as number);
  for (let row = 0; row < rows; row += 1) hi[row] = Math.max(hi[row] as number, lo[row + 1] as number);
  const start = new Int32Array(rows + 2);
  for (let row = 0; row <= rows; row += 1) {
    start[row + 1] = (start[row] as number) + (hi[row] as number) - (lo[row] as number) + 1;
  }
  return { rows, columns, lo, hi, start, size: start[rows + 1] as number };
}

/** Flat index of a node, −1 outside the band. */
export function cellAt(band: Band, row: number, column: number): number {
  if (row > band.rows || column > (band.hi[row] as number) || column < (band.lo[row] as number)) return -1;
  return (band.start[row] as number) + column - (band.lo[row] as number);
}
