import { expect, it } from 'vitest';
import { hashPair } from '#shared/memory/pair-hash.ts';
import { PairSet } from '#main/store/memory/pair-set.ts';

const hash = (source: string, target: string) => hashPair(source, target, { low: 0, high: 0 });

it('knows each of many pairs from every other', () => {
  const set = new PairSet();
  const pairs = Array.from(
    { length: 50_000 },
    (_, index) => [`s${index % 250}`, `t${Math.floor(index / 250)}`] as const,
  );
  expect(pairs.filter(([source, target]) => set.add(hash(source, target)))).toHaveLength(pairs.length);
  expect(pairs.filter(([source, target]) => set.add(hash(source, target)))).toHaveLength(0);
});

it('does not mix up where one text ends and the other begins', () => {
  expect(hash('ab', 'c')).not.toEqual(hash('a', 'bc'));
});

it('takes the pair whose hash is nothing', () => {
  const set = new PairSet();
  expect(set.add({ low: 0, high: 0 })).toBe(true);
  expect(set.add({ low: 0, high: 0 })).toBe(false);
});
