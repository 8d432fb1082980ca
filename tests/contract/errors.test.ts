import { expect, test } from 'vitest';
import en from '#resources/locales/en/errors.json' with { type: 'json' };
import es from '#resources/locales/es/errors.json' with { type: 'json' };
import { ERROR_CODES } from '#shared/model/errors.ts';

test.each([
  ['es', es],
  ['en', en],
] as const)('every error code has a sentence in %s', (_language, sentences) => {
  expect(ERROR_CODES.filter((code) => !Object.hasOwn(sentences.code, code))).toEqual([]);
});
