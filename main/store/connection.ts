import Database from 'better-sqlite3';
import { AdaptaError } from '#shared/model/errors.ts';

export type Connection = Database.Database;

const FULL = 2;

/**
 * Opens the writing connection: WAL, `synchronous=FULL`, foreign keys on. The library's build makes the first write of a
 * WAL connection fall back to NORMAL unless FULL was set on that very connection (trust.md, 1): {@link assertDurable}.
 */
export function openConnection(path: string): Connection {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 2000');
  return db;
}

/** A small database of its own, with nothing set and no waiting for others: the workspace's lock. */
export function openPlain(path: string): Connection {
  return new Database(path, { timeout: 0 });
}

/** A second reader of a file nobody may change: backups being verified, workspaces not yet trusted. */
export function openReadOnly(path: string): Connection {
  return new Database(path, { readonly: true, fileMustExist: true });
}

/** Throws `ioError` when commits of this connection would not survive a power cut. Call after a write. */
export function assertDurable(db: Connection): void {
  const level = db.pragma('synchronous', { simple: true });
  if (level !== FULL) throw new AdaptaError('ioError', { reason: 'synchronous', level: String(level) });
}
