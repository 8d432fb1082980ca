import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOSTILE_CASES } from '#tests/builders/hostile/cases.ts';

/** Time and memory of every hostile file, each in a process of its own: `node tests/formats/hostile/measure.ts`. */
const CORPUS = new URL('../../../../shared/corpus/hostile/', import.meta.url).pathname;
const READER = new URL('./read-main.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));

function measure(name: string, path: string): void {
  const child = spawnSync(process.execPath, [READER, path], { timeout: 30_000, encoding: 'utf8' });
  const figures =
    child.status === 0 ? (JSON.parse(child.stdout) as object) : { outcome: 'DEATH', detail: child.stderr.slice(-300) };
  process.stdout.write(`${JSON.stringify({ name, ...figures })}\n`);
}

for (const name of readdirSync(CORPUS)) measure(name, join(CORPUS, name));
for (const [index, { name, make }] of HOSTILE_CASES.entries()) {
  const path = join(folder, `${index}.docx`);
  writeFileSync(path, make());
  measure(name, path);
  rmSync(path);
}
rmSync(folder, { recursive: true });
