import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { listBackups } from '#main/store/backup.ts';
import { openReadOnly } from '#main/store/connection.ts';
import { openStore } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

test('a backup holds what was committed, whole', async () => {
  const store = await openStore(temporaryFolder());
  store.transaction(() => {
    store.settings.write('seen', 7);
  });
  const { path } = await store.backup('import');
  store.close();
  const copy = openReadOnly(path);
  expect(copy.prepare("SELECT value FROM setting WHERE key = 'seen'").pluck().get()).toBe('7');
  copy.close();
});

test('backups count up, whatever the clock says', async () => {
  const workspace = temporaryFolder();
  const store = await openStore(workspace);
  await store.backup('import');
  await store.backup('reset');
  store.close();
  expect(listBackups(workspace).map((each) => basename(each.path))).toEqual([
    '000001-import.sqlite',
    '000002-reset.sqlite',
  ]);
});

test('of each reason the newest twenty are kept, of migrations all', async () => {
  const workspace = temporaryFolder();
  const store = await openStore(workspace);
  const reasons = ['migrate', 'import', 'import', 'scheduled'] as const;
  for (let round = 0; round < 21; round += 1) {
    await Promise.all(reasons.map(async (reason) => await store.backup(reason)));
  }
  store.close();
  const kept = Map.groupBy(listBackups(workspace), (backup) => backup.reason);
  expect([...kept].map(([reason, backups]) => [reason, backups.length])).toEqual([
    ['migrate', 21],
    ['scheduled', 20],
    ['import', 20],
  ]);
  expect(kept.get('import')?.at(-1)?.sequence).toBe(83);
});

test('an interrupted backup is swept at the next start and never counted', async () => {
  const workspace = temporaryFolder();
  mkdirSync(join(workspace, 'backups'));
  const part = join(workspace, 'backups', '000001-import.sqlite.part');
  writeFileSync(part, 'x');
  const store = await openStore(workspace);
  store.close();
  expect(existsSync(part)).toBe(false);
  expect(listBackups(workspace)).toEqual([]);
});
