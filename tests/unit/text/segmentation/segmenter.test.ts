import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AdaptaError } from '#shared/model/errors.ts';
import { rulesFor } from '#shared/text/segmentation/compile.ts';
import { breakAt, noBreakAt, type SegmentationRule } from '#shared/text/segmentation/rules.ts';
import { breakPlaces, CONTEXT, Segmenter } from '#shared/text/segmentation/segmenter.ts';
import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';

const STOP = breakAt(String.raw`\.`, String.raw`\s`);

function cut(text: string, ...rules: readonly SegmentationRule[]): readonly string[] {
  return new Segmenter(rules).segments(text).map(({ from, to }) => text.slice(from, to));
}

describe('rules', () => {
  test('the first that matches decides', () => {
    const sra = noBreakAt(String.raw`\bSra\.`, String.raw`\s`);
    expect(cut('La Sra. Paz. Hola', sra, STOP)).toEqual(['La Sra. Paz. ', 'Hola']);
    expect(cut('La Sra. Paz. Hola', STOP, sra)).toEqual(['La Sra. ', 'Paz. ', 'Hola']);
  });

  test('an empty expression stands for anything', () => {
    expect(cut('a.b c', breakAt(String.raw`\.`, ''))).toEqual(['a.', 'b c']);
    expect(cut('uno Dos', breakAt('', String.raw`\p{Lu}`))).toEqual(['uno ', 'Dos']);
    expect(cut('El 1.7. Hoy.', noBreakAt('', String.raw`\d`), breakAt(String.raw`\.`, ''))).toEqual([
      'El 1.7. ',
      'Hoy.',
    ]);
  });

  test('break where they say, before the blanks or behind', () => {
    expect(breakPlaces([STOP], 'a.  b')).toEqual([2]);
    expect(breakPlaces([breakAt(String.raw`\.\s+`, String.raw`\S`)], 'a.  b')).toEqual([4]);
  });

  test('none matches, nothing breaks', () => {
    expect(cut('a. b', noBreakAt('', ''))).toEqual(['a. b']);
  });

  test('beyond the thirtieth that breaks count as well', () => {
    const rules = Array.from({ length: 40 }, (_, index) => breakAt(`x${index}`, String.raw`\s`));
    expect(cut('x3 x35 y x39 z', ...rules)).toEqual(['x3 ', 'x35 ', 'y x39 ', 'z']);
  });
});

describe('segments', () => {
  test('blanks belong to what precedes, the first ones to what follows', () => {
    expect(cut('  a. \n b. ', STOP)).toEqual(['  a. \n ', 'b. ']);
  });

  test('an empty text has none, one of blanks one', () => {
    expect([cut('', STOP), cut('  ', STOP)]).toEqual([[], ['  ']]);
  });

  test('cover any text without gaps', () => {
    const pieces = fc.constantFrom(
      'a',
      'B',
      '.',
      '?',
      '…',
      ' ',
      '\n',
      '«',
      '»',
      '1',
      '\u{1F600}',
      '\uFFFC',
      '•',
      ')',
      'Sra',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.constantFrom('es', 'en', 'de'), (parts, language) => {
        const text = parts.join('');
        const segments = segmenterFor(language).segments(text);
        expect(segments.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
        for (const { from, to } of segments) expect(to).toBeGreaterThan(from);
        for (const { from } of segments.slice(1)) expect(text[from]).toMatch(/\S/u);
      }),
    );
  });

  test('sentences leave out blanks, and segments that say nothing', () => {
    const text = '____\n Uno. ***\nDos. ';
    const sentences = segmenterFor('es').sentences(text);
    expect(sentences.map(({ from, to }) => text.slice(from, to))).toEqual(['Uno.', 'Dos.']);
  });

  test('a long text is cut as its parts are', () => {
    const sentence = 'El Concejo Municipal aprobó el art. 5 del reglamento. ';
    const text = sentence.repeat(Math.ceil((5 * CONTEXT) / sentence.length));
    const segments = segmenterFor('es').segments(text);
    expect(new Set(segments.map(({ from, to }) => text.slice(from, to)))).toEqual(new Set([sentence]));
  });

  test('an anchor holds only where the text begins and ends, however long it is', () => {
    const text = 'x '.repeat(3 * CONTEXT);
    expect(cut(text, breakAt('^x', String.raw`\s`))).toHaveLength(2);
  });
});

test('twenty thousand empty lines are one border', () => {
  const segmenter = segmenterFor('es');
  expect(segmenter.segments(`Uno.${'\n'.repeat(20_000)}Dos.`)).toEqual([
    { from: 0, to: 20_004 },
    { from: 20_004, to: 20_008 },
  ]);
});

describe('the rules of a language', () => {
  const rules = {
    languages: [
      { name: 'A', rules: [breakAt('a', '')] },
      { name: 'B', rules: [breakAt('b', '')] },
    ],
    maps: [
      { pattern: 'ES.*', rules: 'A' },
      { pattern: '.*', rules: 'B' },
    ],
  };
  const names = (cascade: boolean, language: string): readonly string[] =>
    rulesFor({ ...rules, cascade }, language).map(({ before }) => before);

  test('are those of the first map that fits, or of all in turn', () => {
    expect([names(false, 'es-BO'), names(true, 'es-BO'), names(true, 'en')]).toEqual([['a'], ['a', 'b'], ['b']]);
  });

  test('a pattern must match the whole tag, hyphen or underscore', () => {
    expect(rulesFor({ ...rules, cascade: false, maps: [{ pattern: 'e', rules: 'A' }] }, 'es')).toEqual([]);
    expect(rulesFor({ ...rules, cascade: false, maps: [{ pattern: 'es_BO', rules: 'A' }] }, 'es-BO')).toHaveLength(1);
  });
});

test('more rules than anyone writes are refused', () => {
  const rules = Array.from({ length: 10_001 }, () => STOP);
  expect(() => new Segmenter(rules)).toThrow(AdaptaError);
});
