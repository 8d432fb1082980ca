/** HTML → PDF for programs that run under plain Node: starts Electron's print entry for one page and waits for it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PrintOptions, printOptionsSchema } from '#shared/contract/control.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { ensureBuilt } from './lib/build.ts';
import { canDraw, openDisplay, sandboxArguments } from './lib/display.ts';
import { findElectron } from './lib/electron-binary.ts';
import { inRoot } from './lib/root.ts';
import { run, toolEnv } from './lib/run.ts';

const LIMIT = 200_000;
const silent = (): void => undefined;

/** Whether this machine has what {@link printWithElectron} needs. */
export function canPrint(): boolean {
  return findElectron() !== null && canDraw();
}

/**
 * Prints a page as the application does (see {@link printOptionsSchema} for what it may hold). Needs Electron on this
 * machine (`npm start` or `npm test` fetch it) and a display or Xvfb: throws `printUnavailable` without them, and
 * `printFailed` when Chromium could not print.
 */
export async function printWithElectron(html: string, options: PrintOptions): Promise<Uint8Array> {
  const electron = findElectron();
  if (electron === null) throw new AdaptaError('printUnavailable');
  const folder = await mkdtemp(join(tmpdir(), 'adapta-pdf-'));
  try {
    await ensureBuilt(silent);
    const display = await openDisplay(silent).catch((cause: unknown) => {
      throw new AdaptaError('printUnavailable', {}, { cause });
    });
    const [input, output, settings] = ['in.html', 'out.pdf', 'options.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(input, html);
    await writeFile(settings, JSON.stringify(printOptionsSchema.parse(options)));
    try {
      const args = [...sandboxArguments(), inRoot('out/main/print.js'), input, output, settings];
      if ((await run(electron.program, args, { env: toolEnv(display.env), stdio: 'ignore', limit: LIMIT })) !== 0)
        throw new AdaptaError('printFailed');
      return new Uint8Array(await readFile(output));
    } finally {
      display.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
