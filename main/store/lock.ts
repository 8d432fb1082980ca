import { basename, join } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { openPlain, type Connection } from './connection.ts';
import { storeError } from './errors.ts';

export interface WorkspaceLock {
  release(): void;
}

/**
 * Makes this process the only one on the workspace (trust.md, 2). The lock is an exclusive transaction on a database of
 * its own, so the system drops it with the process, however it ends. Throws `workspaceBusy` with the folder's name.
 */
export function lockWorkspace(workspace: string): WorkspaceLock {
  const db = open(join(workspace, 'workspace.lock'));
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    const error = storeError(cause);
    if (error.code !== 'workspaceBusy') throw error;
    throw new AdaptaError('workspaceBusy', { workspace: basename(workspace) }, { cause });
  }
  return {
    release: () => {
      db.close();
    },
  };
}

function open(path: string): Connection {
  try {
    return openPlain(path);
  } catch (cause) {
    throw storeError(cause);
  }
}
