import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import type { Workbench } from './workbench.ts';

/** Answers the Document and Edit menus while a document is open. */
export function useEditorMenu(workbench: Workbench): void {
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
  useMenuCommand('moveUnitUp', () => workbench.move(-1));
  useMenuCommand('moveUnitDown', () => workbench.move(1));
}

export function openFind(workbench: Workbench): void {
  const { find } = workbench.store.getState();
  if (find === null) workbench.store.setState({ find: { query: '', count: 0, index: -1 } });
  else document.querySelector<HTMLInputElement>('.find-bar input')?.select();
}
