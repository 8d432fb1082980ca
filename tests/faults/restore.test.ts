import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listBackups } from '#main/store/backup.ts';
import { openReadOnly } from '#main/store/connection.ts';
import { openStore } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { rounds } from './verify.ts';

const ROUNDS = rounds(20);
const PROGRAM = fileURLToPath(new URL('./restore-main.ts', import.meta.url));
const WRITES = 'pwrite64,write,ftruncate,fsync,fdatasync,rename,unlink,copy_file_range,sendfile';
/** Enough rows that copying and logging take many writes. */
const ROWS = 4000;

function put(store: Awaited<ReturnType<typeof openStore>>, text: string): void {
  store.transaction(() => {
    for (let index = 0; index < ROWS; index += 1) store.settings.write(`row ${index}`, `${text} ${index}`);
  });
}

/** Backup 1 says «before» in every row, the library «now»; its log is full and its last writer was killed. */
async function makeWorkspace(): Promise<string> {
  const store = await openStore(temporaryFolder());
  put(store, 'before');
  await store.backup('import');
  put(store, 'now');
  const copy = temporaryFolder();
  cpSync(store.workspace, copy, { recursive: true });
  store.close();
  return copy;
}

/** Restores under strace; with `at`, killed as it makes that file system call. */
function restoreIn(workspace: string, log: string, at?: number): void {
  const inject = at === undefined ? [] : ['-e', `inject=${WRITES}:signal=SIGKILL:when=${at}`];
  const args = ['-f', '-qq', '-e', `trace=${WRITES}`, ...inject, '-o', log, process.execPath, PROGRAM, workspace];
  spawnSync('strace', args, { stdio: 'ignore', timeout: 30_000 });
}

/** The words the rows of a library begin with: one, when it is whole. */
function wordsIn(path: string): readonly unknown[] {
  const db = openReadOnly(path);
  const words = db
    .prepare(`SELECT DISTINCT substr(value, 2, instr(value, ' ') - 2) FROM setting WHERE key LIKE 'row %'`)
    .pluck()
    .all();
  db.close();
  return words;
}

test(`restoring killed at ${ROUNDS} of its writes has happened or not, and loses neither state`, async () => {
  const made = await makeWorkspace();
  const trial = temporaryFolder();
  cpSync(made, trial, { recursive: true });
  restoreIn(trial, join(trial, 'strace'));
  // strace counts for each thread by itself: all but the first copying happens in the one that renames.
  const calls = readFileSync(join(trial, 'strace'), 'utf8').split('\n');
  const thread = calls.find((call) => call.includes('rename('))?.split(' ')[0] ?? '';
  const own = calls.filter((call) => call.startsWith(`${thread} `) && !call.includes(' resumed>'));
  const handOver = own.findLastIndex((call) => call.includes('rename(')) + 1;
  expect(wordsIn(join(trial, 'library.sqlite'))).toEqual(['before']);

  /** What the backup after the first one holds, where the library went back: never the text until then lost. */
  const restored: (string | undefined)[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const workspace = temporaryFolder();
    cpSync(made, workspace, { recursive: true });
    // Every second kill close to the moment the names change hands.
    const at =
      round % 2 === 0 ? handOver - 6 + Math.round((round * 12) / ROUNDS) : Math.ceil((round * own.length) / ROUNDS);
    restoreIn(workspace, join(workspace, 'strace'), at);
    const store = await openStore(workspace);
    const words = wordsIn(join(workspace, 'library.sqlite'));
    store.close();
    const db = openReadOnly(join(workspace, 'library.sqlite'));
    const integrity = db.pragma('integrity_check', { simple: true });
    db.close();
    const backups = listBackups(workspace).map(({ reason, path }) => `${reason} ${wordsIn(path).join()}`);
    const left = readdirSync(workspace).filter((name) => name.includes('.part'));
    const [word] = words;
    expect({ at, integrity, left, words: words.length }).toEqual({ at, integrity: 'ok', left: [], words: 1 });
    expect(backups[0]).toBe('import before');
    if (word === 'before') restored.push(backups[1]);
  }
  expect(new Set(restored)).toEqual(new Set(['restore now']));
  expect(restored.length).toBeLessThan(ROUNDS);
}, 300_000);
