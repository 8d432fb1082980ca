import type { ProgressDay } from '#shared/contract/statistics.ts';
import { textOf } from '#shared/model/content.ts';
import { isDone, type UnitRecord } from '#shared/model/unit.ts';
import { countWords } from '#shared/text/count-words.ts';
import type { Store } from '#main/store/store.ts';
import type { Steps } from './slices.ts';

/** Units whose history is read at once. */
const UNITS = 100;

interface Levels {
  readonly translated: number;
  readonly reviewed: number;
  readonly approved: number;
}
const NONE: Levels = { translated: 0, reviewed: 0, approved: 0 };

/**
 * The days on which words came to a status or left it, with what there was at the end of each: told from the history of
 * every unit, those taken out of the document too. What a unit was before its first revision it was since the import.
 */
export function* progressOf(
  store: Store,
  documents: readonly string[],
  languages: { readonly targetLanguage: string },
  timeZone: string,
): Steps<{ words: number; days: readonly ProgressDay[] }> {
  const dayOf = dayIn(timeZone);
  const changes = new Map<string, Levels>();
  const words = (unit: UnitRecord): number => {
    const own = countWords(textOf(unit.content), languages.targetLanguage);
    return own > 0 ? own : store.blocks.wordsOf(unit.source);
  };
  let total = 0;
  for (const document of documents) {
    const imported = store.imports.ofDocument(document)[0]?.at;
    for (let after = ''; ;) {
      yield;
      const ids = store.units.everIn(document, after, UNITS);
      for (const id of ids) {
        const present = store.units.get(id) ?? null;
        const revisions = store.revisions.ofUnit(id).toReversed();
        const [first] = revisions;
        let levels = NONE;
        const turn = (unit: UnitRecord | null, at: string): void => {
          const next = unit === null ? NONE : levelsOf(unit, words(unit));
          note(changes, dayOf(at), levels, next);
          levels = next;
        };
        const start = first === undefined ? present : first.before;
        if (start !== null) turn(start, imported ?? first?.at ?? '');
        for (const { after: unit, at } of revisions) turn(unit, at);
        if (present !== null) total += words(present);
      }
      const last = ids.at(-1);
      if (last === undefined) break;
      after = last;
    }
  }
  return { words: total, days: runningTotals(changes) };
}

function levelsOf(unit: UnitRecord, words: number): Levels {
  if (!isDone(unit)) return NONE;
  const isReviewed = unit.status === 'reviewed' || unit.status === 'approved';
  return { translated: words, reviewed: isReviewed ? words : 0, approved: unit.status === 'approved' ? words : 0 };
}

function note(changes: Map<string, Levels>, day: string, before: Levels, after: Levels): void {
  const sum = changes.get(day) ?? NONE;
  const next = {
    translated: sum.translated + after.translated - before.translated,
    reviewed: sum.reviewed + after.reviewed - before.reviewed,
    approved: sum.approved + after.approved - before.approved,
  };
  if (after !== before) changes.set(day, next);
}

function runningTotals(changes: ReadonlyMap<string, Levels>): readonly ProgressDay[] {
  let sum = NONE;
  return [...changes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { translated, reviewed, approved }]) => {
      sum = {
        translated: sum.translated + translated,
        reviewed: sum.reviewed + reviewed,
        approved: sum.approved + approved,
      };
      return { day, ...sum };
    });
}

/** Days as people there live them, `2026-03-07`. */
function dayIn(timeZone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const known = new Map<string, string>();
  return (at) => {
    const day = known.get(at) ?? format.format(new Date(at));
    known.set(at, day);
    return day;
  };
}
