import type { Finding, Severity } from '#shared/checks/check.ts';
import type { UnitId } from '#shared/model/unit.ts';
import { CHECK_GROUPS, type CheckGroup, type CheckName } from '#renderer/features/checks/groups.ts';
import { CHECK_OF } from './check-of.ts';

/** A finding and the unit it is about. */
export interface PlacedFinding {
  readonly unit: UnitId;
  /** The unit's place in reading order, from 0. */
  readonly at: number;
  readonly finding: Finding;
}

/** All findings of one check in a document, in reading order. */
export interface FindingGroup {
  readonly check: CheckName;
  /** The gravest of its findings. */
  readonly severity: Severity;
  readonly found: readonly PlacedFinding[];
}

/** Which findings of a document are listed: what is counted, one severity, or one group of checks. */
export const SEVERITY_SCOPES = ['open', 'error', 'warning', 'info'] as const;
export type Scope = (typeof SEVERITY_SCOPES)[number] | CheckGroup;

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function isInScope({ severity, code }: Finding, scope: Scope): boolean {
  if (scope === 'open') return severity !== 'info';
  return isSeverity(scope) ? severity === scope : CHECK_GROUPS[scope].includes(CHECK_OF[code]);
}

function isSeverity(scope: Scope): scope is Severity {
  return SEVERITIES.some((severity) => severity === scope);
}

/** Findings by check: the gravest first, then those found most often. */
export function groupFindings(found: readonly PlacedFinding[]): readonly FindingGroup[] {
  const byCheck = new Map<CheckName, PlacedFinding[]>();
  for (const placed of found) {
    const check = CHECK_OF[placed.finding.code];
    const known = byCheck.get(check);
    if (known === undefined) byCheck.set(check, [placed]);
    else known.push(placed);
  }
  return [...byCheck]
    .map(([check, all]): FindingGroup => ({ check, severity: gravest(all), found: all }))
    .toSorted((a, b) => rank(a.severity) - rank(b.severity) || b.found.length - a.found.length);
}

function gravest(found: readonly PlacedFinding[]): Severity {
  return SEVERITIES.find((severity) => found.some(({ finding }) => finding.severity === severity)) ?? 'info';
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

const LONGEST = 80;

/** The first words of a text. */
export function beginningOf(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s\S*$/u, '')}…`;
}

/** How much of the text around a finding is shown with it. */
const AROUND = 24;

export interface Passage {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The passage a finding is about with a few words around it; `text` has one character per content position. */
export function passageOf(text: string, { from, to }: { readonly from: number; readonly to: number }): Passage {
  const start = Math.max(0, from - AROUND);
  const end = Math.min(text.length, to + AROUND);
  return {
    before: `${start > 0 ? '…' : ''}${text.slice(start, from).replace(/^\S*\s/u, (cut) => (start > 0 ? '' : cut))}`,
    marked: text.slice(from, to),
    after: `${text.slice(to, end).replace(/\s\S*$/u, (cut) => (end < text.length ? '' : cut))}${end < text.length ? '…' : ''}`,
  };
}
