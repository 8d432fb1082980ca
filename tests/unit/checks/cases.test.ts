import { describe, expect, it } from 'vitest';
import { checkUnit, findingsBy } from '#tests/builders/check-unit.ts';
import { LANGUAGE, NUMBERS, PUNCTUATION, REFERENCES, type Cases } from './cases.ts';

const ALL: readonly (readonly [string, Cases])[] = [NUMBERS, PUNCTUATION, LANGUAGE, REFERENCES].flatMap((group) =>
  Object.entries(group),
);

function codes(check: string, source: string, target: string): readonly string[] {
  return findingsBy([check], checkUnit(target, source)).map(({ code }) => code);
}

describe.each(ALL)('%s', (check, { found, fine }) => {
  it.each(found)('%s: %j → %j', (code, source, target) => {
    expect(codes(check, source, target)).toContain(code);
  });

  it.each(fine)('nothing in %j → %j', (source, target) => {
    expect(codes(check, source, target)).toEqual([]);
  });
});
