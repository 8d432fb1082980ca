import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE_CASES } from '#tests/builders/hostile/cases.ts';

/** Time and memory of every hostile file, each in a process of its own: `node tests/formats/hostile/measure.ts`. */
const CORPUS = new URL('../../../../shared/corpus/hostile/', import.meta.url).pathname;
const READER = new URL('./read-main.ts', import.meta.url).pathname;
const names = [
  ...readdirSync(CORPUS).map((name) => join(CORPUS, name)),
  ...HOSTILE_CASES.map((_, index) => `case:${index}`),
];
for (const name of names) {
  const child = spawnSync(process.execPath, [READER, name], { timeout: 30_000, encoding: 'utf8' });
  process.stdout.write(
    child.status === 0
      ? child.stdout
      : `${JSON.stringify({ name, outcome: 'HANG OR DEATH', detail: child.stderr.slice(-300) })}\n`,
  );
}
