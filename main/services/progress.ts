import type { Progress } from '#shared/contract/library.ts';
import { isDone } from '#shared/model/unit.ts';
import type { Tally } from '#main/store/queries/units.ts';

const SIGNED = { reason: 'other', author: '', at: '' } as const;

/** Adds a document's tallies up. Statuses and modes are counted in words, as rows say them. */
export function progressOf(tallies: readonly Tally[]): Progress {
  const byStatus = { untranslated: 0, draft: 0, translated: 0, reviewed: 0, approved: 0 };
  const byMode = { faithful: 0, adapted: 0, added: 0, omitted: 0 };
  const sums = { units: 0, words: 0, doneWords: 0, stale: 0, findings: 0 };
  for (const tally of tallies) {
    byStatus[tally.status] += tally.words;
    byMode[tally.mode] += tally.words;
    sums.units += tally.units;
    sums.words += tally.words;
    sums.stale += tally.stale;
    sums.findings += tally.findings;
    const adaptation = tally.signed ? SIGNED : null;
    if (isDone({ mode: tally.mode, status: tally.status, adaptation })) sums.doneWords += tally.words;
  }
  return { ...sums, byStatus, byMode };
}
