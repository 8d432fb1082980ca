import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const OPENINGS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const BRACKET = /[()[\]{}]/gu;
/** "a)", "1)", "iv.2)" at the beginning of a line or of an item; faces. */
const NUMBERING =
  /(?:^|[\n\u2028(]|[;:,.]\s+|\s[yoeu]\s|\s(?:and|or)\s)(?:\p{L}{1,2}|[ivxIVX]{1,5}|\d{1,3}(?:\.\d{1,3})*\.?[a-z]?)$/u;
const FACE = /[:;=8xX]['’]?-?$/u;

/** A bracket that is opened and never closed, or closed and never opened. What the original leaves open may stay open. */
export const brackets: Check = {
  name: 'brackets',
  modes: LANGUAGE_MODES,
  run({ targetProse, sourceProse, record }) {
    if (!/[()[\]{}]/.test(targetProse)) return [];
    const found = unpaired(targetProse);
    if (found.length === 0) return [];
    const inherited = record.mode === 'added' ? [] : unpaired(sourceProse).map(({ mark }) => mark);
    return found.flatMap(({ mark, at }): readonly Finding[] => {
      const index = inherited.indexOf(mark);
      if (index >= 0) {
        inherited.splice(index, 1);
        return [];
      }
      const params = { mark, expected: PAIRS[mark] ?? OPENINGS[mark] ?? '' };
      return [{ code: 'bracketUnpaired', params, severity: 'warning', range: { from: at, to: at + 1 } }];
    });
  },
};

function unpaired(text: string): readonly { readonly mark: string; readonly at: number }[] {
  const open: { readonly mark: string; readonly at: number }[] = [];
  const out: { readonly mark: string; readonly at: number }[] = [];
  for (const { 0: mark, index: at } of text.matchAll(BRACKET)) {
    const opening = OPENINGS[mark];
    if (opening === undefined) {
      if (!FACE.test(text.slice(Math.max(0, at - 3), at)) || !/\s|^$/u.test(text.charAt(at + 1)))
        open.push({ mark, at });
      continue;
    }
    const match = open.findLastIndex((candidate) => candidate.mark === opening);
    if (match >= 0) open.splice(match, 1);
    else if (!isNumbering(text, mark, at)) out.push({ mark, at });
  }
  return [...out, ...open];
}

function isNumbering(text: string, mark: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  return mark === ')' && (NUMBERING.test(before) || FACE.test(before));
}
