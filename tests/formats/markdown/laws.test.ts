import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownFormat } from '#main/formats/markdown/index.ts';
import { changedLaw, untouchedLaw } from '#tests/formats/flat/bytes-law.ts';
import { rewriteLaw, structureLaw } from '#tests/formats/flat/structure-law.ts';
import { isFixed, textLaw, withPlainBlanks } from './laws.ts';
import { sources } from './random.ts';

/** Seeded, so that a failure is a failure for everyone. */
const RUNS = { seed: 20_230_614, numRuns: 80 };

test('laws 1 and 2 hold for Markdown nobody would write', async () => {
  await fc.assert(
    fc.asyncProperty(sources, fc.nat(1000), async (source, seed) => {
      const bytes = Buffer.from(source);
      const file = await markdownFormat.read(bytes);
      expect(textLaw(bytes, file)).toEqual([]);
      expect(await untouchedLaw(markdownFormat, bytes, file)).toEqual([]);
      expect(await changedLaw(markdownFormat, bytes, file, seed)).toEqual([]);
    }),
    RUNS,
  );
});

test('law 3 holds for Markdown nobody would write: every unit changed', async () => {
  await fc.assert(
    fc.asyncProperty(sources, async (source) => {
      const bytes = Buffer.from(source);
      const file = await markdownFormat.read(bytes);
      expect((await rewriteLaw(markdownFormat, bytes, file, withPlainBlanks)).failures).toEqual([]);
    }),
    RUNS,
  );
});

test('law 3 holds for Markdown nobody would write: units added, omitted, moved, split, merged', async () => {
  await fc.assert(
    fc.asyncProperty(sources, fc.nat(1000), async (source, seed) => {
      const bytes = Buffer.from(source);
      const file = await markdownFormat.read(bytes);
      const written = await structureLaw(markdownFormat, bytes, file, isFixed, seed, withPlainBlanks);
      expect(written.failures).toEqual([]);
    }),
    RUNS,
  );
});
