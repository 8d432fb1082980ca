import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { openReadOnly, type Connection } from './connection.ts';
import { storeError } from './errors.ts';
import { syncFile, syncFolder } from './folder.ts';

export type BackupReason = 'migrate' | 'import' | 'reset' | 'scheduled' | 'restore';

export interface Backup {
  /** Counts up for ever: the order of backups never depends on a clock (trust.md, 4). */
  readonly sequence: number;
  readonly reason: BackupReason;
  readonly path: string;
}

const NAME = /^(\d{6,})-(migrate|import|reset|scheduled|restore)\.sqlite$/u;

export function backupFolder(workspace: string): string {
  return join(workspace, 'backups');
}

/** Oldest first. */
export function listBackups(workspace: string): readonly Backup[] {
  const folder = backupFolder(workspace);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const match = NAME.exec(name);
      if (match === null) return [];
      return [{ sequence: Number(match[1]), reason: match[2] as BackupReason, path: join(folder, name) }];
    })
    .toSorted((a, b) => a.sequence - b.sequence);
}

/**
 * Copies the database as it is committed now: online copy to a temporary name, `integrity_check`, fsync, rename, fsync of
 * the folder. What bears a backup's name is whole. Writing may go on meanwhile.
 * Throws diskFull, ioError, `workspaceDamaged` when the copy does not pass the check.
 */
export async function makeBackup(db: Connection, workspace: string, reason: BackupReason): Promise<Backup> {
  const folder = backupFolder(workspace);
  try {
    mkdirSync(folder, { recursive: true });
    const sequence = (listBackups(workspace).at(-1)?.sequence ?? 0) + 1;
    const path = join(folder, `${String(sequence).padStart(6, '0')}-${reason}.sqlite`);
    const temporary = `${path}.part`;
    rmSync(temporary, { force: true });
    try {
      await db.backup(temporary);
      verify(temporary);
      syncFile(temporary);
      renameSync(temporary, path);
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
    syncFolder(folder);
    thin(workspace, reason);
    return { sequence, reason, path };
  } catch (cause) {
    throw storeError(cause);
  }
}

/** Backups of one reason that are kept; those made before a migration are never thinned. */
const KEPT = 20;

/** Goes by sequence number alone: no clock can make an old backup new, or a new one old. */
function thin(workspace: string, reason: BackupReason): void {
  if (reason === 'migrate') return;
  const same = listBackups(workspace).filter((backup) => backup.reason === reason);
  for (const { path } of same.slice(0, -KEPT)) rmSync(path, { force: true });
}

function verify(path: string): void {
  const copy = openReadOnly(path);
  try {
    const answer = copy.pragma('integrity_check', { simple: true });
    if (answer !== 'ok') throw new AdaptaError('workspaceDamaged', { detail: String(answer) });
  } finally {
    copy.close();
  }
}

/** Removes what interrupted backups left. */
export function sweepBackups(workspace: string): void {
  const folder = backupFolder(workspace);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (/\.part(-journal|-wal|-shm)?$/u.test(name)) rmSync(join(folder, name), { force: true });
  }
}
