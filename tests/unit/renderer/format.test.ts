import { beforeAll, describe, expect, test } from 'vitest';
import { createInstance, type TFunction } from 'i18next';
import { formatFor, wholePercent, type Format } from '#renderer/i18n/format.ts';
import { asAdaptaError, errorDetail, errorSentences } from '#renderer/i18n/errors.ts';
import { RESOURCES } from '#renderer/i18n/resources.ts';
import { AdaptaError } from '#shared/model/errors.ts';

let es: Format;
let en: Format;
let t: TFunction<['errors', 'common']>;

beforeAll(async () => {
  const i18n = createInstance();
  await i18n.init({ lng: 'es', resources: RESOURCES, defaultNS: 'common', interpolation: { escapeValue: false } });
  es = formatFor('es', i18n.getFixedT('es', 'common'));
  en = formatFor('en', i18n.getFixedT('en', 'common'));
  t = i18n.getFixedT('es', ['errors', 'common']);
});

describe('numbers', () => {
  test('group by point in Spanish, from a thousand on', () => {
    expect(es.number(1204)).toBe('1.204');
    expect(en.number(1204)).toBe('1,204');
  });
  test('bytes are said in the unit people use', () => {
    expect(es.bytes(900)).toBe('900 bytes');
    expect(es.bytes(22_400)).toBe('22 kB');
    expect(es.bytes(999_600)).toBe('1 MB');
    expect(es.bytes(7_432_000)).toBe('7,4 MB');
  });
  test('100 % means done and 0 % untouched', () => {
    expect(wholePercent(0.999)).toBe(99);
    expect(wholePercent(0.0001)).toBe(1);
    expect(wholePercent(0)).toBe(0);
    expect(wholePercent(1)).toBe(100);
  });
});

describe('last edit', () => {
  const now = new Date(2026, 10, 22, 9, 0);
  test.each([
    [new Date(2026, 10, 22, 0, 5), 'hoy'],
    [new Date(2026, 10, 21, 23, 55), 'ayer'],
    [new Date(2026, 10, 19), 'hace 3 días'],
    [new Date(2026, 10, 12), '12 nov'],
    [new Date(2025, 10, 12), '12 nov 2025'],
  ])('%s is said %s', (at, said) => {
    expect(es.ago(at, now)).toBe(said);
  });
  test('a date in the future is said as a date', () => {
    expect(es.ago(new Date(2026, 11, 24), now)).toBe('24 dic');
  });
});

describe('errors', () => {
  test('say what happened, what is safe and what to do', () => {
    expect(errorSentences(new AdaptaError('encrypted'), t)).toEqual({
      what: 'El archivo está protegido con contraseña.',
      safe: 'No se guardó nada de él; sus documentos están intactos.',
      todo: 'Ábralo con su contraseña, guarde una copia sin protección e impórtela.',
    });
  });
  test('what nobody foresaw becomes internal, with its cause in the detail', () => {
    const error = asAdaptaError(new TypeError('boom'));
    expect(error.code).toBe('internal');
    expect(errorDetail(error, { version: '0.1.0', at: new Date(0) })).toContain('boom');
  });
});
