import { expect, test } from 'vitest';
import { createUuid7 } from '#main/store/uuid7.ts';

const SHAPE = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u;

test('ids sort by the order they were made in, also within a millisecond', () => {
  const newId = createUuid7(() => 1_700_000_000_000);
  const ids = Array.from({ length: 10_000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.every((id) => SHAPE.test(id))).toBe(true);
});

test('a clock set back a year does not put new ids before old ones', () => {
  let now = 1_700_000_000_000;
  const newId = createUuid7(() => now);
  const before = newId();
  now -= 365 * 86_400_000;
  expect(newId() > before).toBe(true);
});
