import { existsSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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

test('backups count up, whatever the clock says, and tell their time', async () => {
  const workspace = temporaryFolder();
  const times = [Date.UTC(2026, 10, 22, 11, 5, 9), Date.UTC(1999, 11, 31, 23, 59, 59)];
  const store = await openStore(workspace, () => times.shift() ?? 0);
  await store.backup('import');
  await store.backup('reset');
  store.close();
  const backups = listBackups(workspace);
  expect(backups.map((each) => basename(each.path))).toEqual([
    '000001-import-20261122T110509Z.sqlite',
    '000002-reset-19991231T235959Z.sqlite',
  ]);
  expect(backups.map(({ at }) => at)).toEqual([Date.UTC(2026, 10, 22, 11, 5, 9), Date.UTC(1999, 11, 31, 23, 59, 59)]);
  expect(backups.map(({ path, bytes }) => bytes - statSync(path).size)).toEqual([0, 0]);
});

test('a backup that has no time in its name has that of its file', () => {
  const workspace = temporaryFolder();
  const folder = join(workspace, 'backups');
  mkdirSync(folder);
  const path = join(folder, '000007-import.sqlite');
  writeFileSync(path, 'x');
  utimesSync(path, 1000, 1000);
  expect(listBackups(workspace)).toEqual([{ sequence: 7, reason: 'import', at: 1_000_000, path, bytes: 1 }]);
});

test('old backups are thinned when a new one is made', async () => {
  const workspace = temporaryFolder();
  let now = Date.UTC(2026, 0, 1);
  const store = await openStore(workspace, () => now);
  for (let round = 0; round < 12; round += 1) {
    await store.backup(round % 2 === 0 ? 'scheduled' : 'import');
    now += 12 * 3_600_000;
  }
  store.close();
  expect(listBackups(workspace).map(({ sequence }) => sequence)).toEqual([2, 4, 6, 7, 8, 9, 10, 11, 12]);
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
