import type { Side } from './features.ts';
import type { Lexicon, Lexicons } from './lexicon.ts';

/** A pair of spans to learn from: the words of both. */
export interface Lesson {
  readonly source: readonly number[];
  readonly received: readonly number[];
}

const ROUNDS = 4;
/** A pair of words known beforehand starts this much likelier than another. */
const HEAD_START = 30;
/** Taken off every count: a pair seen in one place only proves nothing. */
const DISCOUNT = 0.8;
const WEAKEST = 0.02;
/** Longer lessons teach little for much work, … */
const LONGEST = 3000;
/** … and so do more lessons than this many pairs of words in all. */
const MOST_PAIRS = 3_000_000;

/** Learns which word translates which (IBM model 1, expectation maximisation), and keeps what was known before. */
export function learnLexicons(source: Side, received: Side, lessons: readonly Lesson[], prior: Lexicons): Lexicons {
  const pairs = new PairTable(received.words.length);
  const usable = shortest(source, received, lessons).map((words) => encode(words, pairs));
  const probability = new Float64Array(pairs.size);
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const known = prior.forward[pairs.source(pair)]?.get(pairs.received(pair)) ?? 0;
    probability[pair] = 1 + HEAD_START * known;
  }
  const counts = new Float64Array(pairs.size);
  for (let round = 0; round < ROUNDS; round += 1) {
    expect(usable, probability, counts);
    if (round < ROUNDS - 1) maximise(pairs, counts, probability, source.words.length);
  }
  return combine(source, received, pairs, counts, prior);
}

/** A lesson as pair numbers, row by row: for each received word all source words. */
interface Encoded {
  readonly pairs: Int32Array;
  readonly width: number;
}

/** The words of a lesson's two spans. */
interface Words {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The shortest lessons first, as many as the limits allow: they say most clearly which word goes with which. */
function shortest(source: Side, received: Side, lessons: readonly Lesson[]): readonly Words[] {
  const all = lessons.map((lesson): Words => ({
    from: lesson.source.flatMap((block) => [...(source.tokens[block] as Int32Array)]),
    to: lesson.received.flatMap((block) => [...(received.tokens[block] as Int32Array)]),
  }));
  let pairs = 0;
  return all
    .filter((words) => words.from.length * words.to.length <= LONGEST)
    .toSorted((a, b) => a.from.length * a.to.length - b.from.length * b.to.length)
    .filter((words) => {
      pairs += words.from.length * words.to.length;
      return pairs <= MOST_PAIRS;
    });
}

function encode({ from, to }: Words, pairs: PairTable): Encoded {
  const list = new Int32Array(from.length * to.length);
  let at = 0;
  for (const r of to) {
    for (const s of from) {
      list[at] = pairs.numberOf(s, r);
      at += 1;
    }
  }
  return { pairs: list, width: from.length };
}

function expect(lessons: readonly Encoded[], probability: Float64Array, counts: Float64Array): void {
  counts.fill(0);
  for (const { pairs, width } of lessons) {
    for (let row = 0; row < pairs.length; row += width) {
      let sum = 0;
      for (let at = row; at < row + width; at += 1) sum += probability[pairs[at] as number] as number;
      if (sum === 0) continue;
      for (let at = row; at < row + width; at += 1) {
        const pair = pairs[at] as number;
        counts[pair] = (counts[pair] as number) + (probability[pair] as number) / sum;
      }
    }
  }
}

function maximise(pairs: PairTable, counts: Float64Array, probability: Float64Array, words: number): void {
  const totals = new Float64Array(words);
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const s = pairs.source(pair);
    totals[s] = (totals[s] as number) + (counts[pair] as number);
  }
  for (let pair = 0; pair < pairs.size; pair += 1) {
    probability[pair] = (counts[pair] as number) / (totals[pairs.source(pair)] as number);
  }
}

function combine(source: Side, received: Side, pairs: PairTable, counts: Float64Array, prior: Lexicons): Lexicons {
  const forwardTotals = new Float64Array(source.words.length);
  const backwardTotals = new Float64Array(received.words.length);
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const s = pairs.source(pair);
    const r = pairs.received(pair);
    forwardTotals[s] = (forwardTotals[s] as number) + (counts[pair] as number);
    backwardTotals[r] = (backwardTotals[r] as number) + (counts[pair] as number);
  }
  const forward = prior.forward.map((row) => new Map(row));
  const backward = prior.backward.map((row) => new Map(row));
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const count = (counts[pair] as number) - DISCOUNT;
    if (count <= 0) continue;
    const s = pairs.source(pair);
    const r = pairs.received(pair);
    raise(forward[s] as Map<number, number>, r, count / (forwardTotals[s] as number));
    raise(backward[r] as Map<number, number>, s, count / (backwardTotals[r] as number));
  }
  return { forward: forward.map(normalised), backward: backward.map(normalised) };
}

function raise(row: Map<number, number>, word: number, probability: number): void {
  if (probability < WEAKEST) return;
  const before = row.get(word) ?? 0;
  row.set(word, before + probability - before * probability);
}

function normalised(row: ReadonlyMap<number, number>): Lexicon[number] {
  const sum = [...row.values()].reduce((total, value) => total + value, 0);
  return sum <= 1 ? row : new Map([...row].map(([word, value]) => [word, value / sum]));
}

/** Numbers the pairs of words that meet, 0… in order of meeting. */
class PairTable {
  readonly #width: number;
  readonly #numbers = new Map<number, number>();
  readonly #keys: number[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  get size(): number {
    return this.#keys.length;
  }

  numberOf(source: number, received: number): number {
    const key = source * this.#width + received;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const next = this.#keys.length;
    this.#numbers.set(key, next);
    this.#keys.push(key);
    return next;
  }

  source(pair: number): number {
    return Math.floor((this.#keys[pair] as number) / this.#width);
  }

  received(pair: number): number {
    return (this.#keys[pair] as number) % this.#width;
  }
}
