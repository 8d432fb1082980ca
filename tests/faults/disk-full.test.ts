import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const PROGRAM = fileURLToPath(new URL('./disk-full-main.ts', import.meta.url));
const MOUNT = 'mount -t tmpfs -o size=2m tmpfs "$1" && exec "$2" "$3" "$1"';

test('on a full disk an edit and an export are refused by name, nothing acknowledged is missing, and room heals it', () => {
  const disk = temporaryFolder();
  // A mount of its own, gone with the process; who is not root becomes it in a namespace.
  const own = process.getuid?.() === 0 ? ['-m'] : ['-r', '-m'];
  const args = [...own, 'sh', '-c', MOUNT, 'sh', disk, process.execPath, PROGRAM];
  const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8', timeout: 120_000 });
  expect(stderr).toBe('');
  const { before, ...told } = JSON.parse(stdout) as { before: number };
  expect(told).toEqual({
    refused: 'diskFull',
    exported: 'diskFull',
    partial: false,
    retried: '',
    verdict: { integrity: 'ok', missing: 0, torn: 0 },
  });
  expect(before).toBeGreaterThan(10);
});
