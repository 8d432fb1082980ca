import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { plain, textRun } from '#shared/model/content.ts';
import { countWords } from '#shared/text/count-words.ts';
import { foldText, normalizeText } from '#shared/text/normalize.ts';
import { numbersOf } from '#shared/text/numbers.ts';
import { similarity } from '#shared/text/similarity.ts';
import { tokensOf, wordsOf } from '#shared/text/tokens.ts';
import { cpuTime } from '#tests/builders/cpu-time.ts';
import { wordDiff } from '#shared/text/word-diff.ts';

function keys(text: string): readonly string[] {
  return numbersOf(text).map((number) => number.key);
}

function manyWords(prefix: string): string {
  return Array.from({ length: 2000 }, (_, index) => `${prefix}${(index * 7919) % 500}`).join(' ');
}

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ['Pida a las y los participantes que nombren un servicio.', 10],
    ['Actividad 1: Mapeo — 10 minutos', 5],
    ['y/o e-mail', 2],
    ['¿Cómo?\n¡Así!', 2],
    ['… – •', 0],
  ])('%j has %i words', (text, words) => {
    expect(countWords(text, 'es')).toBe(words);
  });

  it('counts words of a script without blanks', () => {
    expect(countWords('公共行政改革', 'zh')).toBeGreaterThan(1);
  });
});

describe('numbersOf', () => {
  it.each([
    ['Bs 1.234.567,89', ['1234567.89']],
    ['1 234 567,89', ['1234567.89']],
    ['1,234,567.89', ['1234567.89']],
    ['1 000,5', ['1000.5']],
    ['1,000.5', ['1000.5']],
    ['Ley 1178 de 20 de julio de 1990', ['1178', '20', '1990']],
    ['2014 482', ['2014', '482']],
    ['Module 2.1.3', ['2.1.3']],
    ['10:40–11:30', ['10.40', '11.30']],
    ['3,5 %', ['3.5']],
    ['3.5%', ['3.5']],
    ['0,125', ['0.125']],
  ])('%j holds %j', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('tells what could be read both ways', () => {
    expect(numbersOf('1,234 y 12,34').map((number) => number.ambiguous)).toEqual([true, false]);
  });
});

describe('normalising', () => {
  it('makes quotes, dashes and blanks one kind', () => {
    expect(normalizeText(' «Uno»\u00A0– dos\u200B ')).toBe('"Uno" - dos');
  });

  it('folds case and accents', () => {
    expect(foldText('Ñandú ÁRBOL')).toBe('nandu arbol');
  });
});

describe('tokens', () => {
  it('join to the text they come from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(tokensOf(text).join('')).toBe(text);
      }),
    );
  });

  it('keep a placeholder whole', () => {
    expect(tokensOf('Uno⟦12⟧ dos')).toEqual(['Uno', '⟦12⟧', ' ', 'dos']);
  });

  it('give words without signs and placeholders', () => {
    expect(wordsOf('«El rol», ⟦3⟧ 1.234,5 y auto-evaluación')).toEqual([
      'El',
      'rol',
      '1.234,5',
      'y',
      'auto-evaluación',
    ]);
  });
});

describe('wordDiff', () => {
  it('shows replaced words, removed before added', () => {
    expect(wordDiff('Ley de Municipios vigente', 'Ley 482 vigente')).toEqual([
      { kind: 'same', text: 'Ley ' },
      { kind: 'removed', text: 'de Municipios' },
      { kind: 'added', text: '482' },
      { kind: 'same', text: ' vigente' },
    ]);
  });

  it('compares content without its looks', () => {
    expect(wordDiff([textRun('Uno '), textRun('dos', ['bold'])], plain('Uno dos'))).toEqual([
      { kind: 'same', text: 'Uno dos' },
    ]);
  });

  it('gives nothing for nothing', () => {
    expect(wordDiff('', '')).toEqual([]);
  });

  it('loses no text', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '  ', '⟦1⟧', ',')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const parts = wordDiff(a, b);
        const side = (kind: string): string =>
          parts.map((each) => (each.kind === kind || each.kind === 'same' ? each.text : '')).join('');
        expect(side('removed')).toBe(a);
        expect(side('added')).toBe(b);
      }),
    );
  });

  it('takes two unrelated texts of 2,000 words quickly', () => {
    expect(cpuTime(() => void wordDiff(manyWords('a'), manyWords('b')))).toBeLessThan(1500);
  });
});

describe('similarity', () => {
  it.each([
    ['', '', 1],
    ['uno dos tres', 'Uno, dos, tres.', 1],
    ['uno dos tres cuatro', 'uno dos cinco cuatro', 0.75],
    ['uno', '', 0],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(similarity(a, b)).toBe(expected);
  });
});
