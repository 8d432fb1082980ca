import { distance } from 'fastest-levenshtein';
import { numbersOf } from '#shared/text/numbers.ts';
import { casedForm, renumbered } from './normal-form.ts';

/** What two texts with one folded form may still differ in. */
export type HiddenDifference = 'case' | 'numbers' | 'typography';

/** A text prepared to be compared with many. */
export interface PreparedText {
  readonly text: string;
  readonly cased: string;
  readonly folded: string;
}

export interface TextScore {
  /** 0–100; 100 only for the very same text, whatever numbers its placeholders have. */
  readonly score: number;
  /** Edit distance of the texts as they are: the smaller is the better of two with one score. */
  readonly distance: number;
  readonly differences: readonly HiddenDifference[];
}

const SAME: TextScore = { score: 100, distance: 0, differences: [] };
/** Points taken off for what the folded form hides: at least, for each sign of a hundred, at most. */
const CASE = { least: 1, each: 0.2, most: 3 };
const NUMBERS = { each: 1, most: 3 };
const TYPOGRAPHY = 0.5;

export function prepareText(text: string): PreparedText {
  const cased = casedForm(text);
  return { text: renumbered(text), cased, folded: cased.toLowerCase() };
}

/**
 * How alike two texts are (docs/memory.md, "Score"): 100 × (1 − edit distance of the folded forms / signs of the longer),
 * less up to 6.5 points for case, values of numbers and typography, which the folded form hides.
 */
export function scoreOf(a: PreparedText, b: PreparedText): TextScore {
  if (a.text === b.text) return SAME;
  const signs = Math.max(a.folded.length, b.folded.length);
  const folded = distance(a.folded, b.folded);
  const differences: HiddenDifference[] = [];
  let score = signs === 0 ? 100 : 100 * (1 - folded / signs);
  const cased = a.cased.length === a.folded.length ? distance(a.cased, b.cased) - folded : 0;
  if (cased > 0) {
    differences.push('case');
    score -= Math.min(CASE.most, CASE.least + (CASE.each * 100 * cased) / signs);
  }
  const numbers = otherNumbers(a.text, b.text);
  if (numbers > 0) {
    differences.push('numbers');
    score -= Math.min(NUMBERS.most, NUMBERS.each * numbers);
  }
  if (folded === 0 && differences.length === 0) {
    differences.push('typography');
    score -= TYPOGRAPHY;
  }
  return { score: Math.max(0, score), distance: distance(a.text, b.text), differences };
}

const DIGIT = /\d/u;
const PLACEHOLDER = /⟦-?\d+⟧/gu;

/** Numbers that stand in one text where the other has another value; missing ones are in the edit distance already. */
function otherNumbers(a: string, b: string): number {
  if (!DIGIT.test(a) || !DIGIT.test(b)) return 0;
  const left = numbersOf(a.replace(PLACEHOLDER, '')).map(({ key }) => key);
  const right = numbersOf(b.replace(PLACEHOLDER, '')).map(({ key }) => key);
  let common = 0;
  const rest = [...right];
  for (const key of left) {
    const at = rest.indexOf(key);
    if (at < 0) continue;
    rest.splice(at, 1);
    common += 1;
  }
  return Math.min(left.length, right.length) - common;
}
