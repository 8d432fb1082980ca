import { describe, expect, test } from 'vitest';
import { xliffFormat } from '#main/formats/xliff/index.ts';
import { openXliff } from '#main/formats/xliff/open.ts';
import { violationsOf12 } from '#main/formats/xliff/validate/rules12.ts';
import { violationsOf } from '#main/formats/xliff/validate/validate.ts';
import { normalizeContent, textRun, type Content, type Run } from '#shared/model/content.ts';
import { corpusFiles } from '#tests/builders/xliff/corpus.ts';
import { seeded } from '#tests/formats/laws/failures.ts';
import { blocksOf, unitOf } from './file-laws.ts';

const files = ['xliff21/core/valid', 'xliff21/core/in-out', 'xliff12'].flatMap(corpusFiles);

/** Takes runs out, doubles them, moves them, makes them bold, and puts words in, anywhere. */
function torn(content: Content, random: () => number): Content {
  const runs: Run[] = content.map((run) => ({ ...run }));
  const at = (): number => Math.floor(random() * runs.length);
  for (let step = 0; step < 4; step += 1) {
    const run = runs[at()];
    const choice = Math.floor(random() * 5);
    if (choice === 0) runs.splice(at(), 1);
    else if (choice === 1 && run !== undefined) runs.splice(at(), 0, { ...run });
    else if (choice === 2 && run !== undefined) runs.splice(at(), 0, ...runs.splice(runs.indexOf(run), 1));
    else if (choice === 3) runs.splice(at(), 0, textRun('Palabra. Otra ', random() < 0.5 ? ['bold'] : []));
    else if (run !== undefined && 'text' in run) runs[runs.indexOf(run)] = { ...run, marks: ['bold', 'italic'] };
  }
  return normalizeContent(runs);
}

describe('whatever is done to the codes of a text', () => {
  test.each(files)('$name stays a file that breaks no rule', async ({ bytes }) => {
    const file = await xliffFormat.read(bytes);
    const source = new Map(file.blocks.map((block) => [block.container, block.content]));
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = seeded(seed);
      const { bytes: written } = await xliffFormat.write({
        skeleton: bytes,
        containers: blocksOf(file).map((block) => {
          const base = block.content.length > 0 ? block.content : (source.get(block.container) ?? []);
          return { container: block.container, units: [unitOf(block, torn(base, random))] };
        }),
        omit: [],
        locate: (id) => ({ file: 'skeleton', id }),
        strip: false,
        language: 'es-BO',
      });
      const { root, version } = openXliff(written);
      const broken = version === 2 ? violationsOf(root) : violationsOf12(root);
      expect(broken.map(({ rule, detail }) => `${seed}: ${rule} ${detail ?? ''}`)).toEqual([]);
    }
  });
});
