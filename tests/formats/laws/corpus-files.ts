import { readFileSync, readdirSync } from 'node:fs';

const CORPUS = new URL('../../../../shared/corpus/', import.meta.url);

/** Every DOCX of the corpus that has to be readable. */
export const CORPUS_FILES: readonly string[] = ['docx', 'pairs'].flatMap((folder) =>
  readdirSync(new URL(folder, CORPUS))
    .filter((name) => name.endsWith('.docx'))
    .map((name) => `${folder}/${name}`),
);

export function corpusFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, CORPUS)));
}
