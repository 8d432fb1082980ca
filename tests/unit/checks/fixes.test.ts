import { describe, expect, it } from 'vitest';
import { applyFix } from '#shared/checks/apply-fix.ts';
import { contentLength, plain, textOf, textRun, type Content } from '#shared/model/content.ts';
import { checkUnit, chip, ENGLISH_TO_BOLIVIA, findingsBy } from '#tests/builders/check-unit.ts';

function fixed(check: string, source: string, target: Content | string, quotes?: 'angular'): Content {
  const settings = quotes === undefined ? ENGLISH_TO_BOLIVIA : { ...ENGLISH_TO_BOLIVIA, quotes };
  const unit = checkUnit(target, source);
  return findingsBy([check], unit, settings)
    .toReversed()
    .reduce<Content>((content, { fix }) => applyFix(content, fix ?? []), unit.record.content);
}

describe('a fix', () => {
  it.each([
    ['doubled-word', 'in the city', 'en la la ciudad', 'en la ciudad'],
    ['double-space', 'Two words', 'Dos   palabras', 'Dos palabras'],
    ['invisible-characters', 'word', 'pala\u200Bbra', 'palabra'],
    ['look-alikes', 'house', 'cаsa', 'casa'],
    ['opening-marks', 'What?', 'Uno. Qué es?', 'Uno. ¿Qué es?'],
    ['opening-marks', 'What?', 'Pablo, adónde vas?', 'Pablo, ¿adónde vas?'],
    ['opening-marks', 'What?', '«Qué es?»', '«¿Qué es?»'],
    ['spaces-at-marks', 'Yes, (no)', 'Sí , ( no )', 'Sí, (no)'],
    ['capital-names', 'on 7 March', 'el 7 de Marzo de 2026', 'el 7 de marzo de 2026'],
    ['number-format', '1,234.50 people', '1,234.50 personas', '1.234,50 personas'],
    ['number-format', 'Law 1178', 'Ley 1.178', 'Ley 1178'],
    ['end-mark', 'Collect them.', 'Recójalas', 'Recójalas.'],
    ['end-mark', 'Collect them:', 'Recójalas.', 'Recójalas:'],
    ['ellipsis', 'Wait…', 'Espere....', 'Espere...'],
    ['edge-blanks', 'word ', ' palabra', 'palabra '],
  ])('of %s mends %j → %j', (check, source, target, expected) => {
    expect(textOf(fixed(check, source, target))).toBe(expected);
  });

  it('puts the quotation marks of the toolkit', () => {
    expect(textOf(fixed('quote-style', 'a "b" c', 'a "b" c', 'angular'))).toBe('a «b» c');
  });

  it('composes letters', () => {
    const unit = checkUnit([{ text: 'accio\u0301n', marks: [] }], 'action');
    const [finding] = findingsBy(['composed'], unit);
    expect(textOf(applyFix(unit.record.content, finding?.fix ?? []))).toBe('acción');
  });

  it('keeps marks', () => {
    const target = [textRun('en '), textRun('la la', ['bold']), textRun(' ciudad')];
    expect(fixed('doubled-word', 'in the city', target)).toEqual([
      textRun('en '),
      textRun('la', ['bold']),
      textRun(' ciudad'),
    ]);
  });

  it('keeps a placeholder inside what it replaces', () => {
    const content = [textRun('a '), chip(1), textRun(' b')];
    expect(applyFix(content, [{ from: 1, to: 4, text: ' ' }])).toEqual([textRun('a '), chip(1), textRun('b')]);
  });

  it('gives what it puts in the look of what stands before, but not its link', () => {
    const content = [textRun('uno', ['italic'], { link: 'https://un.org' })];
    expect(applyFix(content, [{ from: 3, to: 3, text: '.' }])).toEqual([
      textRun('uno', ['italic'], { link: 'https://un.org' }),
      textRun('.', ['italic']),
    ]);
  });

  it('beyond the text changes nothing', () => {
    expect(applyFix(plain('uno'), [{ from: 2, to: 9, text: '' }])).toEqual(plain('uno'));
  });

  it('leaves nothing to find by the same check', () => {
    for (const [check, target] of [
      ['doubled-word', 'en en la la ciudad'],
      ['double-space', 'a  b  c'],
      ['spaces-at-marks', 'a , b ; c'],
    ] as const) {
      const content = fixed(check, 'x', target);
      expect(findingsBy([check], checkUnit(content, 'x'))).toEqual([]);
      expect(contentLength(content)).toBeGreaterThan(0);
    }
  });
});
