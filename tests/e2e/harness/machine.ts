import { ensureBuilt } from '#scripts/lib/build.ts';
import { ensureSystemPackages } from '#scripts/lib/debian.ts';
import { openDisplay } from '#scripts/lib/display.ts';
import { ensureElectron } from '#scripts/lib/electron-binary.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Before all end-to-end tests: Electron is there, `out/` is built, windows have somewhere to open. */
export default async function prepare(): Promise<() => void> {
  const electron = await ensureElectron(say);
  if (!(await ensureSystemPackages(electron.program, { setpriv: 'util-linux' }, say))) {
    throw new Error('System packages are missing.');
  }
  await ensureBuilt(say);
  const display = await openDisplay(say);
  Object.assign(process.env, display.env);
  return () => display.close();
}
