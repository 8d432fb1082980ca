import type { ScopeCounts } from '#shared/contract/statistics.ts';
import { BANDS } from './statistics-counts.ts';

/** Columns and rows people find in the table, Spanish first. */
export interface TableWords {
  readonly columns: Readonly<Record<'of' | 'title' | 'share' | 'units' | 'segments' | 'words' | 'characters', string>>;
  readonly of: Readonly<Record<ScopeCounts['scope']['of'], string>>;
  readonly shares: Readonly<Record<'total' | 'repetitions' | keyof ScopeCounts['bands'], string>>;
}

const SHARES = ['total', 'repetitions', ...BANDS] as const;

/** The counts as a table: a line for each share of each scope, after a line of names. */
export function* tableOf(rows: readonly ScopeCounts[], words: TableWords): Generator<readonly string[]> {
  const { columns } = words;
  yield [columns.of, columns.title, columns.share, columns.units, columns.segments, columns.words, columns.characters];
  for (const { scope, title, total, repetitions, bands } of rows) {
    const amounts = { total, repetitions, ...bands };
    for (const share of SHARES) {
      const { units, segments, words: count, characters } = amounts[share];
      yield [words.of[scope.of], title, words.shares[share], ...[units, segments, count, characters].map(String)];
    }
  }
}
