import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

const BLANK = String.raw`[ \u00A0\u202F\u2009]+`;
/** Not before "...", a decimal, an extension, a face, an operator; not in "( )". */
const BEFORE = new RegExp(
  String.raw`(?<=[\p{L}\p{N}»”"%\])?!\uFFFC])${BLANK}(?:[,;](?=[\s\u2028]|$)|\.(?=[\s\u2028]|$)(?!\s\.)|:(?=[\s\u2028]|$)|\)(?![\p{L}\p{N}]))`,
  'gu',
);
const AFTER = new RegExp(String.raw`[(¿¡]${BLANK}(?=[\p{L}\p{N}«“"¿¡])`, 'gu');

/** A blank before , . ; : ) and after ( ¿ ¡. Where the original has one at the same sign, it is of severity info. */
export const spacesAtMarks: Check = {
  name: 'spaces-at-marks',
  modes: LANGUAGE_MODES,
  run({ targetProse, sourceProse, isSpanish }) {
    if (!isSpanish || !/[ \u00A0\u202F\u2009][,.;:)]|[(¿¡][ \u00A0\u202F\u2009]/u.test(targetProse)) return [];
    const out: Finding[] = [];
    for (const { 0: found, index } of targetProse.matchAll(BEFORE)) {
      const mark = found.slice(-1);
      if (mark === ')' && opensWithBlank(targetProse, index)) continue;
      const blanks = { from: index, to: index + found.length - 1 };
      out.push(finding('spaceBeforeMark', mark, blanks, sourceProse.includes(` ${mark}`)));
    }
    for (const { 0: found, index } of targetProse.matchAll(AFTER)) {
      const mark = found.charAt(0);
      const blanks = { from: index + 1, to: index + found.length };
      out.push(finding('spaceAfterOpening', mark, blanks, sourceProse.includes(`${mark} `)));
    }
    return out.toSorted((a, b) => (a.range?.from ?? 0) - (b.range?.from ?? 0));
  },
};

/** "( texto )": the finding at the opening is enough where both sides have one; here only a list of what is between. */
function opensWithBlank(text: string, at: number): boolean {
  return text.slice(0, at).lastIndexOf('(') < 0;
}

function finding(
  code: 'spaceBeforeMark' | 'spaceAfterOpening',
  mark: string,
  range: { from: number; to: number },
  isInherited: boolean,
): Finding {
  return { code, params: { mark }, severity: isInherited ? 'info' : 'warning', range, fix: [{ ...range, text: '' }] };
}
