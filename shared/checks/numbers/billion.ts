import type { Check, Finding } from '../check.ts';

const SPANISH = /(?<!\p{L})(b|tr)ill(?:ón|ones)(?!\p{L})/giu;
const ENGLISH = /\b(b|tr)illions?\b/giu;

/** A billion is "mil millones"; a Spanish "billón" is a million millions, an English trillion, and a "trillón" is neither. */
export const billion: Check = {
  name: 'billion',
  modes: ['faithful'],
  run({ sourceProse, targetProse, isSpanish, isFromEnglish }) {
    if (!isSpanish || !isFromEnglish || !/illones|illón/i.test(targetProse)) return [];
    const source = Array.from(sourceProse.matchAll(ENGLISH), ([, start = '']) => start.toLowerCase());
    if (source.length === 0) return [];
    let trillions = source.filter((start) => start === 'tr').length;
    const out: Finding[] = [];
    for (const match of targetProse.matchAll(SPANISH)) {
      const [found, start = ''] = match;
      const isBillon = start.toLowerCase() === 'b';
      if (isBillon && trillions > 0) {
        trillions -= 1;
        continue;
      }
      const params = { found, expected: isBillon ? 'mil millones' : 'billones' };
      const range = { from: match.index, to: match.index + found.length };
      out.push({ code: 'billionAsBillon', params, severity: 'error', range });
    }
    return out;
  },
};
