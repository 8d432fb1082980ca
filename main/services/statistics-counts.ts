import type { MatchBand } from '#shared/contract/memory.ts';
import type { Scope, ScopeCounts } from '#shared/contract/statistics.ts';
import type { CountedSentence, CountedUnit } from './statistics-units.ts';

type Amount = ScopeCounts['total'];
type WritableAmount = { -readonly [Key in keyof Amount]: Amount[Key] };

/** Bands from what costs least work to what costs most. */
export const BANDS: readonly MatchBand[] = ['context', '100', '95-99', '85-94', '75-84', '50-74', 'new'];
/** The lowest score of each band. */
const LOWEST: readonly (readonly [band: MatchBand, score: number])[] = [
  ['100', 100],
  ['95-99', 95],
  ['85-94', 85],
  ['75-84', 75],
  ['50-74', 50],
];
/** Below, a match saves nobody work. */
export const LEAST_SCORE = 50;

/** The band of a match; `score`: 0–100, undefined where there is none. */
export function matchBand(score: number | undefined, isContext: boolean): MatchBand {
  if (isContext) return 'context';
  return LOWEST.find(([, lowest]) => (score ?? 0) >= lowest)?.[0] ?? 'new';
}

/** The band of a sentence where it stands. */
export type BandOf = (sentence: CountedSentence, unit: CountedUnit) => MatchBand;

/**
 * Adds up the units of a scope, document after document. A sentence that was there before in the scope is a repetition;
 * each other is in one band, so that total = repetitions + bands. A unit counts where its least known sentence does.
 */
export function countUnits(scope: Scope, title: string, units: readonly CountedUnit[], bandOf: BandOf): ScopeCounts {
  const total = nothing();
  const repetitions = nothing();
  const bands = Object.fromEntries(BANDS.map((band) => [band, nothing()])) as Record<MatchBand, WritableAmount>;
  const seen = new Set<string>();
  for (const unit of units) {
    // Repetitions are known best of all.
    let least = -1;
    for (const sentence of unit.sentences) {
      add(total, sentence);
      if (seen.has(sentence.text)) {
        add(repetitions, sentence);
        continue;
      }
      seen.add(sentence.text);
      const band = bandOf(sentence, unit);
      add(bands[band], sentence);
      least = Math.max(least, BANDS.indexOf(band));
    }
    total.units += 1;
    (bands[BANDS[least] as MatchBand] ?? repetitions).units += 1;
  }
  return { scope, title, total, repetitions, bands };
}

function nothing(): WritableAmount {
  return { units: 0, segments: 0, words: 0, characters: 0 };
}

function add(amount: WritableAmount, { words, characters }: CountedSentence): void {
  amount.segments += 1;
  amount.words += words;
  amount.characters += characters;
}
