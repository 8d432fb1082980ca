import { primaryLanguage, textByPosition, type Check, type Finding } from './check.ts';

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
  modes: ['faithful', 'adapted', 'added'],
  run({ record }, settings) {
    if (primaryLanguage(settings.targetLanguage) !== 'es') return [];
    const out: Finding[] = [];
    let start = 0;
    for (const line of textByPosition(record.content).split('\n')) {
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
    } else if (isPunctuation(match, line)) {
      close(opened, new Set(marks), at, out);
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

/** Takes the openings these closing marks answer; the last opening answers any mark. */
function close(opened: Opened[], marks: ReadonlySet<string>, at: number, out: Finding[]): void {
  let missing: string | undefined;
  for (const mark of marks) {
    const exact = opened.findLastIndex((candidate) => candidate.mark === OPENING[mark]);
    const index = exact >= 0 ? exact : marks.size === 1 ? opened.length - 1 : -1;
    if (index >= 0) opened.splice(index, 1);
    else missing = mark;
  }
  if (missing === undefined) return;
  const params = { mark: missing, expected: OPENING[missing] ?? '' };
  out.push({ code: 'openingMarkMissing', params, severity: 'warning', range: one(at) });
}

function one(at: number): { from: number; to: number } {
  return { from: at, to: at + 1 };
}
