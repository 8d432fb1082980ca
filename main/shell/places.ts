/** Where things lie, in a clone and in the packaged application alike. */
import { join, resolve } from 'node:path';
import { app } from 'electron';

/** The pages' scheme and host; everything a page may load has this origin. */
export const APP_ORIGIN = 'app://adapta';
/** Host of pages to be printed; never shown, no script. */
export const PRINT_ORIGIN = 'app://print';

const built = (...parts: string[]): string => join(import.meta.dirname, '..', ...parts);

export const places = {
  engine: built('main', 'engine.js'),
  preload: built('preload', 'preload.cjs'),
  renderer: built('renderer'),
  fonts: built('fonts'),
  resources: built('..', 'resources'),
} as const;

/** A value given as `--name=value` or `--name value`; only arguments after the program's own. */
export function argument(name: string): string | undefined {
  const inline = process.argv.find((item) => item.startsWith(`--${name}=`));
  if (inline !== undefined) return inline.slice(name.length + 3);
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
}

/** The folder of the workspace: given by hand, else in the user's application data. */
export function workspaceFolder(): string {
  const given = argument('workspace') ?? process.env['ADAPTA_WORKSPACE'];
  return given === undefined || given === '' ? join(app.getPath('userData'), 'workspace') : resolve(given);
}

/** The development server of `npm run dev`; never in the packaged application. */
export function devServer(): URL | null {
  const url = process.env['ELECTRON_RENDERER_URL'];
  return app.isPackaged || url === undefined ? null : new URL(url);
}
