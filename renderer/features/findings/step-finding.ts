import { isShown } from '#renderer/features/editor/going.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';
import { isInScope, type PlacedFinding } from './finding-list.ts';

/**
 * F7, Shift+F7: to the next or previous finding of those the panel lists, from the end of the document on to its
 * beginning; the panel shows it. False when there is none.
 */
export function stepFinding(workbench: Workbench, by: 1 | -1): boolean {
  const { findingScope } = workbench.store.getState();
  workbench.surface.takeOver();
  const all = workbench.knowledge.findings.all().filter(({ finding }) => isInScope(finding, findingScope));
  const { caret } = workbench.surface;
  const from =
    caret === null ? null : { at: workbench.session.model.indexOf(caret.focusUnit), position: caret.focusAt };
  const next = nextFrom(all, from, by);
  if (next === undefined) return false;
  if (!isShown(workbench.surface, next.unit)) workbench.setFilter('all');
  workbench.go(next.unit, placeOf(next));
  workbench.showPanel('findings');
  return true;
}

/** The finding behind (or before) the caret in reading order, round the end; with the caret in none, the first (last). */
export function nextFrom(
  all: readonly PlacedFinding[],
  from: { readonly at: number; readonly position: number } | null,
  by: 1 | -1,
): PlacedFinding | undefined {
  const ordered = by === 1 ? all : all.toReversed();
  if (from === null) return ordered[0];
  const distance = (placed: PlacedFinding): number => placed.at - from.at || placeOf(placed) - from.position;
  return ordered.find((placed) => distance(placed) * by > 0) ?? ordered[0];
}

function placeOf({ finding }: PlacedFinding): number {
  return finding.range?.from ?? 0;
}
