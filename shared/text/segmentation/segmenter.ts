import { compileRules, type CompiledRules } from './compile.ts';
import { LAST_BIT } from './prefilter.ts';
import type { SegmentationRule } from './rules.ts';

/** A stretch of a text in UTF-16 units; `to` is not in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * How far rules see to each side of a place, in UTF-16 units. Texts up to twice this are seen whole; in longer ones the
 * time stays in proportion to the length, whatever the expressions do.
 */
export const CONTEXT = 2_000;
/** Stands where a text goes on beyond what is seen, so that no anchor holds there. */
const BEYOND = '\uE000';

const BLANK = /\s/u;
const SPOKEN = /[\p{L}\p{N}]/u;

/** Cuts texts of one language into segments by SRX rules. Made once, used for any number of texts. */
export class Segmenter {
  readonly #compiled: CompiledRules;

  /** Throws invalidSrx, see {@link compileRules}. */
  constructor(rules: readonly SegmentationRule[]) {
    this.#compiled = compileRules(rules);
  }

  /**
   * The segments of a text without gaps: joined they are the text. Blanks behind a segment belong to it, those before
   * the first to the first; none is of blanks alone, unless the whole text is. An empty text has none.
   */
  segments(text: string): readonly Span[] {
    if (text === '') return [];
    const spans: Span[] = [];
    let from = 0;
    for (const to of this.#boundaries(text)) {
      spans.push({ from, to });
      from = to;
    }
    spans.push({ from, to: text.length });
    return spans;
  }

  /** The segments that say something (have a letter or a digit), without the blanks around them. */
  sentences(text: string): readonly Span[] {
    return this.segments(text)
      .map((span) => trimmed(text, span))
      .filter(({ from, to }) => SPOKEN.test(text.slice(from, to)));
  }

  /** Where segments begin but the first, behind the blanks, in order. */
  #boundaries(text: string): readonly number[] {
    const starts: number[] = [];
    const first = afterBlanks(text, 0);
    for (const place of places(this.#compiled, text, placesApart)) {
      const start = afterBlanks(text, place);
      if (start > first && start < text.length && start > (starts.at(-1) ?? 0)) starts.push(start);
    }
    return starts;
  }
}

/** The places at which the rules break, as SRX has them: before the blanks or behind, as the rule says. */
export function breakPlaces(rules: readonly SegmentationRule[], text: string): readonly number[] {
  return places(compileRules(rules), text, everyPlace);
}

/** Where to look for the next place after one that was found. */
type Next = (text: string, found: number) => number;

const everyPlace: Next = (_text, found) => found + 1;

/** Places among the same blanks begin the same segment: thousands of empty lines would be asked about one by one. */
const placesApart: Next = (text, found) => afterBlanks(text, found) + 1;

function places(compiled: CompiledRules, text: string, next: Next): readonly number[] {
  if (text.length <= 2 * CONTEXT) return placesIn(compiled, text, next);
  const found: number[] = [];
  for (let from = 0; from < text.length; from += CONTEXT) {
    const start = Math.max(0, from - CONTEXT);
    const end = Math.min(text.length, from + 2 * CONTEXT);
    const lead = start === 0 ? '' : BEYOND;
    const seen = lead + text.slice(start, end) + (end === text.length ? '' : BEYOND);
    for (const place of placesIn(compiled, seen, next)) {
      const at = place - lead.length + start;
      if (at > from && at <= from + CONTEXT) found.push(at);
    }
  }
  return found;
}

function placesIn(compiled: CompiledRules, text: string, next: Next): readonly number[] {
  const found: number[] = [];
  for (let place = 1; place < text.length;) {
    const mask = compiled.prefilter.at(text, place);
    const isFound = mask !== 0 && mayBreak(compiled, mask, text, place) && decides(compiled, text, place);
    if (isFound) found.push(place);
    place = isFound ? next(text, place) : place + 1;
  }
  return found;
}

/** Whether what stands behind the place suits one of the rules of `mask`: cheaper than asking all rules in turn. */
function mayBreak({ breaking }: CompiledRules, mask: number, text: string, place: number): boolean {
  for (let bits = mask; bits !== 0; bits &= bits - 1) {
    const bit = 31 - Math.clz32(bits & -bits);
    const last = bit < LAST_BIT ? bit : breaking.length - 1;
    for (let index = bit; index <= last; index++) if (matchesAt(breaking[index]?.after, text, place)) return true;
  }
  return false;
}

function decides({ rules }: CompiledRules, text: string, place: number): boolean {
  for (const { breaks, before, after } of rules) {
    if (matchesAt(after, text, place) && matchesAt(before, text, place)) return breaks;
  }
  return false;
}

function matchesAt(expression: RegExp | undefined, text: string, place: number): boolean {
  if (expression === undefined) return true;
  expression.lastIndex = place;
  return expression.test(text);
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && BLANK.test(text[at] as string)) at++;
  return at;
}

function trimmed(text: string, { from, to }: Span): Span {
  let [start, end] = [from, to];
  while (start < end && BLANK.test(text[start] as string)) start++;
  while (end > start && BLANK.test(text[end - 1] as string)) end--;
  return { from: start, to: end };
}
