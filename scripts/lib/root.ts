import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The clone's folder, absolute, without a trailing slash. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/u, '');

/** A path inside the clone. */
export const inRoot = (...parts: string[]): string => join(ROOT, ...parts);

/** What helpers fetch or remember; ignored by git, safe to delete. */
export const CACHE = inRoot('.cache');
