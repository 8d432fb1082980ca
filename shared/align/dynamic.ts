import { cellAt, type Band } from './band.ts';

/** The shapes a link may take in order: how many source and received blocks it takes. */
export const SHAPES = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
  [2, 2],
] as const;

const DOWN = Uint8Array.from(SHAPES, ([down]) => down);
const ACROSS = Uint8Array.from(SHAPES, ([, across]) => across);

/** Score (log odds) of a link of shape `shape` that starts at source `row` and received `column`; −∞ forbids it. */
export type StepScore = (shape: number, row: number, column: number, cell: number) => number;

/** A link found on the best path. */
export interface Step {
  readonly row: number;
  readonly column: number;
  readonly shape: number;
  readonly score: number;
  /** Probability of this very link among all paths through the band. */
  readonly posterior: number;
}

/** Posteriors are taken at this temperature: the score counts words as if they were independent, which overstates it. */
const TEMPERATURE = 1.6;

/** The best monotone path through the band, with the posterior probability of each of its links (forward–backward). */
export function bestPath(band: Band, score: StepScore): readonly Step[] {
  const scores = new Float32Array(band.size * SHAPES.length).fill(Number.NEGATIVE_INFINITY);
  const { best, from, inside } = forwardPass(band, score, scores);
  const outside = backwardPass(band, scores);
  const last = cellAt(band, band.rows, band.columns);
  const all = inside[last] as number;
  const steps: Step[] = [];
  let row = band.rows;
  let column = band.columns;
  while (row > 0 || column > 0) {
    const cell = cellAt(band, row, column);
    const shape = from[cell] as number;
    const [down, across] = SHAPES[shape] as readonly [number, number];
    const before = cellAt(band, row - down, column - across);
    const value = scores[before * SHAPES.length + shape] as number;
    const log = (inside[before] as number) + value / TEMPERATURE + (outside[cell] as number) - all;
    steps.push({
      row: row - down,
      column: column - across,
      shape,
      score: value,
      posterior: Math.exp(Math.min(0, log)),
    });
    row -= down;
    column -= across;
  }
  if ((best[last] as number) === Number.NEGATIVE_INFINITY) throw new Error('the band has no path');
  return steps.toReversed();
}

interface Forward {
  /** Per node, the score of the best path to it, and the shape of that path's last link. */
  readonly best: Float64Array;
  readonly from: Uint8Array;
  /** Per node, the log of the sum over all paths to it. */
  readonly inside: Float64Array;
}

/** Keeps every score it asks for in `scores`. */
function forwardPass(band: Band, score: StepScore, scores: Float32Array): Forward {
  const best = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  const inside = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  const from = new Uint8Array(band.size);
  best[0] = 0;
  inside[0] = 0;
  for (let row = 0; row <= band.rows; row += 1) {
    for (let column = band.lo[row] as number; column <= (band.hi[row] as number); column += 1) {
      const cell = cellAt(band, row, column);
      if (best[cell] === Number.NEGATIVE_INFINITY) continue;
      for (let shape = 0; shape < SHAPES.length; shape += 1) {
        const next = cellAt(band, row + (DOWN[shape] as number), column + (ACROSS[shape] as number));
        if (next < 0) continue;
        const value = score(shape, row, column, cell);
        if (value === Number.NEGATIVE_INFINITY) continue;
        scores[cell * SHAPES.length + shape] = value;
        const total = (best[cell] as number) + value;
        if (total > (best[next] as number)) {
          best[next] = total;
          from[next] = shape;
        }
        inside[next] = logAdd(inside[next] as number, (inside[cell] as number) + value / TEMPERATURE);
      }
    }
  }
  return { best, from, inside };
}

function backwardPass(band: Band, scores: Float32Array): Float64Array {
  const outside = new Float64Array(band.size).fill(Number.NEGATIVE_INFINITY);
  outside[cellAt(band, band.rows, band.columns)] = 0;
  for (let row = band.rows; row >= 0; row -= 1) {
    for (let column = band.hi[row] as number; column >= (band.lo[row] as number); column -= 1) {
      const cell = cellAt(band, row, column);
      for (let shape = 0; shape < SHAPES.length; shape += 1) {
        const next = cellAt(band, row + (DOWN[shape] as number), column + (ACROSS[shape] as number));
        if (next < 0 || outside[next] === Number.NEGATIVE_INFINITY) continue;
        const value = scores[cell * SHAPES.length + shape] as number;
        if (value === Number.NEGATIVE_INFINITY) continue;
        outside[cell] = logAdd(outside[cell] as number, (outside[next] as number) + value / TEMPERATURE);
      }
    }
  }
  return outside;
}

const FARTHEST = 18;
const STEPS_PER_UNIT = 256;
/** log(1 + e^−d) at even steps of d: read with interpolation, right to 10⁻⁶, and several times quicker than computed. */
const LOG_SUM = Float64Array.from({ length: FARTHEST * STEPS_PER_UNIT + 2 }, (_, step) =>
  Math.log1p(Math.exp(-step / STEPS_PER_UNIT)),
);

/** log(e^a + e^b). */
function logAdd(a: number, b: number): number {
  const high = a > b ? a : b;
  const distance = a > b ? a - b : b - a;
  // Also where one of them is −∞.
  if (!(distance < FARTHEST)) return high;
  const at = distance * STEPS_PER_UNIT;
  const step = Math.floor(at);
  const lower = LOG_SUM[step] as number;
  return high + lower + (at - step) * ((LOG_SUM[step + 1] as number) - lower);
}
