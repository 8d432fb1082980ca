import { useTranslation } from 'react-i18next';
import type { LibraryCommand } from '#shared/contract/library.ts';
import { useClient } from '#renderer/app/session.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { toast, toastError } from '#renderer/ui/toast.tsx';
import { deedOf, nameDone } from './done-words.ts';
import { useLibrary } from './library-store.ts';
import { neighbourFor, shelves } from './order.ts';
import { isArchived, nameOf, type Thing } from './things.ts';

export interface LibraryActions {
  /** Applies a command; `said` is shown with a way back. Resolves to whether it was done; says itself why not. */
  readonly apply: (command: LibraryCommand, said?: string) => Promise<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly remove: (thing: Thing) => void;
  readonly toggleArchived: (thing: Thing) => void;
  /** Moves a document one place within its module. */
  readonly moveBy: (thing: Thing, by: -1 | 1) => void;
}

/** What people do in the library, with its words and its way back. */
export function useActions(): LibraryActions {
  const { t } = useTranslation(['library', 'common']);
  const client = useClient();

  const takeBack = (way: 'undo' | 'redo'): void => {
    void guard(async () => {
      const before = useLibrary.getState().library;
      const command = await useLibrary.getState()[way](client);
      if (command === null) return;
      const name = nameDone(command, useLibrary.getState().library, before);
      const what = t(`done.what.${deedOf(command)}`, { name });
      toast(t(way === 'undo' ? 'done.undone' : 'done.redone', { what }));
    });
  };
  const undo = (): void => takeBack('undo');
  const apply = (command: LibraryCommand, said?: string): Promise<boolean> =>
    guard(async () => {
      await useLibrary.getState().apply(client, command);
      if (said !== undefined) toast(said, { label: t('common:action.undo'), run: undo });
    });

  return {
    apply,
    undo,
    redo: () => takeBack('redo'),
    remove: (thing) => {
      void apply({ type: 'delete', of: thing.of, id: thing.id }, t('done.deleted', { name: named(thing) }));
    },
    toggleArchived: (thing) => {
      const library = useLibrary.getState().library;
      if (library === null) return;
      const archived = !isArchived(thing, library);
      const said = t(archived ? 'done.archived' : 'done.unarchived', { name: named(thing) });
      void apply({ type: 'archive', of: thing.of, id: thing.id, archived }, said);
    },
    moveBy: (thing, by) => {
      const library = useLibrary.getState().library;
      if (library === null || thing.of !== 'document') return;
      const shelf = shelves(library, true)
        .flatMap((toolkit) => toolkit.modules)
        .find(({ documents }) => documents.some((document) => document.id === thing.id));
      const place = shelf === undefined ? undefined : neighbourFor(shelf.documents, thing.id, by);
      if (shelf === undefined || place === undefined) return;
      void apply({ type: 'moveDocument', id: thing.id, module: shelf.module.id, after: place.after });
    },
  };
}

/** Does it, or says why not; resolves to whether it was done. */
async function guard(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    toastError(asAdaptaError(thrown));
    return false;
  }
}

function named(thing: Thing): string {
  const library = useLibrary.getState().library;
  return library === null ? '' : nameOf(thing, library);
}
