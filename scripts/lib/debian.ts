/** System libraries and tools, on Debian and its kin; elsewhere the machine is taken as it is. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { capture, run, toolEnv } from './run.ts';

/** Names differ since Debian 13 / Ubuntu 24.04; the first that the machine's lists know is taken. */
const LIBRARIES: readonly (readonly string[])[] = [
  ['libnss3'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libxss1'],
  ['libxtst6'],
  ['libatspi2.0-0t64', 'libatspi2.0-0'],
  ['libcups2t64', 'libcups2'],
  ['libdrm2'],
  ['libsecret-1-0'],
];

/** Program → package, for what is run and not linked. */
const TOOLS: Readonly<Record<string, string>> = { Xvfb: 'xvfb', xauth: 'xauth' };

/** Tools that only the tests use. */
export const TEST_TOOLS: Readonly<Record<string, string>> = {
  soffice: 'libreoffice-writer-nogui',
  strace: 'strace',
  setpriv: 'util-linux',
};

const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Installs what Electron needs and the machine lacks. Only root installs; for anyone else the one line to run is printed
 * and `false` returned. `electron` is the program whose libraries are looked at; `tools` are further programs wanted.
 */
export async function ensureSystemPackages(
  electron: string,
  tools: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const wanted = { ...(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? {} : TOOLS), ...tools };
  const missingTools = Object.entries(wanted).flatMap(([program, name]) => (onPath(program) ? [] : [name]));
  const missingLibraries = await lacksLibraries(electron);
  if (!missingLibraries && missingTools.length === 0) return true;
  if (!onPath('apt-get')) {
    say(
      `Missing on this machine: ${[missingLibraries ? "Electron's libraries" : '', ...missingTools].filter(Boolean).join(', ')}.`,
    );
    return false;
  }
  if (!isRoot()) {
    const names = [...(missingLibraries ? await knownLibraries() : []), ...missingTools];
    say(
      `Some system packages are missing. Run this once, then start again:\n  sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    );
    return false;
  }
  say('Installing system packages …');
  const env = toolEnv({ DEBIAN_FRONTEND: 'noninteractive' });
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  await run('apt-get', ['update', '-qq'], quiet);
  const names = [...(missingLibraries ? await knownLibraries() : []), ...missingTools];
  return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quiet)) === 0;
}

export function onPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

async function lacksLibraries(electron: string): Promise<boolean> {
  return (await capture('ldd', [electron]))?.includes('not found') ?? false;
}

async function knownLibraries(): Promise<string[]> {
  const known = new Set((await capture('apt-cache', ['pkgnames', 'lib']))?.split('\n'));
  return LIBRARIES.map((names) => names.find((name) => known.has(name)) ?? names[0] ?? '');
}
