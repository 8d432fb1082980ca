import { contentEquals } from './content.ts';
import type { Adaptation, UnitRecord } from './unit.ts';

/** Whether two records say the same: by value, as those that come from a store or over a wire are objects of their own. */
export function recordEquals(a: UnitRecord | null, b: UnitRecord | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return (
    a.id === b.id &&
    a.document === b.document &&
    a.kind === b.kind &&
    a.level === b.level &&
    a.placement.container === b.placement.container &&
    a.placement.position === b.placement.position &&
    sameIds(a.source, b.source) &&
    sameIds(a.received, b.received) &&
    a.mode === b.mode &&
    a.status === b.status &&
    a.audience === b.audience &&
    a.stale === b.stale &&
    sameReason(a.adaptation, b.adaptation) &&
    contentEquals(a.content, b.content)
  );
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]));
}

function sameReason(a: Adaptation | null, b: Adaptation | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.reason === b.reason && a.note === b.note && a.reference === b.reference && a.author === b.author && a.at === b.at
  );
}
