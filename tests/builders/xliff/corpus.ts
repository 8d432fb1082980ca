import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A path below the folder shared with the project. */
export function shared(path: string): string {
  return resolve(import.meta.dirname, '../../../../shared', path);
}

/** Files of a corpus folder with their bytes; none where the corpus is not there. */
export function corpusFiles(folder: string): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const path = shared(`corpus/${folder}`);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => /\.(?:xlf|xliff)$/u.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${path}/${name}`)) }));
}
