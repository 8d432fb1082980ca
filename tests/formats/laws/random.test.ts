import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodies, randomDocx } from '#tests/builders/docx/random.ts';
import { read } from './rig.ts';
import { textLaw } from './text-law.ts';
import { walkText } from './walk.ts';

/** Seeded, so that a failure is a failure for everyone. */
const RUNS = { seed: 20_230_614, numRuns: 300 };

test('law 1 holds for documents nobody would write', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const bytes = randomDocx(body);
      expect(textLaw(walkText(bytes), (await read(bytes)).blocks)).toEqual([]);
    }),
    RUNS,
  );
});
