import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

const DOUBLED = /(?<![\p{L}\p{N}\p{M}'’_@#&-])([\p{L}\p{M}]+)[ \u00A0]+(\1)(?![\p{L}\p{N}\p{M}'’_-])/giu;
/** Said twice on purpose, or one the pronoun and one the object ("entre nos nos entendemos"). */
const LEGITIMATE = new Set(
  'nos muy bien no sí si ya casi bla ja je ji jo tic tan pum toc poco cha chas tum ay uy eh más tra'.split(' '),
);

/** A word written twice. What is doubled in the original too, emphasis and names are left alone. */
export const doubledWord: Check = {
  name: 'doubled-word',
  modes: LANGUAGE_MODES,
  run({ targetProse, sourceProse }) {
    const out: Finding[] = [];
    for (const match of targetProse.matchAll(DOUBLED)) {
      const [whole, first = '', second = ''] = match;
      if (LEGITIMATE.has(first.toLowerCase()) || isName(first, second, targetProse, match.index)) continue;
      if (out.length === 0 && hasDoubled(sourceProse)) return [];
      const range = { from: match.index, to: match.index + whole.length };
      const fix = [{ from: match.index + first.length, to: range.to, text: '' }];
      out.push({ code: 'doubledWord', params: { word: second }, severity: 'warning', range, fix });
    }
    return out;
  },
};

/** "Sing Sing", "de La La Paz": a capital on the second is a name, or somebody's emphasis; single letters are labels. */
function isName(first: string, second: string, text: string, at: number): boolean {
  if (first.length === 1) return !/^[aeyou]$/u.test(first) || second !== first;
  if (first === second && /^\p{Lu}/u.test(second)) return true;
  return /^\p{Lu}/u.test(second) && at > 0 && !/\p{Lu}/u.test(text.charAt(at));
}

function hasDoubled(source: string): boolean {
  return /(?<![\p{L}\p{N}])(\p{L}{2,}) +\1(?![\p{L}\p{N}])/iu.test(source);
}
