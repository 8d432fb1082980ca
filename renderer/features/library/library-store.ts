import { create } from 'zustand';
import type { Client } from '#shared/contract/index.ts';
import type { Library, LibraryCommand } from '#shared/contract/library.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { reportSaving } from '#renderer/app/saving.ts';

/** A command and the one that takes it back. */
interface Step {
  readonly did: LibraryCommand;
  readonly back: LibraryCommand;
}

interface LibraryState {
  /** Null until read. */
  readonly library: Library | null;
  readonly error: AdaptaError | null;
  /** What was done here, newest last. */
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  readonly read: (client: Client) => Promise<void>;
  /** Applies a command and remembers the way back; reads anew. Rejects with AdaptaError. */
  readonly apply: (client: Client, command: LibraryCommand) => Promise<void>;
  /** Takes the last command back, and says which; null when there is none. */
  readonly undo: (client: Client) => Promise<LibraryCommand | null>;
  readonly redo: (client: Client) => Promise<LibraryCommand | null>;
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
    const back = await send(client, command);
    set((state) => ({ done: [...state.done, { did: command, back }], undone: [] }));
    await get().read(client);
  },
  async undo(client) {
    const step = get().done.at(-1);
    if (step === undefined) return null;
    const did = await send(client, step.back);
    set((state) => ({ done: state.done.slice(0, -1), undone: [...state.undone, { did, back: step.back }] }));
    await get().read(client);
    return step.did;
  },
  async redo(client) {
    const step = get().undone.at(-1);
    if (step === undefined) return null;
    const back = await send(client, step.did);
    set((state) => ({ done: [...state.done, { did: step.did, back }], undone: state.undone.slice(0, -1) }));
    await get().read(client);
    return step.did;
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
