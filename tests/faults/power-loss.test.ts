import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UnitChange } from '#shared/model/commands.ts';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { importText, makeClient, withModule } from '#tests/builders/client.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { afterPowerLoss, type Disk } from './power.ts';
import { record, type DiskEvent } from './recording.ts';
import { seeded } from './typist.ts';
import { patience, rounds, verify } from './verify.ts';

const ROUNDS = rounds(60);
const PROGRAM = fileURLToPath(new URL('./typing-main.ts', import.meta.url));
const FILES = ['library.sqlite', 'library.sqlite-wal'];

let before: Disk;
let events: readonly DiskEvent[];
let files: string;

function filesOf(folder: string): Disk {
  const names = readdirSync(folder).filter((name) => FILES.includes(name));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** The changes acknowledged before an event: what the program had written to its log by then. */
function acknowledgedBefore(cut: number): readonly UnitChange[] {
  const lines = events.slice(0, cut).flatMap((event) => {
    return event.what === 'write' && event.file === 'acknowledged' ? [event.bytes.toString('utf8')] : [];
  });
  return lines.flatMap((line) => (JSON.parse(line) as { changes: readonly UnitChange[] }).changes);
}

/** Puts a disk's files into a workspace of their own. */
function restore(disk: Disk): string {
  const workspace = temporaryFolder();
  for (const [name, bytes] of disk) {
    if (FILES.includes(name)) writeFileSync(join(workspace, name), bytes);
  }
  mkdirSync(join(workspace, 'files'));
  for (const name of readdirSync(files)) copyFileSync(join(files, name), join(workspace, 'files', name));
  return workspace;
}

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'adapta-power-'));
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  const it = await makeClient({ workspace });
  await withModule(it.client);
  const document = await importText(it, Array.from({ length: 30 }, (_, index) => `Unit number ${index}`).join('\n'));
  await it.close();
  before = filesOf(workspace);
  files = join(workspace, 'files');
  const log = join(folder, 'strace');
  events = record(PROGRAM, [workspace, document, join(folder, 'acknowledged'), '7', '320'], log);
}, 120_000);

describe('power loss', () => {
  test('the recording holds commits, their flushes, and a checkpoint', () => {
    const of = (file: string, what: DiskEvent['what']): number =>
      events.filter((event) => event.file === file && event.what === what).length;
    expect(acknowledgedBefore(events.length).length).toBeGreaterThan(300);
    expect(of('library.sqlite-wal', 'sync')).toBeGreaterThan(300);
    expect(of('library.sqlite', 'write')).toBeGreaterThan(0);
    expect(of('library.sqlite', 'sync')).toBeGreaterThan(0);
  });

  test(
    `${ROUNDS} replays: nothing acknowledged is missing, integrity holds`,
    async () => {
      const random = seeded(1178);
      for (let round = 1; round <= ROUNDS; round += 1) {
        const cut = Math.floor(random() * events.length);
        const disk = afterPowerLoss(before, events, cut, random);
        const verdict = await verify(restore(disk), acknowledgedBefore(cut));
        expect({ round, cut, ...verdict }).toEqual({ round, cut, integrity: 'ok', missing: 0, torn: 0 });
      }
    },
    patience(ROUNDS),
  );

  test('the replay would notice: on a disk that lies about flushing, acknowledged edits are missing', async () => {
    const random = seeded(482);
    let lost = 0;
    for (let round = 0; round < 5; round += 1) {
      const cut = Math.floor((0.3 + 0.2 * random()) * events.length);
      const disk = afterPowerLoss(before, events, cut, random, false);
      const verdict = await verify(restore(disk), acknowledgedBefore(cut)).catch(() => ({ missing: 1 }));
      lost += Math.sign(verdict.missing);
    }
    expect(lost).toBe(5);
  });
});
