import { existsSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { requireWhole, type Backup } from './backup.ts';
import { openPlain, type Connection } from './connection.ts';
import { storeError } from './errors.ts';
import { syncFile, syncFolder } from './folder.ts';
import { peekVersion } from './header.ts';
import { refuseNewer, runMigration } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { settingQueries } from './queries/settings.ts';

/** Beside the library, so that a rename puts it there in one step. */
const COPY = 'library.sqlite.part';
const SIDE_FILES = ['', '-journal', '-wal', '-shm'] as const;

/**
 * Makes ready a copy of a backup: checked, migrated, with `settings` in place of its own, flushed. The backup itself is
 * only read. Gives the copy's path. Throws `backupDamaged`, `workspaceNewer`, diskFull, ioError; then nothing of it stays.
 */
export async function prepareCopy(
  workspace: string,
  backup: Backup,
  settings: ReadonlyMap<string, unknown>,
): Promise<string> {
  sweepCopy(workspace);
  const path = join(workspace, COPY);
  try {
    await copyFile(backup.path, path);
    bringUp(path, settings);
    syncFile(path);
    return path;
  } catch (cause) {
    sweepCopy(workspace);
    const error = storeError(cause);
    if (error.code !== 'workspaceDamaged') throw error;
    throw new AdaptaError('backupDamaged', { backup: backup.sequence }, { cause });
  }
}

function bringUp(path: string, settings: ReadonlyMap<string, unknown>): void {
  const version = peekVersion(path);
  refuseNewer(version);
  // A workspace has a version from its first transaction on.
  if (version === 0) throw new AdaptaError('workspaceDamaged', { detail: 'version 0' });
  const db = openPlain(path);
  try {
    // Whatever is written now is in the one file, without a log beside it.
    db.pragma('journal_mode = DELETE');
    db.pragma('foreign_keys = ON');
    requireWhole(db);
    for (const migration of MIGRATIONS.slice(version)) runMigration(db, migration);
    const { write } = settingQueries(db);
    for (const [key, value] of settings) write(key, value);
  } finally {
    db.close();
  }
}

/**
 * Closes the library with everything in its one file: a log left beside the next library would be taken for that one's.
 * Throws `workspaceBusy`, and leaves it open, when another program reads it.
 */
export function closeWhole(db: Connection): void {
  const [answer] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (answer?.busy !== 0) throw new AdaptaError('workspaceBusy', { detail: 'checkpoint' });
  db.close();
}

/**
 * Puts the copy in the library's place; call with the library closed by {@link closeWhole}. Ended at any moment, by a
 * power cut too, there is the old library or the new one, each whole: that the old log is gone is durable before the
 * name changes hands.
 */
export function putInPlace(workspace: string, copy: string): void {
  const library = join(workspace, 'library.sqlite');
  for (const suffix of ['-wal', '-shm']) rmSync(`${library}${suffix}`, { force: true });
  syncFolder(workspace);
  renameSync(copy, library);
  syncFolder(workspace);
}

/** Removes what an interrupted restoring left. */
export function sweepCopy(workspace: string): void {
  for (const suffix of SIDE_FILES) {
    const path = join(workspace, `${COPY}${suffix}`);
    if (existsSync(path)) rmSync(path, { force: true });
  }
}
