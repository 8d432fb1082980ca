import { cellAt, type Anchor, type Band } from './band.ts';
import { SHAPES, type StepScore } from './dynamic.ts';
import type { Side } from './features.ts';
import type { Explained } from './lexical.ts';
import type { StructureScore } from './structure.ts';

/** Log probabilities of the shapes of {@link SHAPES}, before looking at the blocks. */
export const PRIOR = [0.885, 0.045, 0.045, 0.011, 0.011, 0.002].map(Math.log);
const BY_CHANCE = 1.1;
const SPREAD = 0.015;
const SPREAD_PER_CHARACTER = 2;
const FLOOR = -6;

/** How many characters the translation has per character of the source: the median over links believed in. */
export function expansion(source: Side, received: Side, pairs: readonly Anchor[]): number {
  const ratios = pairs
    .filter(
      (pair) => (source.lengths[pair.source] as number) >= 20 && (received.lengths[pair.received] as number) >= 20,
    )
    .map((pair) => (received.lengths[pair.received] as number) / (source.lengths[pair.source] as number))
    .toSorted((a, b) => a - b);
  if (ratios.length >= 10) return ratios[ratios.length >> 1] as number;
  return 1.1;
}

/** Log odds of two lengths in characters being those of a text and its translation. */
export function lengthScore(source: number, received: number, ratio: number): number {
  const deviation = Math.log((received + 2) / (ratio * source + 2));
  const variance = SPREAD + SPREAD_PER_CHARACTER / (source + received + 4);
  const own = (-0.5 * (deviation * deviation)) / variance - 0.5 * Math.log(variance);
  const chance = (-0.5 * (deviation * deviation)) / (BY_CHANCE * BY_CHANCE) - Math.log(BY_CHANCE);
  return Math.max(FLOOR, own - chance);
}

/** All that is known about a group of blocks of both sides. */
export interface Evidence {
  readonly source: Side;
  readonly received: Side;
  readonly band: Band;
  readonly forward: Explained;
  readonly backward: Explained;
  readonly structure: StructureScore;
  readonly ratio: number;
  /** Whether block i may be joined with the next of its side. */
  readonly joinsNext: { readonly source: Uint8Array; readonly received: Uint8Array };
}

/** The score of every link the dynamic programme may take. */
export function stepScore(evidence: Evidence): StepScore {
  const { source, received, band, forward, backward, structure, ratio, joinsNext } = evidence;
  return (shape, row, column, cell) => {
    const prior = PRIOR[shape] as number;
    const [down, across] = SHAPES[shape] as readonly [number, number];
    if (down === 0 || across === 0) return prior;
    if (row >= band.rows || column >= band.columns) return Number.NEGATIVE_INFINITY;
    if (down === 2 && joinsNext.source[row] === 0) return Number.NEGATIVE_INFINITY;
    if (across === 2 && joinsNext.received[column] === 0) return Number.NEGATIVE_INFINITY;
    const right = across === 2 ? cellAt(band, row, column + 1) : -1;
    const below = down === 2 ? cellAt(band, row + 1, column) : -1;
    if ((across === 2 && right < 0) || (down === 2 && below < 0)) return Number.NEGATIVE_INFINITY;
    const ahead = down === 2 ? forward.two : forward.one;
    const back = across === 2 ? backward.two : backward.one;
    let words = (ahead[cell] as number) + (back[cell] as number);
    if (right >= 0) words += ahead[right] as number;
    if (below >= 0) words += back[below] as number;
    if (across === 2) words -= (down === 2 ? forward.twoExcess : forward.oneExcess)[cell] as number;
    if (down === 2) words -= (across === 2 ? backward.twoExcess : backward.oneExcess)[cell] as number;
    let long = source.lengths[row] as number;
    let wide = received.lengths[column] as number;
    if (down === 2) long += source.lengths[row + 1] as number;
    if (across === 2) wide += received.lengths[column + 1] as number;
    return prior + words / 2 + lengthScore(long, wide, ratio) + structure(row, column);
  };
}
