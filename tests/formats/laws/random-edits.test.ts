import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodies, randomDocx } from '#tests/builders/docx/random.ts';
import { changedLaw, untouchedLaw } from './bytes-law.ts';
import { rewriteLaw } from './edits-law.ts';
import { balanceLaw, marksLaw } from './marks-law.ts';
import { format, read } from './rig.ts';
import { structureLaw } from './structure-law.ts';
import { walkText } from './walk.ts';

/** Seeded, so that a failure is a failure for everyone. */
const RUNS = { seed: 20_230_614, numRuns: 60 };

test('law 2 holds for documents nobody would write: nothing changed', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const bytes = randomDocx(body);
      expect(await untouchedLaw(format, bytes, await read(bytes))).toEqual([]);
    }),
    RUNS,
  );
});

test('law 2 holds for documents nobody would write: something changed', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, fc.nat(1000), async (body, seed) => {
      const bytes = randomDocx(body);
      // Paragraphs that run on become one when rewritten: their nested ones then stand in another order.
      fc.pre(!walkText(bytes).some((paragraph) => paragraph.runsOn));
      expect(await changedLaw(format, bytes, await read(bytes), 3, seed)).toEqual([]);
    }),
    RUNS,
  );
});

test('law 3 holds for documents nobody would write: every unit changed', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const bytes = randomDocx(body);
      const written = await rewriteLaw(format, bytes, await read(bytes));
      expect([...written.failures, ...marksLaw(bytes, written.bytes)]).toEqual([]);
    }),
    RUNS,
  );
});

test('law 3 holds for documents nobody would write: units added, omitted, moved, split, merged', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, fc.nat(1000), async (body, seed) => {
      const bytes = randomDocx(body);
      const written = await structureLaw(format, bytes, await read(bytes), seed);
      expect([...written.failures, ...balanceLaw(bytes, written.bytes)]).toEqual([]);
    }),
    RUNS,
  );
});
