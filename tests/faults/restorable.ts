import { cpSync } from 'node:fs';
import { openReadOnly } from '#main/store/connection.ts';
import { openStore, type Store } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

/** Enough rows that copying and logging take many writes. */
const ROWS = 4000;

function put(store: Store, text: string): void {
  store.transaction(() => {
    for (let index = 0; index < ROWS; index += 1) store.settings.write(`row ${index}`, `${text} ${index}`);
  });
}

/** Backup 1 says «before» in every row, the library «now»; its log is full, as its last writer was killed. */
export async function makeRestorable(): Promise<string> {
  const store = await openStore(temporaryFolder());
  put(store, 'before');
  await store.backup('import');
  put(store, 'now');
  const copy = temporaryFolder();
  cpSync(store.workspace, copy, { recursive: true });
  store.close();
  return copy;
}

/** The words the rows of a library begin with: one, when it is whole. */
export function wordsIn(path: string): readonly unknown[] {
  const db = openReadOnly(path);
  const words = db
    .prepare(`SELECT DISTINCT substr(value, 2, instr(value, ' ') - 2) FROM setting WHERE key LIKE 'row %'`)
    .pluck()
    .all();
  db.close();
  return words;
}
