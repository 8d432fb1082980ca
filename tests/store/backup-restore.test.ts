import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listBackups } from '#main/store/backup.ts';
import { openConnection, openReadOnly } from '#main/store/connection.ts';
import { MIGRATIONS, NEWEST } from '#main/store/migrations/index.ts';
import { runMigration } from '#main/store/migrate.ts';
import { openStore, type Store } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

async function opened(workspace = temporaryFolder()): Promise<Store> {
  const store = await openStore(workspace);
  onTestFinished(() => {
    store.close();
  });
  return store;
}

function write(store: Store, key: string, value: unknown): void {
  store.transaction(() => {
    store.settings.write(key, value);
  });
}

/** A workspace that said 1 when it was backed up and says 2 now. */
async function changed(): Promise<{ store: Store; backup: string }> {
  const store = await opened();
  write(store, 'x', 1);
  const { path } = await store.backup('import');
  write(store, 'x', 2);
  return { store, backup: path };
}

function readFrom(path: string, key: string): unknown {
  const db = openReadOnly(path);
  const value = db.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key);
  db.close();
  return value;
}

test('what the backup holds is there again, in the store that was open', async () => {
  const { store } = await changed();
  await store.restore(1);
  expect(store.settings.read('x')).toBe(1);
});

test('the restored library is written durably, and is there at the next start', async () => {
  const { store } = await changed();
  await store.restore(1);
  write(store, 'y', 3);
  store.close();
  const again = await opened(store.workspace);
  expect([again.settings.read('x'), again.settings.read('y')]).toEqual([1, 3]);
});

test('the state until now is kept as a backup, and can be gone back to', async () => {
  const { store } = await changed();
  const saved = await store.restore(1);
  expect(saved).toMatchObject({ sequence: 2, reason: 'restore' });
  expect(readFrom(saved.path, 'x')).toBe('2');
  await store.restore(saved.sequence);
  expect(store.settings.read('x')).toBe(2);
});

test('the chosen backup itself stays as it was', async () => {
  const { store, backup } = await changed();
  const before = readFileSync(backup);
  await store.restore(1, { keep: ['x'] });
  expect(readFileSync(backup).equals(before)).toBe(true);
});

test('settings that belong to the present stay', async () => {
  const { store } = await changed();
  await store.restore(1, { keep: ['x', 'never set'] });
  expect(store.settings.read('x')).toBe(2);
});

test('nothing is left beside the library', async () => {
  const { store } = await changed();
  await store.restore(1);
  store.close();
  expect(readdirSync(store.workspace).toSorted()).toEqual(['backups', 'files', 'library.sqlite', 'workspace.lock']);
});

test('a change answered while the present state is being saved is in that backup', async () => {
  const { store } = await changed();
  const restoring = store.restore(1, {
    onStep: (step) => {
      if (step === 'backup') queueMicrotask(() => write(store, 'late', true));
    },
  });
  const saved = await restoring;
  expect(readFrom(saved.path, 'late')).toBe('true');
});

test('originals that were imported later or removed meanwhile are still there', async () => {
  const store = await opened();
  const early = await store.files.put(Buffer.from('early'));
  await store.backup('import');
  const late = await store.files.put(Buffer.from('late'));
  await store.restore(1);
  const kept = await Promise.all([early, late].map(async (sha256) => await store.files.get(sha256)));
  expect(kept.map((bytes) => Buffer.from(bytes).toString())).toEqual(['early', 'late']);
});

test('a backup of an older version is brought up to the present one', async () => {
  const old = temporaryFolder();
  const db = openConnection(join(old, 'library.sqlite'));
  for (const migration of MIGRATIONS.slice(0, 1)) runMigration(db, migration);
  db.exec("INSERT INTO setting (key, value) VALUES ('x', '1')");
  db.close();
  const store = await opened(old);
  expect(listBackups(old).map(({ reason }) => reason)).toEqual(['migrate']);
  write(store, 'x', 2);
  await store.restore(1);
  expect(store.settings.read('x')).toBe(1);
  expect(store.units.tallies()).toEqual([]);
});

test.each([
  ['that is not there', 'unknownBackup', (path: string) => rmSync(path)],
  ['that is no database', 'backupDamaged', (path: string) => writeFileSync(path, 'x'.repeat(8192))],
  ['that was cut off', 'backupDamaged', (path: string) => truncateSync(path, 8192)],
  ['that is empty', 'backupDamaged', (path: string) => truncateSync(path, 0)],
  [
    'of a newer version',
    'workspaceNewer',
    (path: string) => {
      const db = openConnection(path);
      db.pragma(`user_version = ${NEWEST + 1}`);
      db.close();
    },
  ],
])('a backup %s is refused: %s, and nothing changes', async (_what, code, spoil) => {
  const { store, backup } = await changed();
  spoil(backup);
  await expect(store.restore(1)).rejects.toMatchObject({ code });
  write(store, 'y', 3);
  expect([store.settings.read('x'), store.settings.read('y')]).toEqual([2, 3]);
  expect(existsSync(join(store.workspace, 'library.sqlite.part'))).toBe(false);
  expect(listBackups(store.workspace).some(({ reason }) => reason === 'restore')).toBe(false);
});

test('cancelled before it takes place, nothing changes', async () => {
  const { store } = await changed();
  const stop = new AbortController();
  const onStep = (step: string): void => {
    if (step === 'backup') stop.abort();
  };
  await expect(store.restore(1, { signal: stop.signal, onStep })).rejects.toMatchObject({ code: 'cancelled' });
  expect(store.settings.read('x')).toBe(2);
});

test('while another program reads the library it is not replaced', async () => {
  const { store } = await changed();
  const reader = openReadOnly(join(store.workspace, 'library.sqlite'));
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM setting').get();
  write(store, 'x', 5);
  await expect(store.restore(1)).rejects.toMatchObject({ code: 'workspaceBusy' });
  reader.close();
  write(store, 'y', 3);
  expect([store.settings.read('x'), store.settings.read('y')]).toEqual([5, 3]);
});

test('what an interrupted restoring left is swept at the next start', async () => {
  const workspace = temporaryFolder();
  for (const suffix of ['', '-journal']) writeFileSync(join(workspace, `library.sqlite.part${suffix}`), 'x');
  const store = await opened(workspace);
  expect(readdirSync(store.workspace).filter((name) => name.includes('.part'))).toEqual([]);
});

test('backups asked for meanwhile wait for their turn', async () => {
  const { store } = await changed();
  const made = await Promise.all([store.restore(1), store.backup('scheduled')]);
  expect(made.map(({ sequence, reason }) => [sequence, reason])).toEqual([
    [2, 'restore'],
    [3, 'scheduled'],
  ]);
  expect(readFrom(made[1].path, 'x')).toBe('1');
});
