import type { Mode, Status } from '#shared/model/unit.ts';

export type PenaltyCode = 'adapted' | 'otherMunicipality' | 'old' | 'notApproved' | 'memoryOrder' | 'assembled';

export interface PenaltyGiven {
  readonly code: PenaltyCode;
  readonly points: number;
}

/** Points taken off, by reason: why docs/memory.md says. */
const POINTS = { adapted: 5, otherMunicipality: 3, old: 1, notApproved: 1, memoryOrder: 1, assembled: 2 } as const;
const OLD_YEARS = 5;

export interface PenaltyFacts {
  readonly mode: Mode | null;
  readonly status: Status | null;
  readonly municipality: string;
  /** ISO 8601; empty: unknown. */
  readonly at: string;
  /** Place of the memory in the order, from 0. */
  readonly order: number;
}

/** Why a match counts for less than its text alone, where the person works in `municipality`, at `now` (ISO 8601). */
export function penaltiesOf(facts: PenaltyFacts, municipality: string, now: string): readonly PenaltyGiven[] {
  const { mode, status, at, order } = facts;
  const codes: (keyof typeof POINTS)[] = [];
  if (mode === 'adapted') codes.push('adapted');
  if (facts.municipality !== '' && municipality !== '' && facts.municipality !== municipality)
    codes.push('otherMunicipality');
  if (at !== '' && Date.parse(at) < yearsBefore(now, OLD_YEARS)) codes.push('old');
  if (status !== null && status !== 'approved' && status !== 'reviewed') codes.push('notApproved');
  if (order > 0) codes.push('memoryOrder');
  return codes.map((code) => ({ code, points: POINTS[code] }));
}

export const ASSEMBLED: PenaltyGiven = { code: 'assembled', points: POINTS.assembled };

function yearsBefore(now: string, years: number): number {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date.getTime();
}
