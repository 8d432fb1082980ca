import { readdirSync } from 'node:fs';

const CORPUS = new URL('../../../../shared/corpus/', import.meta.url);

/** Paths of every DOCX of the corpus that has to be readable, by their names below it. */
export const CORPUS_FILES: readonly (readonly [name: string, path: string])[] = ['docx', 'pairs'].flatMap((folder) =>
  readdirSync(new URL(folder, CORPUS))
    .filter((name) => name.endsWith('.docx'))
    .map((name) => [`${folder}/${name}`, new URL(`${folder}/${name}`, CORPUS).pathname] as const),
);
