import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

const DOUBLE = /(?<=[^\s\uFFFC]) [ \u00A0]+(?=[^\s\uFFFC])|(?<=[^\s\uFFFC])\u00A0[ \u00A0]+(?=[^\s\uFFFC])/gu;

/**
 * Two blanks between words. Of severity info where the original has some as well: English typists put two behind a stop,
 * programs align with them.
 */
export const doubleSpace: Check = {
  name: 'double-space',
  modes: LANGUAGE_MODES,
  run({ targetText, sourceText }) {
    if (!/[ \u00A0]{2}/u.test(targetText)) return [];
    const severity = /\S[ \u00A0]{2}/u.test(sourceText) ? 'info' : 'warning';
    return Array.from(targetText.matchAll(DOUBLE), ({ 0: blanks, index }): Finding => {
      const range = { from: index, to: index + blanks.length };
      const text = blanks.includes('\u00A0') ? '\u00A0' : ' ';
      return { code: 'doubleSpace', params: {}, severity, range, fix: [{ ...range, text }] };
    });
  },
};
