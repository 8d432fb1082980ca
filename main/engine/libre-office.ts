/** LibreOffice, where it is installed: converts files of older formats and draws slides. Never a condition for anything else. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AdaptaError } from '#shared/model/errors.ts';
import type { ConvertPort } from '#main/services/deps.ts';

const LIMIT = 180_000;

/**
 * A profile of its own for every call: macros are never run, links to other files and addresses never followed, nothing of
 * the person's own LibreOffice is read or changed (trust.md, "Files from strangers").
 */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['/org.openoffice.Inet/Settings', 'ooInetProxyType', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPProxyPort', '9'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'],
  ['/org.openoffice.Inet/Settings', 'ooInetHTTPSProxyPort', '9'],
]
  .map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;

/**
 * Every slide becomes a page, so that page 7 is slide 7 also behind a hidden one; nothing but what is drawn goes in, in
 * as many dots as a strip can show.
 */
const SLIDES_FILTER = `impress_pdf_Export:${JSON.stringify({
  ExportHiddenSlides: { type: 'boolean', value: 'true' },
  ExportNotes: { type: 'boolean', value: 'false' },
  ExportNotesPages: { type: 'boolean', value: 'false' },
  ExportBookmarks: { type: 'boolean', value: 'false' },
  ExportFormFields: { type: 'boolean', value: 'false' },
  UseTaggedPDF: { type: 'boolean', value: 'false' },
  ReduceImageResolution: { type: 'boolean', value: 'true' },
  MaxImageResolution: { type: 'long', value: '75' },
  Quality: { type: 'long', value: '75' },
})}`;

/** Where the program may be, the likeliest first. */
function places(): readonly string[] {
  if (process.platform === 'win32') {
    const roots = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)']].filter((root) => root !== undefined);
    return roots.map((root) => join(root, 'LibreOffice', 'program', 'soffice.com'));
  }
  if (process.platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS/soffice'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders, '/usr/bin', '/usr/local/bin', '/opt/libreoffice/program'].flatMap((folder) => [
    join(folder, 'soffice'),
    join(folder, 'libreoffice'),
  ]);
}

/** Converts by the LibreOffice of this computer; null where there is none. */
export function libreOffice(): ConvertPort | null {
  const program = places().find((place) => existsSync(place));
  if (program === undefined) return null;
  return {
    convert: async (bytes, from, to, signal) => await run(program, bytes, from, { ending: to }, signal),
    drawSlides: async (bytes, from, signal) =>
      await run(program, bytes, from, { ending: 'pdf', filter: SLIDES_FILTER }, signal),
  };
}

async function run(
  program: string,
  bytes: Uint8Array,
  from: string,
  to: { readonly ending: string; readonly filter?: string },
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'adapta-convert-'));
  try {
    const [profile, out, source] = [join(folder, 'profile'), join(folder, 'out'), join(folder, `file.${from}`)];
    await mkdir(join(profile, 'user'), { recursive: true });
    await mkdir(out);
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), PROFILE);
    await writeFile(source, bytes);
    const asked = to.filter === undefined ? to.ending : `${to.ending}:${to.filter}`;
    const options = ['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard'];
    const where = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--convert-to',
      asked,
      '--outdir',
      out,
      source,
    ];
    await finished(program, [...options, ...where], signal);
    // It ends with 0 also when it could not read the file.
    const made = join(out, `file.${to.ending}`);
    if (!existsSync(made)) throw new AdaptaError('conversionFailed', { from, to: to.ending });
    return new Uint8Array(await readFile(made));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Resolves when the program ends, however it ends. Throws cancelled, timeLimit, conversionFailed when it does not start. */
async function finished(program: string, args: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted === true) throw new AdaptaError('cancelled');
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  // A group of its own: the program starts others, which must end with it.
  const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32', windowsHide: true });
  // What people write meanwhile comes first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const end = (code: 'cancelled' | 'timeLimit', params = {}): void => {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill();
    reject(new AdaptaError(code, params));
  };
  const stop = (): void => {
    end('cancelled');
  };
  const timer = setTimeout(() => {
    end('timeLimit', { seconds: LIMIT / 1000 });
  }, LIMIT);
  signal?.addEventListener('abort', stop, { once: true });
  child.once('exit', () => {
    resolve(undefined);
  });
  child.once('error', (cause) => {
    reject(new AdaptaError('conversionFailed', {}, { cause }));
  });
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
