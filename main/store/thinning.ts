/** Why a backup was made: by the half-hour, or before something that changes much at once. */
export type BackupReason = 'migrate' | 'import' | 'reset' | 'scheduled' | 'restore';

/** What thinning looks at. */
export interface Dated {
  /** Counts up for ever: the order of backups never depends on a clock. */
  readonly sequence: number;
  readonly reason: BackupReason;
  /** When it was made by the clock of then, in ms since 1970. Clocks of these machines are often wrong. */
  readonly at: number;
}

const DAY = 86_400_000;
/** 1 January 1970 was a Thursday. */
const MONDAY = 3;

/** Two days and the present one: everything, and no more than two days of half-hours round the clock. */
const WHOLE_DAYS = 3;
const MOST = 96;

/** Of each of the last `count` days, weeks or months that have a backup, the newest stays; the present one is one of them. */
const SLOTS: readonly { readonly count: number; readonly slotOf: (at: number) => number }[] = [
  { count: 15, slotOf: dayOf },
  { count: 10, slotOf: (at) => Math.floor((dayOf(at) + MONDAY) / 7) },
  { count: 13, slotOf: monthOf },
];

/**
 * The backups nobody will miss (trust.md, 4): all are kept for two days, then one a day for two weeks, one a week for two
 * months, one a month for a year. Days, weeks and months are counted where there are backups, from the highest sequence
 * number down, and never measured from the present: time that passes without work discards nothing, nor does a clock
 * that jumps. `now` (ms since 1970) only tells which dates lie ahead: such a backup stays, fills no slot, and makes no
 * other one go. Those made before a migration stay: they are the only way back to an older Adapta.
 */
export function toDiscard<B extends Dated>(backups: readonly B[], now: number): readonly B[] {
  const thinned = backups
    .filter(({ reason, at }) => reason !== 'migrate' && at <= now)
    .toSorted((a, b) => b.sequence - a.sequence);
  const kept = new Set<B>(wholeDays(thinned));
  for (const { count, slotOf } of SLOTS) {
    for (const backup of newestOfEach(thinned, count, slotOf)) kept.add(backup);
  }
  return thinned.filter((backup) => !kept.has(backup));
}

function wholeDays<B extends Dated>(newestFirst: readonly B[]): readonly B[] {
  const days = new Set(newestOfEach(newestFirst, WHOLE_DAYS, dayOf).map(({ at }) => dayOf(at)));
  return newestFirst.filter(({ at }) => days.has(dayOf(at))).slice(0, MOST);
}

function newestOfEach<B extends Dated>(
  newestFirst: readonly B[],
  count: number,
  slotOf: (at: number) => number,
): readonly B[] {
  const newest = new Map<number, B>();
  for (const backup of newestFirst) {
    const slot = slotOf(backup.at);
    if (newest.size < count && !newest.has(slot)) newest.set(slot, backup);
  }
  return [...newest.values()];
}

function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
