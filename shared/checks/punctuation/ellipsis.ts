import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

/** Two or four dots, or dots apart; five and more lead to a page number or to a place to write in. */
const WRONG =
  /(?<![.\d/\uFFFC…])(?:\.\.|\.{4})(?![./\w])|(?<=\p{L})(?: ?\. \. \.)(?!\s?\.)|…\.(?!\.)|\betc(?:\.\.\.|…)/gu;

const HINTS = ['..', '…', '. .'];

/** Points of suspension are three: "..." or "…", never two, four, or apart; none stand behind "etc." (RAE, 3.4.10). */
export const ellipsis: Check = {
  name: 'ellipsis',
  modes: LANGUAGE_MODES,
  run({ targetProse, sourceProse, isSpanish }) {
    if (!isSpanish || !HINTS.some((hint) => targetProse.includes(hint))) return [];
    const inSource = Array.from(sourceProse.matchAll(WRONG), ([found]) => found);
    return Array.from(targetProse.matchAll(WRONG)).flatMap(({ 0: found, index }): readonly Finding[] => {
      if (inSource.includes(found) && !found.startsWith('etc')) return [];
      const range = { from: index, to: index + found.length };
      const expected = found.startsWith('etc') ? 'etc.' : targetProse.includes('…') ? '…' : '...';
      return [
        {
          code: 'ellipsisStyle',
          params: { found, expected },
          severity: 'info',
          range,
          fix: [{ ...range, text: expected }],
        },
      ];
    });
  },
};
