import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlFormat } from '#main/formats/html/index.ts';
import { changedLaw, untouchedLaw } from '#tests/formats/flat/bytes-law.ts';
import { rewriteLaw, structureLaw } from '#tests/formats/flat/structure-law.ts';
import { isFixed, textLaw } from './laws.ts';
import { pages } from './random.ts';

/** Seeded, so that a failure is a failure for everyone. */
const RUNS = { seed: 20_230_614, numRuns: 150 };

function bytesOf(page: string): Uint8Array {
  return Buffer.from(page);
}

test('law 1 holds for pages nobody would write', async () => {
  await fc.assert(
    fc.asyncProperty(pages, async (page) => {
      const bytes = bytesOf(page);
      expect(textLaw(bytes, await htmlFormat.read(bytes))).toEqual([]);
    }),
    RUNS,
  );
});

test('law 2 holds for pages nobody would write', async () => {
  await fc.assert(
    fc.asyncProperty(pages, fc.nat(1000), async (page, seed) => {
      const bytes = bytesOf(page);
      const file = await htmlFormat.read(bytes);
      expect(await untouchedLaw(htmlFormat, bytes, file)).toEqual([]);
      expect(await changedLaw(htmlFormat, bytes, file, seed)).toEqual([]);
    }),
    RUNS,
  );
});

test('law 3 holds for pages nobody would write: every unit changed', async () => {
  await fc.assert(
    fc.asyncProperty(pages, async (page) => {
      const bytes = bytesOf(page);
      expect((await rewriteLaw(htmlFormat, bytes, await htmlFormat.read(bytes))).failures).toEqual([]);
    }),
    RUNS,
  );
});

test('law 3 holds for pages nobody would write: units added, omitted, moved, split, merged', async () => {
  await fc.assert(
    fc.asyncProperty(pages, fc.nat(1000), async (page, seed) => {
      const bytes = bytesOf(page);
      const file = await htmlFormat.read(bytes);
      expect((await structureLaw(htmlFormat, bytes, file, isFixed, seed)).failures).toEqual([]);
    }),
    RUNS,
  );
});
