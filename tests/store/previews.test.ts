import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PreviewStore } from '#main/store/previews.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const bytes = new TextEncoder().encode('drawn');

test('a drawing is found again under the file it was made of', async () => {
  const previews = new PreviewStore(temporaryFolder());
  await previews.put('a', bytes);
  expect(previews.get('a')).toEqual(bytes);
});

test('a folder thrown away is a drawing not made yet', async () => {
  const folder = temporaryFolder();
  const previews = new PreviewStore(folder);
  await previews.put('a', bytes);
  rmSync(join(folder, 'previews'), { recursive: true });
  expect(previews.get('a')).toBeNull();
  await previews.put('a', bytes);
  expect(previews.get('a')).toEqual(bytes);
});

test('where nothing was drawn there is no folder', () => {
  const folder = temporaryFolder();
  expect(new PreviewStore(folder).get('a')).toBeNull();
  expect(existsSync(join(folder, 'previews'))).toBe(false);
});

test('the oldest make room for the newest', async () => {
  const folder = temporaryFolder();
  const previews = new PreviewStore(folder);
  for (let at = 0; at < 24; at += 1) {
    await previews.put(`p${at}`, bytes);
    utimesSync(join(folder, 'previews', `p${at}`), at, at);
  }
  await previews.put('newest', bytes);
  expect(previews.get('p0')).toBeNull();
  expect(readdirSync(join(folder, 'previews'))).toHaveLength(24);
});

test('what an interrupted write left is swept', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'previews'));
  writeFileSync(join(folder, 'previews', 'a.part'), 'x');
  expect(new PreviewStore(folder).get('a.part')).toBeNull();
});
