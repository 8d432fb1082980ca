import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

const DOUBLED = /(?<![\p{L}\p{N}\p{M}'’_@#&-])([\p{L}\p{M}]+)[ \u00A0]+(\1)(?![\p{L}\p{N}\p{M}'’_&-])/giu;
const LETTER = /\p{L}/u;
const BEFORE = '([{¿¡«“"\'';
/** Said twice on purpose, or one the pronoun and one the object ("entre nos nos entendemos"). */
const LEGITIMATE = new Set('nos muy no sí si ya casi bla ja je ji jo tic tan pum toc chas tum ay uy eh'.split(' '));

/** A word written twice. What is doubled in the original too, emphasis and names are left alone. */
export const doubledWord: Check = {
  name: 'doubled-word',
  modes: LANGUAGE_MODES,
  run({ targetProse, sourceProse }) {
    if (!mayBeDoubled(targetProse.toLowerCase())) return [];
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

/** Whether behind some blank the word before it begins again; the expression that knows more is slow to try. */
function mayBeDoubled(text: string): boolean {
  let start = 0;
  for (let blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', start)) {
    while (start < blank && BEFORE.includes(text.charAt(start))) start += 1;
    let next = blank + 1;
    while (text.charAt(next) === ' ' || text.charAt(next) === '\u00A0') next += 1;
    const length = blank - start;
    const isAgain = text.charCodeAt(start) === text.charCodeAt(next) && text.startsWith(text.slice(start, blank), next);
    if (length > 0 && isAgain && !LETTER.test(text.charAt(next + length))) return true;
    start = next;
  }
  return text.includes('\u00A0');
}

/** "Sing Sing", "de La La Paz": a capital on the second is a name, or somebody's emphasis; single letters are labels. */
function isName(first: string, second: string, text: string, at: number): boolean {
  if (first.length === 1) return !/^[aeyou]$/u.test(first) || second !== first;
  if (first === second && /^\p{Lu}/u.test(second)) return true;
  return /^\p{Lu}/u.test(second) && at > 0 && !/\p{Lu}/u.test(text.charAt(at));
}

function hasDoubled(source: string): boolean {
  return /(?<![\p{L}\p{N}])(\p{L}{2,}) +\1(?![\p{L}\p{N}])/iu.test(source);
}
