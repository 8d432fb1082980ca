import { docxFormat } from '#main/formats/docx/index.ts';
import { changedLaw, untouchedLaw } from './bytes-law.ts';
import { rewriteLaw } from './edits-law.ts';
import { balanceLaw, marksLaw } from './marks-law.ts';
import { structureLaw } from './structure-law.ts';
import { stripLaw } from './strip-law.ts';
import { textLaw } from './text-law.ts';
import { tryLaws, type CheckOptions, type Verdict } from './trial.ts';
import { walkText } from './walk.ts';

/** Tries every law on one file. Never throws: what breaks is a failure. */
export function checkFile(path: string, options: CheckOptions = {}): Promise<Verdict> {
  const { seed } = options;
  return tryLaws(docxFormat, path, { ...options, ending: 'docx' }, async ({ bytes, file, run, write }) => {
    await run('text', () => textLaw(walkText(bytes), file.blocks));
    await run('untouched', () => untouchedLaw(docxFormat, bytes, file));
    await run('changed', () => changedLaw(docxFormat, bytes, file, 7, seed));
    await write(
      'rewrite',
      () => rewriteLaw(docxFormat, bytes, file),
      (written) => marksLaw(bytes, written),
    );
    await write(
      'structure',
      () => structureLaw(docxFormat, bytes, file, seed),
      (written) => balanceLaw(bytes, written),
    );
    await run('strip', () => stripLaw(docxFormat, bytes, file, seed));
  });
}
