import { fixFirst, ignoreFirst } from '#renderer/features/findings/fix-finding.ts';
import { stepFinding } from '#renderer/features/findings/step-finding.ts';
import { insertMatch } from '#renderer/features/matches/insert-match.ts';
import { searchMemory } from '#renderer/features/matches/search-memory.ts';
import { insertNthTerm } from '#renderer/features/unit-terms/insert-term.ts';
import { proposeTerm } from '#renderer/features/unit-terms/propose-term.ts';
import type { Workbench } from './workbench.ts';
import { PANELS } from './workbench-store.ts';

/** Dialogs and menus keep their keys, the search in the document its F3. */
const ELSEWHERE = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], .find-bar';

/** The keys of what the panel shows, from the text and from the panel alike. Returns the way to stop listening. */
export function listenForPanelKeys(workbench: Workbench): () => void {
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return;
    const action = actionOf(workbench, event);
    // Only now: looking through a page of 20,000 rows is nothing to do for every letter.
    if (action === undefined || isElsewhere(event.target) || !action()) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', hear, { capture: true });
  return () => window.removeEventListener('keydown', hear, { capture: true });
}

/** Whether a key is for something else; over the view nothing of it has one, also where the dialog lost the focus. */
function isElsewhere(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(ELSEWHERE) !== null) return true;
  return document.querySelector('.modal-backdrop') !== null;
}

/** What a key does here; it answers whether there was something to do. */
function actionOf(workbench: Workbench, event: KeyboardEvent): (() => boolean) | undefined {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (!control && !altKey) {
    if (key === 'F3' && !shiftKey) return () => searchMemory(workbench);
    return key === 'F7' ? () => stepFinding(workbench, shiftKey ? -1 : 1) : undefined;
  }
  if (control && altKey) return undefined;
  const number = numberOf(event);
  if (control) {
    if (number === null) return undefined;
    return () => (shiftKey ? insertNthTerm(workbench, number) : insertMatch(workbench, number));
  }
  return shiftKey ? altShiftAction(workbench, event, number) : altAction(workbench, event);
}

function altAction(workbench: Workbench, { code }: KeyboardEvent): (() => boolean) | undefined {
  if (code === 'KeyC') return () => fixFirst(workbench);
  return code === 'KeyI' ? () => ignoreFirst(workbench) : undefined;
}

function altShiftAction(
  workbench: Workbench,
  { code }: KeyboardEvent,
  number: number | null,
): (() => boolean) | undefined {
  if (code === 'KeyT') return () => proposeTerm(workbench);
  const panel = number === null ? undefined : PANELS[number - 1];
  if (panel === undefined) return undefined;
  return () => {
    workbench.showPanel(panel, 'tab');
    return true;
  };
}

/** By the place of the key: with Shift it writes another sign. */
function numberOf({ code }: KeyboardEvent): number | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
}
