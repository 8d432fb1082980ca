import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileStore, hashOf } from '#main/store/files.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const bytes = new TextEncoder().encode('hola');
const name = await hashOf(bytes);

test('a file is found again by what it holds, and written once', async () => {
  const folder = temporaryFolder();
  const files = new FileStore(folder);
  expect(await files.put(bytes)).toBe(name);
  expect(await files.put(bytes)).toBe(name);
  expect(readdirSync(join(folder, 'files'))).toEqual([name]);
  expect(new TextDecoder().decode(await files.get(name))).toBe('hola');
});

test('a changed file is not given out, and the next writing mends it', async () => {
  const folder = temporaryFolder();
  const files = new FileStore(folder);
  const sha256 = await files.put(bytes);
  writeFileSync(join(folder, 'files', sha256), 'HOLA');
  await expect(files.get(sha256)).rejects.toThrow('workspaceDamaged');
  await files.put(bytes);
  expect(await files.get(sha256)).toHaveLength(4);
});

test('what an interrupted write left is swept', async () => {
  const folder = temporaryFolder();
  const made = new FileStore(folder);
  await made.put(bytes);
  const part = join(folder, 'files', 'abc.part');
  writeFileSync(part, 'x');
  expect(new FileStore(folder).size(name)).toBe(4);
  expect(existsSync(part)).toBe(false);
});

test('the same file stored twice at once is whole', async () => {
  const files = new FileStore(temporaryFolder());
  await Promise.all([files.put(bytes), files.put(bytes)]);
  expect(await files.get(name)).toHaveLength(4);
});
