import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openReadOnly } from '#main/store/connection.ts';
import { openStore } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { afterPowerLoss, type Disk } from './power.ts';
import { record, type DiskEvent } from './recording.ts';
import { makeRestorable, wordsIn } from './restorable.ts';
import { seeded } from './typist.ts';
import { patience, rounds } from './verify.ts';

const ROUNDS = rounds(40);
const PROGRAM = fileURLToPath(new URL('./restore-main.ts', import.meta.url));
const LIBRARY = 'library.sqlite';
const LOG = 'library.sqlite-wal';
const COPY = 'library.sqlite.part';

interface Recording {
  readonly events: readonly DiskEvent[];
  /** The folder's own name: its flushes make names durable. */
  readonly folder: string;
  readonly before: Disk;
  /** The copy as it was renamed. */
  readonly copy: Buffer;
}

async function recorded(): Promise<Recording> {
  const workspace = await makeRestorable();
  const before = new Map([LIBRARY, LOG].map((name) => [name, readFileSync(join(workspace, name))] as const));
  const events = record(PROGRAM, [workspace], join(temporaryFolder(), 'strace'));
  // Nothing but the workspace's own opening and closing writes came after the rename.
  const copy = readFileSync(join(workspace, LIBRARY));
  return { events, folder: basename(workspace), before, copy };
}

/** Whether what was done to a name at `index` is on the disk at `cut`: since the folder's next flush, or by chance. */
function named({ events, folder }: Recording, index: number, cut: number, random: () => number): boolean {
  if (index >= cut) return false;
  const flushed = events.slice(index, cut).some(({ what, file }) => what === 'sync' && file === folder);
  return flushed || random() < 0.5;
}

/** The workspace's files as the disk may have them when the power fails before event `cut`. */
function diskAt(recording: Recording, cut: number, random: () => number): Disk {
  const { events, before, copy } = recording;
  const handOver = events.findIndex((event) => event.what === 'rename' && event.file === COPY);
  const removal = events.findLastIndex(({ what, file }, at) => what === 'remove' && file === LOG && at < handOver);
  const data = events.map((event): DiskEvent => (event.what === 'remove' ? { what: 'sync', file: '' } : event));
  const old = new Map(afterPowerLoss(before, data.slice(0, handOver), Math.min(cut, handOver), random));
  if (named(recording, removal, cut, random)) old.delete(LOG);
  if (!named(recording, handOver, cut, random)) return old;
  const fresh = new Map(old).set(LIBRARY, copy);
  return afterPowerLoss(fresh, data.slice(handOver + 1), cut - handOver - 1, random);
}

test(
  `${ROUNDS} power losses while restoring: one library or the other, whole`,
  async () => {
    const recording = await recorded();
    const { events } = recording;
    const handOver = events.findIndex((event) => event.what === 'rename' && event.file === COPY);
    const random = seeded(482);
    const seen = new Set<unknown>();
    for (let round = 1; round <= ROUNDS; round += 1) {
      // Half of them around the moment the names change hands.
      const near = handOver - 12 + Math.floor(random() * 24);
      const cut = round % 2 === 0 ? near : Math.floor(random() * events.length);
      const workspace = temporaryFolder();
      for (const [name, bytes] of diskAt(recording, cut, random)) writeFileSync(join(workspace, name), bytes);
      (await openStore(workspace)).close();
      const db = openReadOnly(join(workspace, LIBRARY));
      const integrity = db.pragma('integrity_check', { simple: true });
      db.close();
      const words = wordsIn(join(workspace, LIBRARY));
      expect({ round, cut, integrity, words: words.length }).toEqual({ round, cut, integrity: 'ok', words: 1 });
      seen.add(words[0]);
    }
    expect(seen).toEqual(new Set(['now', 'before']));
  },
  patience(ROUNDS),
);

test('the copy and the backup of the present are on the disk before the names change hands', async () => {
  const { events, folder } = await recorded();
  const handOver = events.findIndex((event) => event.what === 'rename' && event.file === COPY);
  const earlier = events.slice(0, handOver);
  const lastOf = (what: DiskEvent['what'], file: RegExp): number =>
    earlier.findLastIndex((event) => event.what === what && file.test(event.file));
  const copy = /^library\.sqlite\.part$/u;
  const saved = /^000002-restore-.*\.part$/u;
  expect(lastOf('sync', copy)).toBeGreaterThan(lastOf('write', copy));
  expect(lastOf('rename', saved)).toBeGreaterThan(lastOf('sync', saved));
  expect(lastOf('sync', saved)).toBeGreaterThan(lastOf('write', saved));
  expect(lastOf('sync', /^backups$/u)).toBeGreaterThan(lastOf('rename', saved));
  expect(events.slice(handOver).findIndex(({ what, file }) => what === 'sync' && file === folder)).toBe(1);
});

test('the replay sees what a log left beside the restored library would do', async () => {
  const recording = await recorded();
  const { folder, events } = recording;
  const handOver = events.findIndex((event) => event.what === 'rename' && event.file === COPY);
  const careless = events.map((event, at): DiskEvent =>
    at < handOver && event.file === folder ? { what: 'sync', file: '' } : event,
  );
  const random = seeded(1);
  const outcomes: boolean[] = [];
  for (let round = 1; round <= 40; round += 1) {
    const workspace = temporaryFolder();
    const disk = diskAt({ ...recording, events: careless }, handOver + 1, random);
    if (disk.get(LIBRARY)?.equals(recording.copy) !== true || !disk.has(LOG)) continue;
    for (const [name, bytes] of disk) writeFileSync(join(workspace, name), bytes);
    outcomes.push(isBefore(join(workspace, LIBRARY)));
  }
  expect(outcomes).toContain(false);
});

function isBefore(path: string): boolean {
  try {
    return wordsIn(path).join() === 'before';
  } catch {
    return false;
  }
}
