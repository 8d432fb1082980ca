import { distance } from 'fastest-levenshtein';
import type { Side } from './features.ts';
import { translationsOf } from './english-spanish.ts';

/** Per word of one side, words of the other with the probability that they translate it. */
export type Lexicon = readonly ReadonlyMap<number, number>[];

/** A lexicon in both directions. */
export interface Lexicons {
  readonly forward: Lexicon;
  readonly backward: Lexicon;
}

/** A lexicon laid out for reading fast: the entries of word w stand from `start[w]` to `start[w + 1]`. */
export interface FlatLexicon {
  readonly start: Int32Array;
  readonly words: Int32Array;
  readonly probabilities: Float64Array;
}

export interface FlatLexicons {
  readonly forward: FlatLexicon;
  readonly backward: FlatLexicon;
}

/** Lays a lexicon out for reading. */
export function flatten({ forward, backward }: Lexicons): FlatLexicons {
  return { forward: flattenOne(forward), backward: flattenOne(backward) };
}

function flattenOne(lexicon: Lexicon): FlatLexicon {
  const size = lexicon.reduce((sum, row) => sum + row.size, 0);
  const start = new Int32Array(lexicon.length + 1);
  const words = new Int32Array(size);
  const probabilities = new Float64Array(size);
  let at = 0;
  for (const [word, row] of lexicon.entries()) {
    for (const [other, probability] of row) {
      words[at] = other;
      probabilities[at] = probability;
      at += 1;
    }
    start[word + 1] = at;
  }
  return { start, words, probabilities };
}

const IDENTICAL = 0.75;
const BUILT_IN = 0.5;
const COGNATE = 0.45;
const PREFIX = 3;

/** What can be said before reading a single link: identical words, the built-in lexicon, words of common origin. */
export function priorLexicons(source: Side, received: Side): Lexicons {
  const forward: Map<number, number>[] = source.words.map(() => new Map());
  const backward: Map<number, number>[] = received.words.map(() => new Map());
  const put = (s: number, r: number, probability: number): void => {
    const row = forward[s] as Map<number, number>;
    if ((row.get(r) ?? 0) >= probability) return;
    row.set(r, probability);
    (backward[r] as Map<number, number>).set(s, probability);
  };
  const buckets = prefixBuckets(received);
  for (const [s, word] of source.words.entries()) {
    const same = received.ids.get(word);
    if (same !== undefined) put(s, same, IDENTICAL);
    if (!isWord(word)) continue;
    for (const r of builtIn(word, received, buckets)) put(s, r, BUILT_IN);
    for (const [r, likeness] of cognates(word, received, buckets)) put(s, r, COGNATE * likeness);
  }
  return { forward: forward.map(capped), backward: backward.map(capped) };
}

function isWord(word: string): boolean {
  return /^\p{L}/u.test(word);
}

/** Probabilities of one word's translations never exceed one in all. */
function capped(row: Map<number, number>): ReadonlyMap<number, number> {
  const sum = [...row.values()].reduce((total, value) => total + value, 0);
  if (sum <= 1) return row;
  return new Map([...row].map(([key, value]) => [key, value / sum]));
}

type Buckets = ReadonlyMap<string, readonly (readonly [number, string])[]>;

function prefixBuckets(side: Side): Buckets {
  const buckets = new Map<string, (readonly [number, string])[]>();
  for (const [id, word] of side.words.entries()) {
    if (!isWord(word) || word.length < PREFIX) continue;
    const sound = soundOf(word);
    const key = sound.slice(0, PREFIX);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [[id, sound]]);
    else bucket.push([id, sound]);
  }
  return buckets;
}

/** Spelling reduced to what European languages share: `philosophy` and `filosofía`, `special` and `especial`. */
function soundOf(word: string): string {
  return word
    .replace(/^e(?=s[^aeiouy])/u, '')
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replace(/tion/gu, 'cion')
    .replace(/ck|qu|k/gu, 'c')
    .replace(/y/gu, 'i')
    .replace(/z/gu, 'c')
    .replace(/([^aeiou])\1/gu, '$1');
}

function* builtIn(word: string, received: Side, buckets: Buckets): Generator<number> {
  for (const translation of translationsOf(word)) {
    const exact = received.ids.get(translation);
    if (exact !== undefined) yield exact;
    const sound = soundOf(translation);
    if (sound.length < 5) continue;
    const stem = sound.slice(0, Math.max(PREFIX + 1, sound.length - 3));
    for (const [id, other] of buckets.get(sound.slice(0, PREFIX)) ?? []) {
      if (other.startsWith(stem) && Math.abs(other.length - sound.length) <= 4) yield id;
    }
  }
}

function* cognates(word: string, received: Side, buckets: Buckets): Generator<readonly [number, number]> {
  const sound = soundOf(word);
  if (sound.length < 4) return;
  for (const [id, other] of buckets.get(sound.slice(0, PREFIX)) ?? []) {
    if (other.length < 4 || received.words[id] === word) continue;
    const longer = Math.max(sound.length, other.length);
    if (Math.abs(sound.length - other.length) > longer / 2) continue;
    const prefix = commonPrefix(sound, other);
    const likeness = 1 - distance(sound, other) / longer;
    if (likeness >= 0.6 || (prefix >= 5 && likeness >= 0.4)) yield [id, Math.max(likeness, 0.5)];
  }
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
