import { create } from 'zustand';
import type { Client } from '#shared/contract/index.ts';
import type { Library, LibraryCommand } from '#shared/contract/library.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { reportSaving } from '#renderer/app/saving.ts';

interface LibraryState {
  /** Null until read. */
  readonly library: Library | null;
  readonly error: AdaptaError | null;
  /** Inverses of what was done here, newest last. */
  readonly done: readonly LibraryCommand[];
  readonly undone: readonly LibraryCommand[];
  readonly read: (client: Client) => Promise<void>;
  /** Applies a command and remembers the way back; reads anew. Rejects with AdaptaError. */
  readonly apply: (client: Client, command: LibraryCommand) => Promise<void>;
  /** Takes the last command back; false when there is none. */
  readonly undo: (client: Client) => Promise<boolean>;
  readonly redo: (client: Client) => Promise<boolean>;
}

/** What the library holds and what was done to it in this session. */
export const useLibrary = create<LibraryState>((set, get) => ({
  library: null,
  error: null,
  done: [],
  undone: [],
  async read(client) {
    try {
      set({ library: await client.library.read({}), error: null });
    } catch (thrown) {
      set({ error: asAdaptaError(thrown) });
    }
  },
  async apply(client, command) {
    const inverse = await send(client, command);
    set((state) => ({ done: [...state.done, inverse], undone: [] }));
    await get().read(client);
  },
  async undo(client) {
    const command = get().done.at(-1);
    if (command === undefined) return false;
    const inverse = await send(client, command);
    set((state) => ({ done: state.done.slice(0, -1), undone: [...state.undone, inverse] }));
    await get().read(client);
    return true;
  },
  async redo(client) {
    const command = get().undone.at(-1);
    if (command === undefined) return false;
    const inverse = await send(client, command);
    set((state) => ({ done: [...state.done, inverse], undone: state.undone.slice(0, -1) }));
    await get().read(client);
    return true;
  },
}));

async function send(client: Client, command: LibraryCommand): Promise<LibraryCommand> {
  reportSaving({ state: 'saving' });
  try {
    const { inverse } = await client.library.apply({ command });
    reportSaving({ state: 'saved', at: Date.now() });
    return inverse;
  } catch (thrown) {
    const error = asAdaptaError(thrown);
    reportSaving({ state: 'unsaved', error });
    throw error;
  }
}
