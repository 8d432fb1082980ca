import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { checkCopy, makeBackup, sweepBackups, type Backup, type BackupReason, type CheckCopy } from './backup.ts';
import { assertDurable, openConnection, type Connection } from './connection.ts';
import { storeError } from './errors.ts';
import { FileStore } from './files.ts';
import { peekVersion } from './header.ts';
import { lockWorkspace } from './lock.ts';
import { migrate, refuseNewer } from './migrate.ts';
import { PreviewStore } from './previews.ts';
import { blockQueries } from './queries/blocks.ts';
import { commentQueries } from './queries/comments.ts';
import { containerQueries } from './queries/containers.ts';
import { documentQueries } from './queries/documents.ts';
import { ignoredFindingQueries } from './queries/ignored-findings.ts';
import { importQueries } from './queries/imports.ts';
import { moduleQueries } from './queries/modules.ts';
import { revisionQueries } from './queries/revisions.ts';
import { settingQueries } from './queries/settings.ts';
import { termQueries } from './queries/terms.ts';
import { toolkitSettingQueries } from './queries/toolkit-settings.ts';
import { toolkitQueries } from './queries/toolkits.ts';
import { unitQueries } from './queries/units.ts';
import { closeWhole, sweepCopy } from './restore-files.ts';
import { restoreBackup, type RestoreOptions } from './restore.ts';
import { createUuid7 } from './uuid7.ts';

function queriesOf(db: Connection) {
  return {
    settings: settingQueries(db),
    toolkits: toolkitQueries(db),
    modules: moduleQueries(db),
    documents: documentQueries(db),
    imports: importQueries(db),
    blocks: blockQueries(db),
    comments: commentQueries(db),
    containers: containerQueries(db),
    units: unitQueries(db),
    revisions: revisionQueries(db),
    terms: termQueries(db),
    ignoredFindings: ignoredFindingQueries(db),
    toolkitSettings: toolkitSettingQueries(db),
  };
}

/** An open workspace: the only writer there is. */
export interface Store extends ReturnType<typeof queriesOf> {
  readonly workspace: string;
  readonly files: FileStore;
  readonly previews: PreviewStore;
  /** Ids that sort by the order they were made in. */
  newId(): string;
  /**
   * Runs `work` as one transaction, durable when it returns: a power cut afterwards loses nothing of it, an error inside
   * leaves nothing of it. Throws diskFull, ioError, and whatever `work` throws.
   */
  transaction<T>(work: () => T): T;
  /**
   * Like `transaction`, for rows nobody is shown yet: they are no change a backup is due for, nor do they make what was read
   * before untrue.
   */
  stage<T>(work: () => T): T;
  /** Runs `work` while no backup is made and none restored: no backup has half of what it writes. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
  backup(reason: BackupReason): Promise<Backup>;
  /** {@link restoreBackup}; queries and transactions go on working, over the restored library. */
  restore(sequence: number, options?: RestoreOptions): Promise<Backup>;
  /** Number of the last commit that changed something, to see whether a backup is due. */
  changes(): number;
  /** Closes the files and lets the workspace go. */
  close(): void;
}

/**
 * Opens a workspace folder, creating it when missing. Throws `workspaceBusy` (another process has it), `workspaceNewer`
 * (left untouched), `workspaceDamaged`, `workspaceReadOnly`, diskFull, ioError. `now` dates the backups,
 * `check` looks through them.
 */
export async function openStore(
  folder: string,
  now: () => number = Date.now,
  check: CheckCopy = checkCopy,
): Promise<Store> {
  const workspace = resolve(folder);
  const path = join(workspace, 'library.sqlite');
  try {
    mkdirSync(workspace, { recursive: true });
  } catch (cause) {
    throw storeError(cause);
  }
  const lock = lockWorkspace(workspace);
  let db: Connection | undefined;
  try {
    refuseNewer(peekVersion(path));
    db = openConnection(path);
    await migrate(db, workspace);
    sweepBackups(workspace);
    sweepCopy(workspace);
    return makeStore(db, workspace, { now, check }, () => {
      lock.release();
    });
  } catch (cause) {
    db?.close();
    lock.release();
    throw storeError(cause);
  }
}

function runnerOf(db: Connection) {
  return db.transaction((work: () => unknown) => work());
}

function makeStore(
  first: Connection,
  workspace: string,
  { now, check }: { readonly now: () => number; readonly check: CheckCopy },
  release: () => void,
): Store {
  const files = new FileStore(workspace);
  let db = first;
  let run = runnerOf(db);
  let changes = 0;
  let backups: Promise<unknown> = Promise.resolve();
  /** One after the other: two backups at once would claim the same number. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const turn = backups.then(work);
    backups = turn.catch(() => undefined);
    return await turn;
  };
  const replaceLibrary = (put: () => void): void => {
    closeWhole(db);
    try {
      put();
    } finally {
      db = openConnection(join(workspace, 'library.sqlite'));
      run = runnerOf(db);
      Object.assign(store, queriesOf(db));
      changes += 1;
    }
  };
  const backUp = async (reason: BackupReason): Promise<Backup> => await makeBackup(db, workspace, reason, now(), check);
  const transact = <T>(work: () => T): T => {
    if (db.inTransaction) throw new AdaptaError('internal', { reason: 'nestedTransaction' });
    try {
      return run.immediate(work) as T;
    } catch (cause) {
      throw storeError(cause);
    }
  };
  const store: Store = {
    ...queriesOf(db),
    workspace,
    files,
    previews: new PreviewStore(workspace),
    newId: createUuid7(),
    transaction: (work) => {
      const result = transact(work);
      changes += 1;
      return result;
    },
    stage: transact,
    undisturbed: inTurn,
    backup: async (reason) => await inTurn(async () => await backUp(reason)),
    restore: async (sequence, options = {}) =>
      await inTurn(async () => await restoreBackup({ store, backUp, replaceLibrary }, sequence, options)),
    changes: () => changes,
    close: () => {
      db.close();
      release();
    },
  };
  store.transaction(() => {
    store.settings.write('opened', new Date().toISOString());
  });
  assertDurable(db);
  return store;
}
