import type { Workbench } from '#renderer/features/editor/workbench.ts';

/** Puts the text of the unit's nth match (from 1) in place of its own; nothing when there is none. */
export function insertMatch(workbench: Workbench, number: number): boolean {
  const unit = workbench.active();
  const match = unit === undefined ? undefined : workbench.knowledge.matches.answer(unit.id)?.matches[number - 1];
  if (match === undefined) return false;
  workbench.replaceText(match.insert);
  return true;
}
