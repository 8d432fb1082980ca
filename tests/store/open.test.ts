import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openConnection } from '#main/store/connection.ts';
import { NEWEST } from '#main/store/migrations/index.ts';
import { openStore } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.startsWith('library.sqlite') && !name.endsWith('-shm'))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

test('a new workspace is made at the newest version', async () => {
  const workspace = join(temporaryFolder(), 'deep', 'workspace');
  const store = await openStore(workspace);
  expect(store.settings.read('opened')).toBeTypeOf('string');
  store.close();
  const db = openConnection(join(workspace, 'library.sqlite'));
  expect(db.pragma('user_version', { simple: true })).toBe(NEWEST);
  db.close();
});

test('a second opening is refused by name until the first is closed', async () => {
  const workspace = join(temporaryFolder(), 'taller');
  const store = await openStore(workspace);
  await expect(openStore(workspace)).rejects.toMatchObject({ code: 'workspaceBusy', params: { workspace: 'taller' } });
  store.close();
  (await openStore(workspace)).close();
});

test('a workspace of a newer version is refused and stays as it was', async () => {
  const workspace = temporaryFolder();
  (await openStore(workspace)).close();
  const db = openConnection(join(workspace, 'library.sqlite'));
  db.pragma(`user_version = ${NEWEST + 1}`);
  db.close();
  const before = hashes(workspace);
  await expect(openStore(workspace)).rejects.toMatchObject({ code: 'workspaceNewer', params: { known: NEWEST } });
  expect(hashes(workspace)).toEqual(before);
});

test('a newer version that is still in the log only is refused too', async () => {
  const workspace = temporaryFolder();
  (await openStore(workspace)).close();
  const elsewhere = temporaryFolder();
  const db = openConnection(join(workspace, 'library.sqlite'));
  db.pragma(`user_version = ${NEWEST + 1}`);
  for (const name of ['library.sqlite', 'library.sqlite-wal']) {
    writeFileSync(join(elsewhere, name), readFileSync(join(workspace, name)));
  }
  db.close();
  const before = hashes(elsewhere);
  await expect(openStore(elsewhere)).rejects.toMatchObject({ code: 'workspaceNewer' });
  expect(hashes(elsewhere)).toEqual(before);
});

test('a file that is no database is named as damage and stays', async () => {
  const workspace = temporaryFolder();
  writeFileSync(join(workspace, 'library.sqlite'), 'x'.repeat(4096));
  await expect(openStore(workspace)).rejects.toMatchObject({ code: 'workspaceDamaged' });
  expect(readFileSync(join(workspace, 'library.sqlite'), 'utf8')).toBe('x'.repeat(4096));
});

test('a transaction that throws leaves nothing', async () => {
  const store = await openStore(temporaryFolder());
  expect(() =>
    store.transaction(() => {
      store.settings.write('half', true);
      throw new Error('stop');
    }),
  ).toThrow('internal');
  expect(store.settings.read('half')).toBeUndefined();
  store.close();
});
