import { LANGUAGE_MODES, type Check, type Finding, type QuoteStyle } from '../check.ts';

const WANTED: Readonly<Partial<Record<QuoteStyle, readonly [string, string]>>> = {
  angular: ['«', '»'],
  curly: ['“', '”'],
};

/** Straight quotation marks where the toolkit writes «» or “”. */
export const quoteStyle: Check = {
  name: 'quote-style',
  modes: LANGUAGE_MODES,
  run({ targetProse }, { quotes = 'any' }) {
    const wanted = WANTED[quotes];
    if (wanted === undefined || !targetProse.includes('"')) return [];
    const marks = Array.from(targetProse.matchAll(/(?<!\d\s?)"|(?<="[^"]*\d)"/gu), ({ index }) => index);
    const isPaired = marks.length % 2 === 0;
    return marks.map((at, index): Finding => {
      const range = { from: at, to: at + 1 };
      const text = wanted[index % 2] ?? '';
      const params = { expected: wanted.join('') };
      return {
        code: 'quoteStyle',
        params,
        severity: 'warning',
        range,
        ...(isPaired ? { fix: [{ ...range, text }] } : {}),
      };
    });
  },
};
