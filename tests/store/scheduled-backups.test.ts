import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startBackups } from '#main/services/scheduled-backups.ts';
import { listBackups } from '#main/store/backup.ts';
import { openStore, type Store } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const NEVER = 1_000_000;

function change(store: Store): void {
  store.transaction(() => {
    store.settings.write('x', 1);
  });
}

/** Opens a workspace, lets backups be made for a moment, and closes it. */
async function session(workspace: string, work: (store: Store) => void, every = NEVER): Promise<void> {
  const store = await openStore(workspace);
  const stop = startBackups(store, every, 20);
  work(store);
  await sleep(200);
  await stop();
  store.close();
}

test('a backup is made when its time comes and something changed, and not again while nothing does', async () => {
  const workspace = temporaryFolder();
  const store = await openStore(workspace);
  const stop = startBackups(store, 20);
  await sleep(100);
  expect(listBackups(workspace)).toEqual([]);
  change(store);
  await expect.poll(() => listBackups(workspace).length, { timeout: 5000 }).toBe(1);
  await sleep(200);
  await stop();
  expect(listBackups(workspace).map((backup) => backup.reason)).toEqual(['scheduled']);
  store.close();
});

test('what a short session changed is backed up soon after the next start, once', async () => {
  const workspace = temporaryFolder();
  await session(workspace, change);
  expect(listBackups(workspace)).toEqual([]);
  await session(workspace, () => undefined);
  expect(listBackups(workspace).map((backup) => backup.reason)).toEqual(['scheduled']);
  await session(workspace, () => undefined);
  expect(listBackups(workspace)).toHaveLength(1);
});

test('sessions that change nothing make no backup', async () => {
  const workspace = temporaryFolder();
  for (let round = 0; round < 3; round += 1) await session(workspace, () => undefined, 20);
  expect(listBackups(workspace)).toEqual([]);
});

test('with short looks and short rounds there is still one backup for one change', async () => {
  const workspace = temporaryFolder();
  await session(workspace, change, 30);
  await session(workspace, () => undefined, 30);
  expect(listBackups(workspace)).toHaveLength(1);
});
