import { AdaptaError } from '#shared/model/errors.ts';
import { makeBackup } from './backup.ts';
import type { Connection } from './connection.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export function versionOf(db: Connection): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** Runs one step: the change and the new `user_version` are one transaction, so a crash leaves the version before. */
export function runMigration(db: Connection, migration: Migration): void {
  db.transaction(() => {
    migration.up(db);
    db.pragma(`user_version = ${migration.version}`);
  }).immediate();
}

/**
 * Brings a database to the newest version, after a verified backup when it holds anything. The log is folded into the
 * file afterwards, so that any program finds the new version in its header. Throws `workspaceNewer`.
 */
export async function migrate(db: Connection, workspace: string, to = MIGRATIONS.length): Promise<void> {
  const from = versionOf(db);
  refuseNewer(from);
  if (from >= to) return;
  if (from > 0) await makeBackup(db, workspace, 'migrate');
  for (const migration of MIGRATIONS.slice(from, to)) runMigration(db, migration);
  db.pragma('wal_checkpoint(TRUNCATE)');
}

export function refuseNewer(version: number): void {
  if (version > MIGRATIONS.length) {
    throw new AdaptaError('workspaceNewer', { version, known: MIGRATIONS.length });
  }
}
