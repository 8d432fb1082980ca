import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validLaw } from '#tests/formats/laws/valid-law.ts';
import * as make from '#tests/builders/pptx/index.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { carryLaw } from './carry-law.ts';
import { checkFile } from './laws.ts';

const CORPUS = new URL('../../../../shared/corpus/pptx/', import.meta.url);
const FILES = ['45541_Footer', 'output', 'typical', 'aascu.org_hbcu_leadershipsummit_cooper_', 'stress022'];

test.each(FILES)('the three laws hold for %s.pptx', { timeout: 60_000 }, async (name) => {
  expect(await checkFile(new URL(`${name}.pptx`, CORPUS).pathname)).toMatchObject({ failures: [] });
});

test.each(FILES)('what %s.pptx alone has comes into a copy without it', { timeout: 60_000 }, async (name) => {
  const deck = new Uint8Array(await readFile(new URL(`${name}.pptx`, CORPUS)));
  expect((await carryLaw(deck)).failures).toEqual([]);
});

test(
  'the laws hold for a deck of everything, and the validator sees no new error in what is written',
  { timeout: 60_000 },
  async () => {
    const { slide, title, body, pp, p, r, br } = make;
    const deck = make.pptx([
      {
        ...slide(title('Welcome', 'to all'), body('One', pp('lvl="1"', 'Two', br, r('three', 'b="1"')), p(), 'Four')),
        notes: ['Say', 'it'],
      },
      slide(
        make.table(['A', 'B'], ['C', 'D']),
        make.alternate(make.box({}, 'Same'), make.box({}, 'Same')),
        make.box({}, 'a\tb', r('raised', 'baseline="30000" sz="900"')),
      ),
      make.chartSlide('Offices', ['Open', 'Closed'], ['La Paz', 'Oruro']),
      make.diagramSlide(['Plan the work', 'Do the work', 'Plan the work']),
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'deck-'));
    try {
      const path = join(folder, 'deck.pptx');
      await writeFile(path, deck);
      expect(await checkFile(path, { keep: join(folder, 'out') })).toMatchObject({ failures: [] });
      expect(
        await validLaw(
          path,
          ['rewrite', 'structure'].map((what) => join(folder, `out.${what}.pptx`)),
        ),
      ).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
