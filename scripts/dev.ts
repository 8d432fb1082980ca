/** `npm run dev`: the window with the development server behind it; changes show at once. */
import { ensureSystemPackages } from './lib/debian.ts';
import { openDisplay, sandboxArguments } from './lib/display.ts';
import { ensureElectron } from './lib/electron-binary.ts';
import { copyPrintFonts } from './lib/fonts.ts';
import { run, toolEnv } from './lib/run.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function develop(): Promise<number> {
  const electron = await ensureElectron(say);
  if (!(await ensureSystemPackages(electron.program, {}, say))) return 1;
  copyPrintFonts();
  const display = await openDisplay(say);
  const env = toolEnv({
    ...display.env,
    ELECTRON_EXEC_PATH: electron.program,
    NO_SANDBOX: sandboxArguments().length > 0 ? '1' : '0',
  });
  const args = ['dev', '--watch', '--config', 'scripts/config/electron.vite.config.ts', '--', ...process.argv.slice(2)];
  try {
    return await run('electron-vite', args, { env, stdio: 'inherit' });
  } finally {
    display.close();
  }
}

try {
  process.exitCode = await develop();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
