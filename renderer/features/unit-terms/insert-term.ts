import { plain } from '#shared/model/content.ts';
import type { TermHere } from '#shared/terms/glossary.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';

/** Ctrl+Shift+1 … 9. */
export const LAST_NUMBER = 9;

/** Puts a term at the caret, in place of what is selected. */
export function insertTerm(workbench: Workbench, { term }: TermHere): void {
  workbench.insert(plain(term.text));
}

/** Inserts the nth (from 1) of the terms the panel shows for the active unit; false when there is none. */
export function insertNthTerm(workbench: Workbench, number: number): boolean {
  const unit = workbench.active();
  const terms = unit === undefined ? [] : workbench.knowledge.terms.of(unit).terms;
  const here = terms.flatMap(({ wanted }) => wanted)[number - 1];
  if (here === undefined) return false;
  insertTerm(workbench, here);
  return true;
}
