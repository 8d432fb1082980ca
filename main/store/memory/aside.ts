import { existsSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openReadOnly } from '../connection.ts';
import { memoryPath } from './database.ts';

/** A memory that could not be read any more: where it is now, and which memories in it came from files. */
export interface MemoryAside {
  /** Name of the file in the workspace. */
  readonly file: string;
  /** As far as they can still be read. */
  readonly imported: readonly string[];
}

/** The log before the database: cut off between the two, what is left is found damaged again. */
const PARTS = ['-wal', '-shm', ''];

/**
 * Puts a damaged memory under another name, beside those that were put aside before; nothing is deleted. No connection may
 * be open.
 */
export function setMemoryAside(workspace: string): MemoryAside {
  const path = memoryPath(workspace);
  let number = 1;
  const aside = (): string => join(workspace, `memory-damaged-${number}.sqlite`);
  while (PARTS.some((part) => existsSync(aside() + part))) number += 1;
  for (const part of PARTS) if (existsSync(path + part)) renameSync(path + part, aside() + part);
  return { file: basename(aside()), imported: importedIn(aside()) };
}

function importedIn(path: string): readonly string[] {
  try {
    const db = openReadOnly(path);
    try {
      const names = db.prepare<[], { name: string }>(
        "SELECT name FROM memory WHERE kind = 'imported' ORDER BY position, id",
      );
      return names.all().map(({ name }) => name);
    } finally {
      db.close();
    }
  } catch {
    // What is damaged need not say anything any more.
    return [];
  }
}
