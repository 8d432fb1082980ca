import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listBackups } from '#main/store/backup.ts';
import { openReadOnly } from '#main/store/connection.ts';
import { openStore } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { makeRestorable, wordsIn } from './restorable.ts';
import { rounds } from './verify.ts';

const ROUNDS = rounds(20);
const PROGRAM = fileURLToPath(new URL('./restore-main.ts', import.meta.url));
const WRITES = 'pwrite64,write,ftruncate,fsync,fdatasync,rename,unlink,copy_file_range,sendfile';
/** A file system call of the main thread: the n-th of its kind. strace counts each kind by itself. */
interface Call {
  readonly name: string;
  readonly nth: number;
}

/** Restores under strace; with `at`, killed as it makes that call. */
function restoreIn(workspace: string, at?: Call): void {
  const inject = at === undefined ? [] : ['-e', `inject=${at.name}:signal=SIGKILL:when=${at.nth}`];
  const log = join(workspace, 'strace');
  const args = ['-f', '-qq', '-e', `trace=${WRITES}`, ...inject, '-o', log, process.execPath, PROGRAM, workspace];
  spawnSync('strace', args, { stdio: 'ignore', timeout: 30_000 });
}

/** What the thread that renames did, in order; the other threads only copy the backup at the start. */
function callsOf(workspace: string): readonly Call[] {
  const lines = readFileSync(join(workspace, 'strace'), 'utf8').split('\n');
  const thread = lines.find((line) => line.includes(' rename('))?.split(' ')[0] ?? '';
  const seen = new Map<string, number>();
  return lines.flatMap((line) => {
    const [, name] = /^\d+ +(\w+)\(/u.exec(line) ?? [];
    if (name === undefined || !line.startsWith(`${thread} `)) return [];
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return [{ name, nth }];
  });
}

test(`restoring killed at ${ROUNDS} of its writes has happened or not, and loses neither state`, async () => {
  const made = await makeRestorable();
  const trial = temporaryFolder();
  cpSync(made, trial, { recursive: true });
  restoreIn(trial);
  const calls = callsOf(trial);
  const handOver = calls.findLastIndex(({ name }) => name === 'rename');
  expect(wordsIn(join(trial, 'library.sqlite'))).toEqual(['before']);

  /** What the backup after the first one holds, where the library went back: never the text until then lost. */
  const restored: (string | undefined)[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const workspace = temporaryFolder();
    cpSync(made, workspace, { recursive: true });
    // Every second kill is close to the moment the names change hands.
    const index = round % 2 === 0 ? handOver - 6 + Math.round((round * 12) / ROUNDS) : (round * calls.length) / ROUNDS;
    const at = calls[Math.min(Math.floor(index), calls.length - 1)];
    restoreIn(workspace, at);
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
