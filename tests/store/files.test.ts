import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileStore, sha256Of } from '#main/store/files.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const bytes = new TextEncoder().encode('hola');

test('a file is found again by what it holds, and written once', () => {
  const folder = temporaryFolder();
  const files = new FileStore(folder);
  expect(files.put(bytes)).toBe(sha256Of(bytes));
  expect(files.put(bytes)).toBe(sha256Of(bytes));
  expect(readdirSync(join(folder, 'files'))).toEqual([sha256Of(bytes)]);
  expect(new TextDecoder().decode(files.get(sha256Of(bytes)))).toBe('hola');
});

test('a changed file is not given out, and the next writing mends it', () => {
  const folder = temporaryFolder();
  const files = new FileStore(folder);
  const sha256 = files.put(bytes);
  writeFileSync(join(folder, 'files', sha256), 'HOLA');
  expect(() => files.get(sha256)).toThrow('workspaceDamaged');
  files.put(bytes);
  expect(files.get(sha256)).toHaveLength(4);
});

test('what an interrupted write left is swept', () => {
  const folder = temporaryFolder();
  const made = new FileStore(folder);
  made.put(bytes);
  const part = join(folder, 'files', 'abc.part');
  writeFileSync(part, 'x');
  expect(new FileStore(folder).size(sha256Of(bytes))).toBe(4);
  expect(existsSync(part)).toBe(false);
});
