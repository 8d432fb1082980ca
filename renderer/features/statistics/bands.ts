import type { MatchBand } from '#shared/contract/memory.ts';
import type { ScopeCounts } from '#shared/contract/statistics.ts';

/** Columns of the table and parts of the bar, from what costs least work to what costs most. */
export const SHARES = [
  'repetitions',
  'context',
  '100',
  '95-99',
  '85-94',
  '75-84',
  '50-74',
  'new',
] as const satisfies readonly (MatchBand | 'repetitions')[];
export type Share = (typeof SHARES)[number];

/** Words of a row in one of the columns. */
export function wordsOf(row: ScopeCounts, share: Share): number {
  return share === 'repetitions' ? row.repetitions.words : row.bands[share].words;
}
