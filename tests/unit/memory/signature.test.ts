import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BANDS, bandOf, leastDistance, writeSignature, type SignatureClass } from '#shared/memory/signature.ts';

const text = fc.string({ unit: fc.constantFrom(...Array.from('aaeeosnrt bcdlmpu0.,%Zñ')), maxLength: 300 });

function signature(kind: SignatureClass, value: string): Int32Array {
  const out = new Int32Array(kind.words);
  writeSignature(kind, Buffer.from(value, 'latin1'), value.length, out, 0);
  return out;
}

it('never claims more than the edit distance, whatever the class', () => {
  fc.assert(
    fc.property(text, text, fc.constantFrom(...new Set(BANDS.map(({ kind }) => kind))), (a, b, kind) => {
      const between = Math.abs(a.length - b.length);
      const least = leastDistance(kind, signature(kind, a), signature(kind, b), 0, between, 10_000);
      expect(least).toBeLessThanOrEqual(distance(a, b));
    }),
    { numRuns: 2000 },
  );
});

it('tells most unlike sentences apart', () => {
  const [a, b] = ['The workshop begins at nine.', 'Write each idea on one card.'];
  const kind = BANDS[bandOf(a.length)]?.kind as SignatureClass;
  expect(leastDistance(kind, signature(kind, a), signature(kind, b), 0, 0, 100)).toBeGreaterThan(8);
});

it('has one band for every length, without gaps', () => {
  for (const [index, { from, to }] of BANDS.entries()) {
    expect(bandOf(from)).toBe(index);
    expect(bandOf(to)).toBe(index);
    expect(BANDS[index + 1]?.from ?? to + 1).toBe(to + 1);
  }
});
