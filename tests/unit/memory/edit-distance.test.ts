import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Pattern, TOO_FAR } from '#shared/memory/edit-distance.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 150 });
const bytes = (value: string): Uint8Array => Buffer.from(value, 'latin1');

it('is the edit distance, of short and of long texts', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(new Pattern(bytes(a)).distance(bytes(b), 0, b.length, 1000)).toBe(distance(a, b));
    }),
    { numRuns: 500 },
  );
});

it('says only that it is too far when it is over the limit', () => {
  fc.assert(
    fc.property(text, text, fc.nat(40), (a, b, limit) => {
      const real = distance(a, b);
      const found = new Pattern(bytes(a)).distance(bytes(b), 0, b.length, limit);
      expect(found).toBe(real > limit ? TOO_FAR : real);
    }),
    { numRuns: 500 },
  );
});

it('compares with a stretch of many texts in a row', () => {
  const row = bytes('unodostres');
  expect(new Pattern(bytes('dos')).distance(row, 3, 6, 3)).toBe(0);
});
