import type { Backup as BackupView } from '#shared/contract/backups.ts';
import { listBackups, type Backup } from '#main/store/backup.ts';
import type { ServiceDeps } from './deps.ts';
import { BACKUP_DUE } from './scheduled-backups.ts';
import type { Services } from './services.ts';
import { SETTINGS_KEY } from './settings.ts';

/** Copies of the library, and the way back to one. Who works here and in what language stays as it is now. */
export function backupsService({ store, emit }: ServiceDeps): Services['backups'] {
  return {
    list: () => ({ backups: listBackups(store.workspace).map(viewOf).toReversed() }),
    restore: async ({ id }, { signal, progress }) => {
      const saved = await store.restore(Number(id), {
        keep: [SETTINGS_KEY, BACKUP_DUE],
        signal,
        onStep: (step) => {
          progress({ step });
        },
      });
      emit('libraryChanged', {});
      return { saved: viewOf(saved) };
    },
  };
}

function viewOf({ sequence, reason, at, bytes }: Backup): BackupView {
  return { id: String(sequence), reason, at: new Date(at).toISOString(), bytes };
}
