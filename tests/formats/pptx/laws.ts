import { pptxFormat } from '#main/formats/pptx/index.ts';
import { untouchedLaw } from '#tests/formats/laws/bytes-law.ts';
import { rewriteLaw } from '#tests/formats/laws/edits-law.ts';
import { requestFor } from '#tests/formats/laws/request.ts';
import { textLaw } from '#tests/formats/laws/text-law.ts';
import { tryLaws, type CheckOptions, type Verdict } from '#tests/formats/laws/trial.ts';
import { changedLaw } from './bytes-law.ts';
import { twinsLaw } from './twins-law.ts';
import { structureLaw } from './structure-law.ts';
import { stripLaw } from './strip-law.ts';
import { walkDeck } from './walk.ts';

/** Tries every law on one presentation. Never throws: what breaks is a failure. */
export function checkFile(path: string, options: CheckOptions = {}): Promise<Verdict> {
  const { seed = 1 } = options;
  return tryLaws(
    pptxFormat,
    path,
    { ...options, ending: 'pptx' },
    async ({ bytes, file, run, write }) => {
      await run('text', () => textLaw(walkDeck(bytes), file.blocks));
      await run('untouched', () => untouchedLaw(pptxFormat, bytes, file));
      await run('changed', () => changedLaw(pptxFormat, bytes, file, seed));
      await write(
        'rewrite',
        () => rewriteLaw(pptxFormat, bytes, file),
        (written) => twinsLaw(bytes, written),
      );
      await write('structure', () => structureLaw(pptxFormat, bytes, file, seed));
      await run('strip', () => stripLaw(pptxFormat, bytes, file, seed));
    },
    async (bytes, { report }) => {
      // Macros are never written back: the laws hold for what is left without them.
      const hasMacros = report.notes.some(({ code }) => code === 'macros');
      return hasMacros ? (await pptxFormat.write(requestFor(bytes, []))).bytes : bytes;
    },
  );
}
