import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStore } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const PROGRAM = fileURLToPath(new URL('./read-only-main.ts', import.meta.url));
const MOUNT = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" "$3" "$1"';

function openReadOnly(folder: string): string {
  const own = process.getuid?.() === 0 ? ['-m'] : ['-r', '-m'];
  const args = [...own, 'sh', '-c', MOUNT, 'sh', folder, process.execPath, PROGRAM];
  const { stdout, stderr } = spawnSync('unshare', args, { encoding: 'utf8', timeout: 60_000 });
  return `${stdout}${stderr}`;
}

test('a workspace on a read-only disk is refused by name, a new one too', async () => {
  const workspace = temporaryFolder();
  expect(openReadOnly(workspace)).toBe('workspaceReadOnly');
  (await openStore(workspace)).close();
  expect(openReadOnly(workspace)).toBe('workspaceReadOnly');
});
