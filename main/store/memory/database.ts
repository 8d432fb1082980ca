import { join } from 'node:path';
import { AdaptaError } from '#shared/model/errors.ts';
import { assertDurable, openConnection, openReadOnly, type Connection } from '../connection.ts';
import { storeError } from '../errors.ts';
import { peekVersion } from '../header.ts';
import { runMigration, versionOf } from '../migrate.ts';
import { MEMORY_MIGRATIONS } from './schema.ts';

export function memoryPath(workspace: string): string {
  return join(workspace, 'memory.sqlite');
}

/**
 * Opens the translation memory of a workspace for writing, creating it when missing. Throws `workspaceNewer` (left
 * untouched), `workspaceDamaged`, `workspaceReadOnly`, diskFull, ioError.
 */
export function openMemory(workspace: string): Connection {
  const path = memoryPath(workspace);
  let db: Connection | undefined;
  try {
    const version = peekVersion(path);
    if (version > MEMORY_MIGRATIONS.length)
      throw new AdaptaError('workspaceNewer', { version, known: MEMORY_MIGRATIONS.length });
    db = openConnection(path);
    for (const migration of MEMORY_MIGRATIONS.slice(versionOf(db))) runMigration(db, migration);
    db.prepare(
      "INSERT INTO progress (key, value) VALUES ('identity', lower(hex(randomblob(16)))) ON CONFLICT DO NOTHING",
    ).run();
    db.prepare(
      "INSERT INTO progress (key, value) VALUES ('opened', 1) ON CONFLICT DO UPDATE SET value = value + 1",
    ).run();
    assertDurable(db);
    return db;
  } catch (cause) {
    db?.close();
    throw storeError(cause);
  }
}

/** A second connection, for look-ups in a thread of their own. The memory must be there. */
export function openMemoryReader(workspace: string): Connection {
  try {
    return openReadOnly(memoryPath(workspace));
  } catch (cause) {
    throw storeError(cause);
  }
}
