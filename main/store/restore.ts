import { AdaptaError } from '#shared/model/errors.ts';
import { listBackups, type Backup } from './backup.ts';
import { storeError } from './errors.ts';
import { prepareCopy, putInPlace, sweepCopy } from './restore-files.ts';
import type { BackupReason } from './thinning.ts';

export interface RestoreOptions {
  /** Settings that belong to the present and stay as they are. */
  readonly keep?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onStep?: (step: 'verify' | 'backup' | 'restore') => void;
}

/** The open library, as far as restoring needs it. */
export interface Restorable {
  readonly store: {
    readonly workspace: string;
    readonly settings: { read(key: string): unknown };
    changes(): number;
  };
  readonly backUp: (reason: BackupReason) => Promise<Backup>;
  /** Closes the library, lets `put` change the file, and opens what is there then. */
  readonly replaceLibrary: (put: () => void) => void;
}

/**
 * Goes back to a backup: it is checked and made ready first, then the present state is backed up, then the one takes the
 * other's place, all or nothing. Gives the backup of the state until now. Throws `unknownBackup`, `backupDamaged`,
 * `workspaceNewer`, `workspaceBusy` (another program reads the library), `cancelled`, diskFull, ioError: then the library
 * is as it was.
 */
export async function restoreBackup(
  { store, backUp, replaceLibrary }: Restorable,
  sequence: number,
  { keep = [], signal, onStep }: RestoreOptions,
): Promise<Backup> {
  const { workspace } = store;
  const backup = listBackups(workspace).find((each) => each.sequence === sequence);
  if (backup === undefined) throw new AdaptaError('unknownBackup', { backup: sequence });
  try {
    onStep?.('verify');
    const copy = await prepareCopy(workspace, backup, keptSettings(store.settings, keep));
    onStep?.('backup');
    const saved = await backUpAll(store, backUp);
    if (signal?.aborted === true) throw new AdaptaError('cancelled');
    onStep?.('restore');
    // Nothing waits between the backup and this: no change can come between them.
    replaceLibrary(() => {
      putInPlace(workspace, copy);
    });
    return saved;
  } catch (cause) {
    throw storeError(cause);
  } finally {
    sweepCopy(workspace);
  }
}

/** A change that was answered while the backup was made would not be in it: then once more. */
async function backUpAll(store: Restorable['store'], backUp: Restorable['backUp']): Promise<Backup> {
  for (;;) {
    const seen = store.changes();
    const saved = await backUp('restore');
    if (store.changes() === seen) return saved;
  }
}

function keptSettings(settings: Restorable['store']['settings'], keys: readonly string[]): Map<string, unknown> {
  const all = new Map(keys.map((key) => [key, settings.read(key)]));
  return new Map([...all].filter(([, value]) => value !== undefined));
}
