import type { Band } from './band.ts';
import type { Side } from './features.ts';
import type { FlatLexicon } from './lexicon.ts';

/**
 * How well one side's words explain the other's, for every node of a band, as log likelihood ratios against chance
 * (IBM model 1 with a background): `one[i,j]` for block j given block i alone, `two[i,j]` given blocks i and i+1
 * (zero where these may not be taken together).
 */
export interface Explained {
  readonly one: Float32Array;
  readonly two: Float32Array;
  /** What block j and the next are worth less when told together, given i, or i and i+1: see {@link Explainer.excess}. */
  readonly oneExcess: Float32Array;
  readonly twoExcess: Float32Array;
}

/** A translation at least this likely counts as called for in full. */
const CALLING = 0.3;

/** Spreads what a span of blocks leads one to expect over the other side's vocabulary, then scores blocks against it. */
export class Explainer {
  readonly #given: Side;
  readonly #told: Side;
  readonly #lexicon: FlatLexicon;
  readonly #novelty: Float64Array;
  /** Per block, the score if nothing of it were explained. */
  readonly #floor: Float64Array;
  readonly #expected: Float64Array;
  readonly #gain: Float64Array;
  /** Per told word, how often what is known calls for it. */
  readonly #calls: Float64Array;
  /** Per told block, once asked for, the words it has in common with the next. */
  readonly #repeats: (Int32Array | undefined)[] = [];
  #touched: number[] = [];

  /** `novelty`: per told word, the probability that nothing on the given side calls for it. */
  constructor(given: Side, told: Side, lexicon: FlatLexicon, novelty: Float64Array) {
    this.#given = given;
    this.#told = told;
    this.#lexicon = lexicon;
    this.#novelty = novelty;
    this.#expected = new Float64Array(told.words.length);
    this.#gain = new Float64Array(told.words.length);
    this.#calls = new Float64Array(told.words.length);
    const logs = novelty.map(Math.log);
    this.#floor = Float64Array.from(told.tokens, (tokens) => {
      let sum = 0;
      for (const token of tokens) sum += logs[token] as number;
      return sum;
    });
  }

  /** Takes these blocks of the given side as what is known. */
  know(...blocks: readonly number[]): void {
    for (const word of this.#touched) {
      this.#expected[word] = 0;
      this.#gain[word] = 0;
      this.#calls[word] = 0;
    }
    this.#touched = [];
    const { start, words, probabilities } = this.#lexicon;
    let length = 0;
    for (const block of blocks) length += (this.#given.tokens[block] as Int32Array).length;
    for (const block of blocks) {
      for (const token of this.#given.tokens[block] as Int32Array) {
        for (let at = start[token] as number; at < (start[token + 1] as number); at += 1) {
          const word = words[at] as number;
          if (this.#expected[word] === 0) this.#touched.push(word);
          const probability = probabilities[at] as number;
          this.#expected[word] = (this.#expected[word] as number) + probability / length;
          this.#calls[word] = (this.#calls[word] as number) + Math.min(1, probability / CALLING);
        }
      }
    }
    for (const word of this.#touched) {
      const novelty = this.#novelty[word] as number;
      const own = (1 - novelty) / novelty;
      this.#gain[word] = Math.log1p((own * (this.#expected[word] as number)) / (this.#told.share[word] as number));
    }
  }

  /** Log likelihood ratio of a block of the told side, given what is known. */
  score(block: number): number {
    let sum = this.#floor[block] as number;
    for (const token of this.#told.tokens[block] as Int32Array) sum += this.#gain[token] as number;
    return sum;
  }

  /**
   * A word that stands in a block and in another, by default the next, is called for twice only by two words: what the two blocks' scores
   * count too much when they are told together, as a title that was left out and the paragraph that repeats it.
   */
  excess(block: number, other: number = block + 1): number {
    const repeats = other === block + 1 ? this.#withNext(block) : this.#between(block, other);
    let sum = 0;
    for (let at = 0; at < repeats.length; at += 3) {
      const word = repeats[at] as number;
      const here = repeats[at + 1] as number;
      const there = repeats[at + 2] as number;
      const due = Math.max(here, there, this.#calls[word] as number);
      if (here + there > due) sum += (here + there - due) * (this.#gain[word] as number);
    }
    return sum;
  }

  #withNext(block: number): Int32Array {
    const known = this.#repeats[block] ?? this.#between(block, block + 1);
    this.#repeats[block] = known;
    return known;
  }

  #between(block: number, other: number): Int32Array {
    const { tokens } = this.#told;
    return repeatsOf(tokens[block] as Int32Array, tokens[other] as Int32Array);
  }

  /** Probability that a told word owes nothing to what is known. */
  unexplained(word: number): number {
    return Math.exp(-(this.#gain[word] as number));
  }
}

/** The words two blocks have in common: word, times in the one, times in the other. */
function repeatsOf(tokens: Int32Array, next: Int32Array): Int32Array {
  const here = new Map<number, number>();
  for (const token of tokens) here.set(token, (here.get(token) ?? 0) + 1);
  const there = new Map<number, number>();
  for (const token of next) if (here.has(token)) there.set(token, (there.get(token) ?? 0) + 1);
  return Int32Array.from([...there].flatMap(([word, times]) => [word, here.get(word) ?? 0, times]));
}

/** Which blocks may be taken together with the next of their side. */
export interface Joins {
  readonly given: Uint8Array;
  readonly told: Uint8Array;
}

/** Fills the forward tables: received blocks explained by source blocks. */
export function explainForward(explainer: Explainer, band: Band, joins: Joins): Explained {
  const tables = emptyTables(band);
  for (let row = 0; row < band.rows; row += 1) {
    const lo = band.lo[row] as number;
    const hi = Math.min(band.hi[row] as number, band.columns - 1);
    const start = (band.start[row] as number) - lo;
    const fill = (scores: Float32Array, excess: Float32Array): void => {
      for (let column = lo; column <= hi; column += 1) {
        scores[start + column] = explainer.score(column);
        if (joins.told[column] === 1) excess[start + column] = explainer.excess(column);
      }
    };
    explainer.know(row);
    fill(tables.one, tables.oneExcess);
    if (joins.given[row] === 0) continue;
    explainer.know(row, row + 1);
    fill(tables.two, tables.twoExcess);
  }
  return tables;
}

/** Fills the backward tables: source blocks explained by received blocks. */
export function explainBackward(explainer: Explainer, band: Band, joins: Joins): Explained {
  const tables = emptyTables(band);
  let first = 0;
  for (let column = 0; column < band.columns; column += 1) {
    while (first < band.rows && (band.hi[first] as number) < column) first += 1;
    const fill = (scores: Float32Array, excess: Float32Array): void => {
      for (let row = first; row < band.rows && (band.lo[row] as number) <= column; row += 1) {
        const cell = (band.start[row] as number) + column - (band.lo[row] as number);
        scores[cell] = explainer.score(row);
        if (joins.told[row] === 1) excess[cell] = explainer.excess(row);
      }
    };
    explainer.know(column);
    fill(tables.one, tables.oneExcess);
    if (joins.given[column] === 0) continue;
    explainer.know(column, column + 1);
    fill(tables.two, tables.twoExcess);
  }
  return tables;
}

function emptyTables(band: Band): Explained {
  return {
    one: new Float32Array(band.size),
    two: new Float32Array(band.size),
    oneExcess: new Float32Array(band.size),
    twoExcess: new Float32Array(band.size),
  };
}
