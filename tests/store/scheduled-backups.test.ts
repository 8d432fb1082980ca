import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startBackups } from '#main/services/scheduled-backups.ts';
import { listBackups } from '#main/store/backup.ts';
import { openStore } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

test('a backup is made when its time comes and something changed, and not again while nothing does', async () => {
  const workspace = temporaryFolder();
  const store = await openStore(workspace);
  const stop = startBackups(store, 20);
  await sleep(100);
  expect(listBackups(workspace)).toEqual([]);
  store.transaction(() => {
    store.settings.write('x', 1);
  });
  await expect.poll(() => listBackups(workspace).length, { timeout: 5000 }).toBe(1);
  await sleep(200);
  await stop();
  expect(listBackups(workspace).map((backup) => backup.reason)).toEqual(['scheduled']);
  store.close();
});
