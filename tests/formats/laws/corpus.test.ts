import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFile } from './check-file.ts';
import { CORPUS_FILES } from './corpus-files.ts';
import { validLaw } from './valid-law.ts';

test.each(CORPUS_FILES)('the three laws hold for %s', async (_, path) => {
  expect(await checkFile(path)).toMatchObject({ failures: [] });
});

/** Every layout feature, and 144 insertions with 75 deletions; `npm run corpus` asks the validator about all files. */
const VALIDATED = CORPUS_FILES.filter(([name]) => /features|stress023/u.test(name));

test.each(VALIDATED)('no new errors for the validator in what is written from %s', async (_, path) => {
  const folder = await mkdtemp(join(tmpdir(), 'valid-'));
  try {
    const keep = join(folder, 'file');
    await checkFile(path, { keep });
    expect(await validLaw(path, [`${keep}.rewrite.docx`, `${keep}.structure.docx`])).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
