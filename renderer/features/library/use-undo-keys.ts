import { useEffect, useEffectEvent } from 'react';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import type { LibraryActions } from './use-actions.ts';

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z take library commands back and forth; in a text field they are the field's own. */
export function useUndoKeys(actions: LibraryActions): void {
  useMenuCommand('undo', actions.undo);
  useMenuCommand('redo', actions.redo);
  const hear = useEffectEvent((event: KeyboardEvent): void => {
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (inField || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'y' || (key === 'z' && event.shiftKey)) actions.redo();
    else if (key === 'z') actions.undo();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => hear(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
