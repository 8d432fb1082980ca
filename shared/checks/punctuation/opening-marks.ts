import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

const OPENING: Readonly<Record<string, string>> = { '?': '¿', '!': '¡' };
const CLOSING: Readonly<Record<string, string>> = { '¿': '?', '¡': '!' };
/** Marks in a row; one alone in brackets expresses doubt or irony; inside an address or code they are no punctuation. */
const MARKS = /\([?!]+\)|[?!]+(?=[\p{L}\p{N}=&/])|[¿¡]+|[?!]+/gu;

interface Opened {
  readonly mark: string;
  readonly at: number;
}

/**
 * ¿ and ¡ open the clause that ? and ! close, also in the middle of a sentence (Ortografía de la lengua española,
 * 3.4.9). Repeated marks count once; a question that is an exclamation may open with one and close with the other.
 */
export const openingMarks: Check = {
  name: 'opening-marks',
  modes: LANGUAGE_MODES,
  run({ targetProse, isSpanish }) {
    if (!isSpanish || !/[?!¿¡]/u.test(targetProse)) return [];
    const out: Finding[] = [];
    let start = 0;
    for (const line of targetProse.split('\n')) {
      out.push(...unpaired(line, start));
      start += line.length + 1;
    }
    return out;
  },
};

function unpaired(line: string, start: number): readonly Finding[] {
  const out: Finding[] = [];
  const opened: Opened[] = [];
  for (const match of line.matchAll(MARKS)) {
    const [marks] = match;
    const at = start + match.index;
    if (CLOSING[marks[0] ?? ''] !== undefined) {
      for (const [offset, mark] of marks.split('').entries()) {
        if (marks.indexOf(mark) === offset) opened.push({ mark, at: at + offset });
      }
    } else if (isPunctuation(match, line) && (opened.length > 0 || !isSpokenOf(match, line))) {
      close(opened, new Set(marks), line, match.index, start, out);
    }
  }
  for (const { mark, at } of opened) {
    out.push({
      code: 'closingMarkMissing',
      params: { mark, expected: CLOSING[mark] ?? '' },
      severity: 'warning',
      range: one(at),
    });
  }
  return out.toSorted((a, b) => (a.range?.from ?? 0) - (b.range?.from ?? 0));
}

function isPunctuation(match: RegExpExecArray, line: string): boolean {
  if (match[0].startsWith('(')) return false;
  return !/[\p{L}\p{N}=&/]/u.test(line[match.index + match[0].length] ?? '');
}

/** "[y,n,?]", "<?>", "use ! para": a sign that is spoken of, unless it closes something. */
function isSpokenOf(match: RegExpExecArray, line: string): boolean {
  const behind = line.slice(match.index + match[0].length);
  return (
    /[,</|]/u.test(line.charAt(match.index - 1)) || (line.charAt(match.index - 1) === ' ' && /^ \p{Ll}/u.test(behind))
  );
}

/** Takes the openings these closing marks answer; the last opening answers any mark. */
function close(
  opened: Opened[],
  marks: ReadonlySet<string>,
  line: string,
  at: number,
  start: number,
  out: Finding[],
): void {
  let missing: string | undefined;
  for (const mark of marks) {
    const exact = opened.findLastIndex((candidate) => candidate.mark === OPENING[mark]);
    const index = exact >= 0 ? exact : marks.size === 1 ? opened.length - 1 : -1;
    if (index >= 0) opened.splice(index, 1);
    else missing = mark;
  }
  if (missing === undefined) return;
  const expected = OPENING[missing] ?? '';
  const where = start + clauseStart(line, at);
  out.push({
    code: 'openingMarkMissing',
    params: { mark: missing, expected },
    severity: 'warning',
    range: one(start + at),
    fix: [{ from: where, to: where, text: expected }],
  });
}

/** Behind the last end of a sentence and what opens there; a question word behind a comma begins the question. */
function clauseStart(line: string, at: number): number {
  const before = line.slice(0, at);
  const sentence = /(?:^|[.?!…:;]["”»)]*[\s\u2028]+|\u2028)["“«([\s—-]*(?=[^\s.?!…:;][^]*$)/gu;
  let start = 0;
  for (const { 0: border, index } of before.matchAll(sentence)) start = index + border.length;
  const question =
    /,\s(?=(?:(?:por|para|a|de|con|en) )?(?:qué|cómo|cuál(?:es)?|cuándo|a?dónde|quién(?:es)?|cuánt[oa]s?)\s)/giu;
  const word = Array.from(before.slice(start).matchAll(question)).at(-1);
  return word === undefined ? start : start + word.index + word[0].length;
}

function one(at: number): { from: number; to: number } {
  return { from: at, to: at + 1 };
}
