import type { Check, Finding } from '../check.ts';
import { datesOf, type DateFound } from './dates.ts';

/**
 * Dates that say another day than the original's, compared as dates: an American 3/7/2026 is 7/3/2026 in Bolivia. A source
 * in figures that may be read either way, kept as it is, is of severity info.
 */
export const datesKept: Check = {
  name: 'dates-kept',
  modes: ['faithful'],
  run({ sourceProse, targetProse, isSpanish }) {
    if (!isSpanish) return [];
    const target = datesOf(targetProse);
    if (target.length === 0) return [];
    const source = datesOf(sourceProse);
    return target.flatMap((date) => judge(date, source) ?? []);
  },
};

function judge(date: DateFound, source: readonly DateFound[]): Finding | undefined {
  const at = { from: date.at, to: date.at + date.text.length };
  if (date.figures && date.month > 12) {
    return { code: 'dateFlipped', params: { date: date.text }, severity: 'warning', range: at };
  }
  if (source.some((other) => isSame(date, other) && !(date.figures && other.figures))) return undefined;
  if (source.some((other) => isTurned(date, other))) {
    if (!source.some((other) => other.figures)) {
      return { code: 'dateFlipped', params: { date: date.text }, severity: 'warning', range: at };
    }
    return undefined;
  }
  if (date.figures && source.some((other) => other.figures && isSame(date, other) && date.day !== date.month)) {
    return { code: 'dateFlipped', params: { date: date.text }, severity: 'info', range: at };
  }
  const near = source.filter((other) => !other.figures && other.day === date.day && other.month !== date.month);
  if (!date.figures && near.length === 1 && source.length === 1) {
    return {
      code: 'dateDiffers',
      params: { date: date.text, expected: near[0]?.text ?? '' },
      severity: 'warning',
      range: at,
    };
  }
  return undefined;
}

function isSame(a: DateFound, b: DateFound): boolean {
  return a.day === b.day && a.month === b.month && sameYear(a, b);
}

function isTurned(a: DateFound, b: DateFound): boolean {
  return a.day === b.month && a.month === b.day && a.day !== a.month && sameYear(a, b);
}

function sameYear(a: DateFound, b: DateFound): boolean {
  return a.year === undefined || b.year === undefined || a.year % 100 === b.year % 100;
}
