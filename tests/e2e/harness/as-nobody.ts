import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findElectron } from '#scripts/lib/electron-binary.ts';
import { ROOT, inRoot } from '#scripts/lib/root.ts';

/** The user nobody of Debian. */
const NOBODY = 65534;

export interface UnprivilegedStart {
  /** A program to start instead of Electron; takes the same arguments. */
  readonly program: string;
  /** The application's folder, readable for the user. */
  readonly root: string;
}

/**
 * Makes a start of the application as an unprivileged user possible, inside `folder`: Chromium's sandbox cannot be tried
 * as root. Someone who is not root already is simply given Electron.
 */
export async function startAsNobody(folder: string): Promise<UnprivilegedStart> {
  const electron = findElectron();
  if (electron === null) throw new Error('Electron is not on this machine.');
  if (process.getuid?.() !== 0) return { program: electron.program, root: ROOT };
  await chmod(folder, 0o755);
  const reachable = asNobody('test', '-x', electron.program) && asNobody('test', '-r', inRoot('out/main/shell.js'));
  const namespaces = asNobody('unshare', '--user', 'true');
  const root = reachable ? ROOT : join(folder, 'app');
  const program = reachable && namespaces ? electron.program : join(folder, 'electron', 'electron');
  if (root !== ROOT) {
    for (const part of ['out', 'resources', 'package.json', 'node_modules/better-sqlite3']) {
      await cp(inRoot(part), join(root, part), { recursive: true });
    }
  }
  if (program !== electron.program) await cp(electron.folder, dirname(program), { recursive: true });
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  // Where the kernel gives users no namespaces of their own, Chromium's other sandbox needs the help of root.
  if (!namespaces) await chmod(join(dirname(program), 'chrome-sandbox'), 0o4755);
  const home = join(folder, 'home');
  await mkdir(home, { recursive: true });
  const wrapper = join(folder, 'electron-as-nobody');
  const switchUser = `setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups`;
  await writeFile(wrapper, `#!/bin/sh\nHOME='${home}' exec ${switchUser} '${program}' "$@"\n`, { mode: 0o755 });
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, home]);
  return { program: wrapper, root };
}

function asNobody(...command: string[]): boolean {
  return spawnSync('setpriv', [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...command]).status === 0;
}

/** Gives a folder to the user, so that the application can write there. */
export function giveToNobody(folder: string): void {
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
}
