import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/index.ts';
import { go } from '#renderer/app/routes.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { useClient } from '#renderer/app/session.ts';
import { settled } from '#renderer/features/editor/leaving.ts';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { toast, toastError } from '#renderer/ui/toast.tsx';

export interface Restoring {
  /** Goes back to a backup, called `when` by people; the notice afterwards has the way back. Says itself what went wrong. */
  readonly restore: (id: string, when: string) => Promise<void>;
  /** Meanwhile nothing may be opened: it would stand in another library than the one it came from. */
  readonly isRestoring: boolean;
}

export function useRestore(): Restoring {
  const { t } = useTranslation(['backups', 'common']);
  const client = useClient();
  const [isRestoring, setRestoring] = useState(false);
  const run = async (id: string, done: (saved: string) => void): Promise<void> => {
    setRestoring(true);
    try {
      done(await goBackTo(client, id));
    } catch (thrown) {
      toastError(asAdaptaError(thrown));
    } finally {
      setRestoring(false);
    }
  };
  const restore = async (id: string, when: string): Promise<void> =>
    await run(id, (saved) => {
      const undo = (): void => void run(saved, () => toast(t('undone')));
      toast(t('done', { when }), { label: t('common:action.undo'), run: undo });
    });
  return { restore, isRestoring };
}

/**
 * An open document is left and what was typed last is sent, so that it is in the copy of the present state; afterwards the
 * library is read again. Gives the id of that copy. Rejects when something typed could not be saved: it would be sent
 * later, into the restored library.
 */
async function goBackTo(client: Client, id: string): Promise<string> {
  // At once, so that the editor has handed over before the next line asks.
  flushSync(() => go({ view: 'library' }));
  await settled();
  const { saving } = useSaving.getState();
  if (saving.state === 'unsaved') throw saving.error;
  const { saved } = await client.backups.restore({ id });
  // What was done in this session was done to another library: nothing of it can be undone in this one.
  useLibrary.setState({ done: [], undone: [] });
  await useLibrary.getState().read(client);
  return saved.id;
}
