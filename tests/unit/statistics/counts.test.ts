import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countUnits, matchBand, type BandOf } from '#main/services/statistics-counts.ts';
import { tableOf } from '#main/services/statistics-table.ts';
import type { CountedUnit } from '#main/services/statistics-units.ts';
import { bundleText } from '#main/bundles/text.ts';
import type { ScopeCounts } from '#shared/contract/statistics.ts';

const SCOPE = { of: 'document', id: 'd' } as const;

/** A unit of sentences; each counts as many words as it has. */
function unit(...sentences: readonly string[]): CountedUnit {
  return {
    id: sentences.join('-'),
    text: sentences.join(' '),
    context: sentences.join('|'),
    sentences: sentences.map((text) => ({ text, words: text.split(' ').length, characters: text.length })),
  };
}

function count(units: readonly CountedUnit[], bandOf: BandOf = () => 'new'): ScopeCounts {
  return countUnits(SCOPE, 'Guía', units, bandOf);
}

describe('the band of a match', () => {
  test.each([
    [undefined, 'new'],
    [49, 'new'],
    [50, '50-74'],
    [74, '50-74'],
    [75, '75-84'],
    [84, '75-84'],
    [85, '85-94'],
    [94, '85-94'],
    [95, '95-99'],
    [99, '95-99'],
    [100, '100'],
  ] as const)('%s is %s', (score, band) => {
    expect(matchBand(score, false)).toBe(band);
  });

  test('is that of the context, whatever the score', () => {
    expect(matchBand(100, true)).toBe('context');
  });
});

describe('counting', () => {
  test('a sentence is new once, and a repetition from then on', () => {
    const { total, repetitions, bands } = count([unit('uno dos', 'tres'), unit('uno dos')]);
    expect(total).toEqual({ units: 2, segments: 3, words: 5, characters: 18 });
    expect(repetitions).toEqual({ units: 1, segments: 1, words: 2, characters: 7 });
    expect(bands.new).toEqual({ units: 1, segments: 2, words: 3, characters: 11 });
  });

  test('a unit counts where its least known sentence does', () => {
    const { bands } = count([unit('a', 'b')], ({ text }) => (text === 'a' ? '100' : '75-84'));
    expect([bands['100'].units, bands['75-84'].units, bands['100'].segments]).toEqual([0, 1, 1]);
  });

  test('the total is repetitions and bands together', () => {
    const sentence = fc.constantFrom('a', 'b c', 'd e f', 'g', 'h i');
    const units = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }).map((texts) => unit(...texts)));
    fc.assert(
      fc.property(units, (given) => {
        const { total, repetitions, bands } = count(given, ({ words }) => (words > 1 ? 'context' : '85-94'));
        for (const key of ['units', 'segments', 'words', 'characters'] as const) {
          const sum = Object.values(bands).reduce((all, band) => all + band[key], repetitions[key]);
          expect(sum).toBe(total[key]);
        }
      }),
    );
  });
});

test('the table has a line of names, and one for each share', () => {
  const [names, ...lines] = tableOf([count([unit('uno dos')])], bundleText('es').statistics);
  expect(names).toEqual(['Ámbito', 'Título', 'Coincidencia', 'Unidades', 'Oraciones', 'Palabras', 'Caracteres']);
  expect(lines).toHaveLength(9);
  expect(lines[0]).toEqual(['documento', 'Guía', 'total', '1', '1', '2', '7']);
});
