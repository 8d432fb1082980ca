import type { Format, ReadFile } from '#main/formats/format.ts';
import type { Content } from '#shared/model/content.ts';
import type { Failure } from '#tests/formats/laws/failures.ts';
import { tryLaws, type CheckOptions, type Verdict } from '#tests/formats/laws/trial.ts';
import { changedLaw, untouchedLaw } from './bytes-law.ts';
import { rewriteLaw, structureLaw, type IsFixed } from './structure-law.ts';

export interface FlatRig {
  readonly format: Format;
  readonly isFixed: IsFixed;
  /** Law 1 for the format. */
  text(bytes: Uint8Array, file: ReadFile): readonly Failure[];
  /** What the format makes of content when it can say no more; as given when absent. */
  readonly shown?: (content: Content) => Content;
  readonly extension: string;
}

/** Tries the laws on a file of one piece. Never throws: what breaks is a failure. */
export function checkFlat(rig: FlatRig, path: string, options: CheckOptions = {}): Promise<Verdict> {
  const { format, extension: ending, isFixed, shown } = rig;
  const { seed } = options;
  return tryLaws(format, path, { ...options, ending }, async ({ bytes, file, run, write }) => {
    await run('text', () => rig.text(bytes, file));
    await run('untouched', () => untouchedLaw(format, bytes, file));
    await run('changed', () => changedLaw(format, bytes, file, seed));
    await write('rewrite', () => rewriteLaw(format, bytes, file, shown));
    await write('structure', () => structureLaw(format, bytes, file, isFixed, seed, shown));
  });
}
