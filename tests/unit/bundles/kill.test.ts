import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createBundle } from '#main/bundles/bundle.ts';
import { verifyBundle } from '#main/bundles/verify.ts';
import { bundleDocument, bundleRequest } from '#tests/builders/bundle.ts';
import { tempFolder } from '#tests/builders/temp-folder.ts';

const RUNS = 6;
/** Makes the same bundle again and again, each time with another content; says so when the first is there. */
const SCRIPT = `
import { createBundle } from '#main/bundles/bundle.ts';
import { bundleDocument, bundleRequest } from '#tests/builders/bundle.ts';
for (let round = 0; ; round += 1) {
  const big = String(round).repeat(3_000_000 / String(round).length);
  await createBundle(bundleRequest([bundleDocument({ files: [big, big] })], { workshop: { title: 'Ronda ' + round, date: '2026-03-07' } }), process.argv[1]);
  if (round === 0) console.log('made');
}`;

/** Starts the maker in the repository's root, so that its imports resolve, and kills it after a while. */
async function makeAndKill(path: string, afterMs: number): Promise<void> {
  const root = new URL('../../..', import.meta.url);
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, path], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await sleep(afterMs);
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
}

it('killed at any moment, a bundle under its final name is a whole one, and the next write leaves only it', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'taller.zip');
  const broken: unknown[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await makeAndKill(path, (run * 37) % 120);
    const result = existsSync(path) ? await verifyBundle(path) : null;
    if (result?.ok !== true) broken.push([run, result?.problems]);
  }
  expect(broken).toEqual([]);
  await createBundle(bundleRequest([bundleDocument()]), path);
  expect(await readdir(folder)).toEqual(['taller.zip']);
});
