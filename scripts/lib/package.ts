/** Puts the application together for this machine, unpacked, in `dist/`. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.ts';
import { ensureElectron } from './electron-binary.ts';
import { inRoot } from './root.ts';
import { run, toolEnv } from './run.ts';

/** electron-builder's names for the folder of an unpacked application. */
const FOLDER = { linux: 'linux', darwin: 'mac', win32: 'win' }[process.platform as string] ?? process.platform;
const DIST = inRoot(
  'dist',
  `${FOLDER}${process.arch === 'x64' ? '' : `-${process.arch}`}${process.platform === 'darwin' ? '' : '-unpacked'}`,
);
const PROGRAM =
  { darwin: 'Adapta.app/Contents/MacOS/Adapta', win32: 'Adapta.exe' }[process.platform as string] ?? 'adapta';
const STAMP = join(DIST, '.packaged');

/** Packages when the build has changed since; returns the program. Throws when it cannot. */
export async function ensurePackaged(say: (line: string) => void): Promise<string> {
  const electron = await ensureElectron(say);
  await ensureBuilt(say);
  const program = join(DIST, PROGRAM);
  const wanted = `${readFileSync(inRoot('out', '.built'), 'utf8')} ${electron.version} ${readFileSync(inRoot('electron-builder.yml'), 'utf8')}`;
  if (existsSync(program) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return program;
  say('Packaging …');
  rmSync(DIST, { recursive: true, force: true });
  const own = [`-c.electronVersion=${electron.version}`, `-c.electronDist=${electron.folder}`];
  // No signing identity is looked for: this is the seam, not a release.
  const env = toolEnv({ CSC_IDENTITY_AUTO_DISCOVERY: 'false', ELECTRON_BUILDER_OFFLINE: 'true' });
  if ((await run('electron-builder', ['--dir', '--publish', 'never', ...own], { env })) !== 0 || !existsSync(program)) {
    throw new Error('electron-builder did not finish.');
  }
  // Left over from the unpacked Electron; nothing loads it.
  rmSync(join(DIST, 'resources', 'default_app.asar'), { force: true });
  writeFileSync(STAMP, wanted);
  return program;
}
