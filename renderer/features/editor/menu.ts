import { useEffect } from 'react';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { fixFirst } from '#renderer/features/findings/fix-finding.ts';
import { stepFinding } from '#renderer/features/findings/step-finding.ts';
import { searchMemory } from '#renderer/features/matches/search-memory.ts';
import { proposeTerm } from '#renderer/features/unit-terms/propose-term.ts';
import type { Workbench } from './workbench.ts';

/** Answers the Document and Edit menus while a document is open. */
export function useEditorMenu(workbench: Workbench): void {
  useEffect(() => undoFromAnywhere(workbench), [workbench]);
  useMenuCommand('undo', () => workbench.undo());
  useMenuCommand('redo', () => workbench.redo());
  useMenuCommand('find', () => openFind(workbench));
  useMenuCommand('bold', () => workbench.mark('bold'));
  useMenuCommand('italic', () => workbench.mark('italic'));
  useMenuCommand('underline', () => workbench.mark('underline'));
  useMenuCommand('link', () => workbench.store.setState({ linkField: true }));
  useMenuCommand('toggleReceived', () => workbench.store.setState(({ received }) => ({ received: !received })));
  useMenuCommand('confirmUnit', () => workbench.confirm());
  useMenuCommand('nextUnit', () => workbench.step(1));
  useMenuCommand('previousUnit', () => workbench.step(-1));
  useMenuCommand('nextNeedsWork', () => workbench.nextNeedsWork());
  useMenuCommand('unitActions', () => workbench.openMenu());
  useMenuCommand('splitUnit', () => workbench.split());
  useMenuCommand('mergeUnit', () => workbench.merge());
  useMenuCommand('addUnit', () => workbench.addBelow());
  useMenuCommand('omitUnit', () => workbench.omit());
  useMenuCommand('searchMemory', () => searchMemory(workbench));
  useMenuCommand('proposeTerm', () => proposeTerm(workbench));
  useMenuCommand('nextFinding', () => stepFinding(workbench, 1));
  useMenuCommand('previousFinding', () => stepFinding(workbench, -1));
  useMenuCommand('fixFinding', () => fixFirst(workbench));
  useMenuCommand('moveUnitUp', () => workbench.move(-1));
  useMenuCommand('moveUnitDown', () => workbench.move(1));
}

export function openFind(workbench: Workbench): void {
  const { find } = workbench.store.getState();
  if (find === null) workbench.store.setState({ find: { query: '', count: 0, index: -1 } });
  else document.querySelector<HTMLInputElement>('.find-bar input')?.select();
}

/** Ctrl+Z and Ctrl+Y also after a button of the panel or the bar was pressed; fields keep their own. */
function undoFromAnywhere(workbench: Workbench): () => void {
  const keys = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.target instanceof Element && event.target.closest('.text, input, textarea, select') !== null) return;
    const letter = event.key.toLowerCase();
    if (letter === 'z' && !event.shiftKey) workbench.undo();
    else if (letter === 'y' || letter === 'z') workbench.redo();
    else return;
    event.preventDefault();
  };
  window.addEventListener('keydown', keys);
  return () => window.removeEventListener('keydown', keys);
}
