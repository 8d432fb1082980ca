import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { UnitChange } from '#shared/model/commands.ts';
import { importText, openClient, withModule } from '#tests/builders/client.ts';
import { verify } from './verify.ts';

const PROGRAM = fileURLToPath(new URL('./typing-main.ts', import.meta.url));

test('when the disk refuses to flush, the edit is not acknowledged, and those before it are there', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One\nTwo\nThree');
  await it.close();
  const log = join(it.workspace, 'acknowledged');
  const failing = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO:when=12+'];
  const program = [process.execPath, PROGRAM, it.workspace, document, log, '1', '1000'];
  const ended = spawnSync('strace', [...failing, '-o', '/dev/null', ...program], { encoding: 'utf8', timeout: 60_000 });
  expect([ended.status === 0, ended.stderr.includes("code: 'ioError'")]).toEqual([false, true]);
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  const acknowledged = lines.flatMap((line) => (JSON.parse(line) as { changes: UnitChange[] }).changes);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.length).toBeLessThan(20);
  expect(await verify(it.workspace, acknowledged)).toEqual({ integrity: 'ok', missing: 0, torn: 0 });
});
