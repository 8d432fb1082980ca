import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDiscard, type BackupReason, type Dated } from '#main/store/thinning.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const NOW = Date.UTC(2026, 10, 22, 15);
const REASONS: readonly BackupReason[] = ['migrate', 'import', 'reset', 'scheduled', 'restore'];

/** Numbered in the order given. */
function numbered(times: readonly number[], reason: BackupReason = 'scheduled'): Dated[] {
  return times.map((at, index) => ({ sequence: index + 1, reason, at }));
}

/** A backup every half-hour of eight hours a day, up to the present. */
function daily(days: number): Dated[] {
  const times = Array.from({ length: days }, (_, day) =>
    Array.from({ length: 16 }, (__, slot) => NOW - day * DAY - (slot * HOUR) / 2),
  );
  return numbered(times.flat().toReversed());
}

const kept = (backups: readonly Dated[], now = NOW): readonly Dated[] => {
  const gone = new Set(toDiscard(backups, now));
  return backups.filter((backup) => !gone.has(backup));
};

/** Any dates at all, in any order: what a broken clock leaves. */
const anyBackups = fc
  .array(
    fc.record({
      reason: fc.constantFrom(...REASONS),
      at: fc.oneof(
        fc.integer({ min: -3 * YEAR, max: 2 * YEAR }),
        fc.integer({ min: -30 * 24, max: 2 * 24 }).map((hours) => hours * HOUR),
      ),
    }),
    { maxLength: 200 },
  )
  .map((list) => list.map(({ reason, at }, index): Dated => ({ sequence: index + 1, reason, at: NOW + at })));

describe('with a clock that is right', () => {
  test('everything of the last two days stays', () => {
    const backups = daily(60);
    expect(toDiscard(backups, NOW).filter(({ at }) => at > NOW - 2 * DAY)).toEqual([]);
  });

  test('then one a day for two weeks, one a week for two months, one a month for a year', () => {
    const ages = kept(daily(500)).map(({ at }) => (NOW - at) / DAY);
    const between = (from: number, to: number): number => ages.filter((age) => age > from && age <= to).length;
    expect([between(3, 14), between(15, 61), between(63, 365), between(400, 500)]).toEqual([11, 8, 10, 0]);
  });

  test('no gap is wider than its step', () => {
    const ages = kept(daily(500)).map(({ at }) => (NOW - at) / DAY);
    const widest = (from: number, to: number): number =>
      Math.max(...ages.map((age, index) => (age > from && age <= to ? age - (ages[index + 1] ?? 0) : 0)));
    expect(widest(0, 2)).toBeLessThan(1);
    expect(widest(2, 14)).toBeLessThanOrEqual(1.5);
    expect(widest(14, 61)).toBeLessThanOrEqual(7.5);
    expect(widest(61, 365)).toBeLessThanOrEqual(31.5);
  });

  test('a year of work keeps fewer than eighty', () => {
    expect(kept(daily(365)).length).toBeLessThan(80);
  });

  test('a hundred imports in a day leave the newest ninety-six', () => {
    const imports = numbered(
      Array.from({ length: 100 }, (_, index) => NOW - (100 - index) * 1000),
      'import',
    );
    expect(toDiscard(imports, NOW).map(({ sequence }) => sequence)).toEqual([4, 3, 2, 1]);
  });

  test('after a year without work everything is still there', () => {
    const before = kept(daily(60));
    expect(toDiscard(before, NOW + YEAR)).toEqual([]);
  });

  test('backups made before a migration stay for ever', () => {
    const old = numbered([NOW - 9 * YEAR, NOW - 8 * YEAR], 'migrate');
    expect(toDiscard([...old, ...daily(60)], NOW).filter(({ reason }) => reason === 'migrate')).toEqual([]);
  });
});

describe('whatever the clock said', () => {
  test('the newest always stays', () => {
    fc.assert(
      fc.property(anyBackups, fc.integer({ min: -YEAR, max: YEAR }), (backups, jump) => {
        expect(toDiscard(backups, NOW + jump)).not.toContain(backups.at(-1));
      }),
    );
  });

  test('a future date stays, and makes no other one go', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const gone = toDiscard(backups, NOW);
        expect(gone.filter(({ at }) => at > NOW)).toEqual([]);
        const past = backups.filter(({ at }) => at <= NOW);
        expect(toDiscard(past, NOW)).toEqual(gone);
      }),
    );
  });

  test('thinning what was thinned discards nothing more', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        expect(toDiscard(kept(backups), NOW)).toEqual([]);
      }),
    );
  });

  test('the order they are given in does not matter', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        expect(toDiscard(backups.toReversed(), NOW)).toEqual(toDiscard(backups, NOW));
      }),
    );
  });

  test('a clock that jumps a year on or back discards nothing by itself', () => {
    fc.assert(
      fc.property(anyBackups, fc.constantFrom(-YEAR, YEAR), (backups, jump) => {
        const thinned = kept(backups).filter(({ at }) => at <= NOW);
        expect(toDiscard(thinned, NOW + jump)).toEqual([]);
      }),
    );
  });

  test('a backup made with the clock a year ahead counts as one more day, and for nothing once the clock is right', () => {
    const before = kept(daily(60));
    const sequence = Math.max(...before.map((each) => each.sequence)) + 1;
    const made = (at: number): Dated[] => [...before, { sequence, reason: 'scheduled', at }];
    const nextMonth = toDiscard(made(NOW + 31 * DAY), NOW + 31 * DAY);
    expect(toDiscard(made(NOW + YEAR), NOW + YEAR)).toEqual(nextMonth);
    expect(toDiscard(made(NOW + YEAR), NOW)).toEqual([]);
  });

  test('with the clock a year back only what is made then is thinned', () => {
    const before = daily(10);
    const backThen = Array.from({ length: 40 }, (_, index) => NOW - YEAR - (40 - index) * DAY);
    const after = backThen.map((at, index): Dated => ({ sequence: 1000 + index, reason: 'scheduled', at }));
    expect(toDiscard([...before, ...after], NOW - YEAR).every(({ sequence }) => sequence >= 1000)).toBe(true);
  });
});
