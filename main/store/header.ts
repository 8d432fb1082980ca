import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { AdaptaError } from '#shared/model/errors.ts';
import { openReadOnly } from './connection.ts';
import { versionOf } from './migrate.ts';

const MAGIC = 'SQLite format 3\0';
const HEADER = 100;
/** Offset of `user_version`, SQLite file format 1.3.  */
const USER_VERSION = 60;

/**
 * The version of a database file without opening it for writing: opening would already fold its log into it, and a
 * workspace of a newer version must stay as it is. 0 when there is no file yet. Throws `workspaceDamaged`.
 */
export function peekVersion(path: string): number {
  if (!existsSync(path) || statSync(path).size === 0) return 0;
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return readThroughLog(path);
  const header = Buffer.alloc(HEADER);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, header, 0, HEADER, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new AdaptaError('workspaceDamaged');
  return header.readUInt32BE(USER_VERSION);
}

/** A process that died left commits in the log; a reader sees them without folding them in. */
function readThroughLog(path: string): number {
  const db = openReadOnly(path);
  try {
    return versionOf(db);
  } finally {
    db.close();
  }
}
