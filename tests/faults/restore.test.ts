import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listBackups } from '#main/store/backup.ts';
import { openReadOnly } from '#main/store/connection.ts';
import { openStore } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { callsOf, runKilled } from './kill-at.ts';
import { makeRestorable, wordsIn } from './restorable.ts';
import { patience, rounds } from './verify.ts';

const ROUNDS = rounds(20);
const PROGRAM = fileURLToPath(new URL('./restore-main.ts', import.meta.url));
test(
  `restoring killed at ${ROUNDS} of its writes has happened or not, and loses neither state`,
  async () => {
    const made = await makeRestorable();
    const trial = temporaryFolder();
    cpSync(made, trial, { recursive: true });
    runKilled(PROGRAM, trial);
    const calls = callsOf(trial);
    const handOver = calls.findLastIndex(({ name }) => name === 'rename');
    expect(wordsIn(join(trial, 'library.sqlite'))).toEqual(['before']);

    /** What the backup after the first one holds, where the library went back: never the text until then lost. */
    const restored: (string | undefined)[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const workspace = temporaryFolder();
      cpSync(made, workspace, { recursive: true });
      // Every second kill is close to the moment the names change hands.
      const index =
        round % 2 === 0 ? handOver - 6 + Math.round((round * 12) / ROUNDS) : (round * calls.length) / ROUNDS;
      const at = calls[Math.min(Math.floor(index), calls.length - 1)];
      runKilled(PROGRAM, workspace, at);
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
  },
  patience(ROUNDS),
);
