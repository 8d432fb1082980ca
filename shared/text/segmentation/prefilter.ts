import type { Pattern } from './pattern/ast.ts';
import { firstCharacters, lastCharacters } from './pattern/ends.ts';
import { printPattern } from './pattern/print.ts';

/** A rule that breaks, as far as the filter looks at it. */
export interface Candidate {
  readonly before: Pattern;
  readonly after: Pattern;
}

/** The bit rules beyond the thirtieth share. */
export const LAST_BIT = 30;
const ALL = 0x7fff_ffff;
/** In a table: nobody has asked about this character yet. */
const UNKNOWN = -1;
const BLANK = /\s/u;

/**
 * Says, by single characters and at the cost of a table look-up, whether any breaking rule could match at a place: by
 * the last character before it, and by the first behind it or, for a rule that wants blanks there, the first two
 * after the blanks. Never says no to a place where one does.
 */
export class Prefilter {
  readonly #last: CharacterMasks;
  readonly #first: CharacterMasks;
  readonly #afterBlanks: CharacterMasks;
  readonly #second: CharacterMasks;

  constructor(candidates: readonly Candidate[]) {
    this.#last = new CharacterMasks(candidates.map(({ before }) => endSet(lastCharacters(before))));
    const gaps = candidates.map(({ after }) => afterGap(after));
    this.#first = new CharacterMasks(
      candidates.map(({ after }, index) => (gaps[index] === undefined ? endSet(firstCharacters(after)) : 'none')),
    );
    this.#afterBlanks = new CharacterMasks(
      gaps.map((rest) => (rest === undefined ? 'none' : endSet(firstCharacters(rest)))),
    );
    this.#second = new CharacterMasks(gaps.map((rest) => (rest === undefined ? 'none' : secondSet(rest))));
  }

  /** Bit by bit the rules, in their order, that might match at `place` (the last bit: any from the 30th on). */
  at(text: string, place: number): number {
    const last = this.#last.of(text.charCodeAt(place - 1));
    if (last === 0) return 0;
    const code = text.charCodeAt(place);
    const mask = last & this.#first.of(code);
    return isBlank(code) ? mask | (last & this.#beyondBlanks(text, place)) : mask;
  }

  #beyondBlanks(text: string, place: number): number {
    let at = place + 1;
    while (at < text.length && isBlank(text.charCodeAt(at))) at++;
    if (at >= text.length) return ALL;
    const mask = this.#afterBlanks.of(text.charCodeAt(at));
    return at + 1 < text.length ? mask & this.#second.of(text.charCodeAt(at + 1)) : mask;
  }
}

/** `any` where a match may be empty, `none` where the rule is looked for elsewhere. */
type CharacterSet = RegExp | 'any' | 'none';

function endSet({ characters, empty }: { characters: readonly string[]; empty: boolean }): CharacterSet {
  return empty ? 'any' : new RegExp(`^(?:${Array.from(new Set(characters)).join('|')})$`, 'v');
}

/** The second character, where the first is one of a set and stands alone. */
function secondSet(pattern: Pattern): CharacterSet {
  const [first, ...rest] = pattern.kind === 'sequence' ? pattern.items : [];
  if (first?.kind !== 'set') return 'any';
  return endSet(firstCharacters({ kind: 'sequence', items: rest }));
}

/** What follows the blanks a pattern begins with; undefined where it begins otherwise or may want a blank there too. */
function afterGap(pattern: Pattern): Pattern | undefined {
  if (pattern.kind !== 'sequence') return undefined;
  const [first, ...items] = pattern.items;
  const set = first?.kind === 'repeat' && first.min > 0 ? first.body : first;
  if (set?.kind !== 'set' || !isOnlyBlanks(set)) return undefined;
  const rest: Pattern = { kind: 'sequence', items };
  const { characters } = firstCharacters(rest);
  const wantsBlank = characters.some((each) => BLANKS.some((blank) => new RegExp(`^${each}$`, 'v').test(blank)));
  return wantsBlank ? { kind: 'sequence', items: [] } : rest;
}

/** What `\s` takes here as well as in SRX's expressions. */
const BLANKS = Array.from('\t\n\u000B\f\r \u0085\u00A0\u1680\u2003\u2028\u2029\u202F\u205F\u3000\uFEFF');

const onlyBlanks = new Map<string, boolean>();

function isOnlyBlanks(set: Pattern): boolean {
  const source = printPattern(set);
  const known = onlyBlanks.get(source);
  if (known !== undefined) return known;
  const test = new RegExp(`^${source}$`, 'v');
  let only = true;
  for (let code = 0; only && code < 0x1_0000; code++) only = isBlank(code) || !test.test(String.fromCharCode(code));
  onlyBlanks.set(source, only);
  return only;
}

function isBlank(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  return code >= 0x85 && (code === 0x85 || code === 0xa0 || (code >= 0x1680 && BLANK.test(String.fromCharCode(code))));
}

/** For each UTF-16 unit, the bits of the sets it is in: worked out when first asked for. */
class CharacterMasks {
  readonly #sets: readonly CharacterSet[];
  readonly #known = new Int32Array(0x1_0000).fill(UNKNOWN);

  constructor(sets: readonly CharacterSet[]) {
    this.#sets = sets;
  }

  of(code: number): number {
    const known = this.#known[code] as number;
    return known === UNKNOWN ? this.#work(code) : known;
  }

  #work(code: number): number {
    const character = String.fromCharCode(code);
    let mask = 0;
    for (const [index, set] of this.#sets.entries()) {
      // Half of a pair says nothing about the character it belongs to.
      const has = set === 'any' || (set !== 'none' && ((code >= 0xd800 && code <= 0xdfff) || set.test(character)));
      if (has) mask |= 1 << Math.min(index, LAST_BIT);
    }
    this.#known[code] = mask;
    return mask;
  }
}
