/** What the shell remembers between starts. Losing it costs nothing but a window's place, so a damaged file is ignored. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { languageSchema } from '#shared/contract/bridge.ts';

const preferencesSchema = z.object({
  language: languageSchema.catch('es'),
  bounds: z
    .object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1), maximized: z.boolean() })
    .nullable()
    .catch(null),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const DEFAULTS: Preferences = { language: 'es', bounds: null };

const file = (): string => join(app.getPath('userData'), 'shell.json');

export function readPreferences(): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(readFileSync(file(), 'utf8')));
  } catch {
    return DEFAULTS;
  }
}

/** Replaces the file as a whole; a crash leaves the old or the new one. */
export function rememberPreferences(changes: Partial<Preferences>): void {
  const next = { ...readPreferences(), ...changes };
  try {
    writeFileSync(`${file()}.new`, JSON.stringify(next));
    renameSync(`${file()}.new`, file());
  } catch {
    // A full or read-only disk: the next start opens with the default place and language.
  }
}
