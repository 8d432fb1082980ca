/**
 * `npm start [-- --screenshot out.png] [-- --workspace DIR]`: everything from a fresh clone to the open window. Fetches
 * Electron, builds what has changed, finds a display.
 */
import { ensureBuilt } from './lib/build.ts';
import { ensureSystemPackages } from './lib/debian.ts';
import { openDisplay, sandboxArguments } from './lib/display.ts';
import { ensureElectron } from './lib/electron-binary.ts';
import { ROOT } from './lib/root.ts';
import { run, toolEnv } from './lib/run.ts';

/** Chromium's complaints about a machine without desktop services (D-Bus) say nothing to the one who starts this. */
const QUIET = '--log-level=3';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function start(): Promise<number> {
  const electron = await ensureElectron(say);
  if (!(await ensureSystemPackages(electron.program, {}, say))) return 1;
  await ensureBuilt(say);
  const display = await openDisplay(say);
  try {
    return await run(electron.program, [ROOT, ...sandboxArguments(), QUIET, ...process.argv.slice(2)], {
      env: toolEnv(display.env),
      stdio: 'inherit',
    });
  } finally {
    display.close();
  }
}

try {
  process.exitCode = await start();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
