import { describe, expect, test } from 'vitest';
import { canExplode } from '#shared/text/segmentation/pattern/safety.ts';
import { parsePattern } from '#shared/text/segmentation/pattern/parse.ts';
import { printPattern } from '#shared/text/segmentation/pattern/print.ts';

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${printPattern(parsePattern(pattern))})$`, 'v').test(text);
}

describe('an expression of ICU means the same here', () => {
  test.each([
    [String.raw`\p{Lu}\p{IsAlphabetic}+\pL`, 'Ábc', '1bc'],
    [String.raw`[\p{L}&&[^aeiou]]+`, 'xyz', 'axe'],
    [String.raw`[[a-z]-[aeiou]]+`, 'xyz', 'axe'],
    [String.raw`[[:upper:][:digit:]]+`, 'Á9', 'á'],
    [String.raw`\p{Alpha}\p{Punct}\p{javaLowerCase}`, 'a.b', 'a1b'],
    [String.raw`\p{script=Latin}\p{IsGreek}`, 'aα', 'αa'],
    [String.raw`\p{^Lu}\P{Lu}`, 'ab', 'Ab'],
    [String.raw`\Qa.b\E\.`, 'a.b.', 'axb.'],
    [String.raw`\x{41}\u0042\x43\0104`, 'ABCD', 'ABC'],
    [String.raw`\h\R\v`, ' \r\n\n', 'a'],
    [String.raw`[.?!()\[\]{}|/-]+`, '.?()[]{}|/-', 'a'],
    [String.raw`(?i)se[ñn]or`, 'SEÑOR', 'Senior'],
    [String.raw`a(?i:b)c`, 'aBc', 'ABc'],
    [String.raw`(?i)[^a]`, 'b', 'A'],
    [String.raw`(?s).(?-s:.)`, '\na', '\n\n'],
    [String.raw`\w+\d\s`, 'año5\u00A0', 'a 5 '],
    [String.raw`año\b.*`, 'año nuevo', 'años'],
    [String.raw`(?<x>a|b){2,3}?`, 'ab', 'a'],
    [String.raw`(?m)a$\n^b`, 'a\nb', 'a b'],
  ])('%s', (pattern, yes, no) => {
    expect([matches(pattern, yes), matches(pattern, no)]).toEqual([true, false]);
  });
});

describe('an expression is refused by name', () => {
  test.each([
    ['patternUnsupported', String.raw`(["'])x\1`],
    ['patternUnsupported', 'a++'],
    ['patternUnsupported', '(?>a)'],
    ['patternUnsupported', String.raw`\N{DIGIT ONE}`],
    ['patternUnsupported', String.raw`\p{InGreek}`],
    ['patternUnsupported', '(?x)a b'],
    ['patternMalformed', '(a'],
    ['patternMalformed', 'a)'],
    ['patternMalformed', '[a'],
    ['patternMalformed', '*a'],
    ['patternMalformed', 'a{3,2}'],
    ['patternTooComplex', `${'('.repeat(60)}a${')'.repeat(60)}`],
  ])('%s: %s', (rule, pattern) => {
    expect(() => parsePattern(pattern)).toThrow(
      expect.objectContaining({ code: 'invalidSrx', params: expect.objectContaining({ rule }) as object }) as Error,
    );
  });
});

describe('time that could explode', () => {
  test.each(['(a+)+', '(a*)*', '(a|a)*', '(a|ab)*c', String.raw`(\w+\s?)+x`, '((a+)b?)+'])(
    'is seen in %s',
    (pattern) => {
      expect(canExplode(parsePattern(pattern))).toBe(true);
    },
  );

  test.each([
    'a+b+',
    String.raw`(\p{L}+\.)+`,
    '(ab)+',
    '(a|b)+',
    String.raw`(?:\p{Lu}\.\s?){1,6}`,
    '(-[a-z]+)*',
    '[a-z]*',
  ])('is not feared in %s', (pattern) => {
    expect(canExplode(parsePattern(pattern))).toBe(false);
  });
});
