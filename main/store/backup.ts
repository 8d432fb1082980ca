import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { openReadOnly, type Connection } from './connection.ts';
import { storeError } from './errors.ts';
import { syncFile, syncFolder } from './folder.ts';
import { toDiscard, type BackupReason, type Dated } from './thinning.ts';

export type { BackupReason };

export interface Backup extends Dated {
  readonly path: string;
  readonly bytes: number;
}

/** Number, reason, and the time in UTC: a copied folder keeps its names, not its files' times. Early ones have no time. */
const NAME = /^(\d{6,})-(migrate|import|reset|scheduled|restore)(?:-(\d{8}T\d{6})Z)?\.sqlite$/u;
const TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/u;

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
      return match === null ? [] : backupAt(folder, match);
    })
    .toSorted((a, b) => a.sequence - b.sequence);
}

function backupAt(folder: string, [name, sequence, reason, time]: RegExpExecArray): readonly Backup[] {
  const path = join(folder, name);
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined) return [];
  const at = time === undefined ? file.mtimeMs : timeOf(time);
  return [{ sequence: Number(sequence), reason: reason as BackupReason, at, path, bytes: file.size }];
}

function timeOf(time: string): number {
  return Date.parse(time.replace(TIME, '$1-$2-$3T$4:$5:$6Z'));
}

function nameOf({ sequence, reason, at }: Dated): string {
  const time = new Date(at).toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  return `${String(sequence).padStart(6, '0')}-${reason}-${time}.sqlite`;
}

/** Looks through a copy of a library. Throws `workspaceDamaged` when SQLite finds something wrong. */
export type CheckCopy = (path: string) => void | Promise<void>;

/**
 * Copies the database as it is committed now: online copy to a temporary name, `integrity_check`, fsync, rename, fsync of
 * the folder. What bears a backup's name is whole. Writing may go on meanwhile. Then thins the backups; `now` is in ms
 * since 1970. Throws diskFull, ioError, `workspaceDamaged` when the copy does not pass the check.
 */
export async function makeBackup(
  db: Connection,
  workspace: string,
  reason: BackupReason,
  now = Date.now(),
  check: CheckCopy = checkCopy,
): Promise<Backup> {
  const folder = backupFolder(workspace);
  try {
    mkdirSync(folder, { recursive: true });
    const sequence = (listBackups(workspace).at(-1)?.sequence ?? 0) + 1;
    // Whole seconds, as the name has them.
    const backup = { sequence, reason, at: Math.floor(now / 1000) * 1000 };
    const path = join(folder, nameOf(backup));
    const temporary = `${path}.part`;
    rmSync(temporary, { force: true });
    try {
      await db.backup(temporary);
      await check(temporary);
      syncFile(temporary);
      renameSync(temporary, path);
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw cause;
    }
    syncFolder(folder);
    thin(workspace, now);
    return { ...backup, path, bytes: statSync(path).size };
  } catch (cause) {
    throw storeError(cause);
  }
}

/** A backup that cannot be removed now is no fault of the one just made; the next one tries again. */
function thin(workspace: string, now: number): void {
  for (const { path } of toDiscard(listBackups(workspace), now)) {
    try {
      rmSync(path, { force: true });
    } catch {
      // Held open by somebody, as virus scanners do.
    }
  }
}

/** {@link CheckCopy} where it is called: a large library takes hundreds of milliseconds. */
export function checkCopy(path: string): void {
  const copy = openReadOnly(path);
  try {
    requireWhole(copy);
  } finally {
    copy.close();
  }
}

/** Throws `workspaceDamaged` when SQLite finds something wrong. */
export function requireWhole(db: Connection): void {
  const answer = db.pragma('integrity_check', { simple: true });
  if (answer !== 'ok') throw new AdaptaError('workspaceDamaged', { detail: String(answer) });
}

/** Removes what interrupted backups left. */
export function sweepBackups(workspace: string): void {
  const folder = backupFolder(workspace);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (/\.part(-journal|-wal|-shm)?$/u.test(name)) rmSync(join(folder, name), { force: true });
  }
}
