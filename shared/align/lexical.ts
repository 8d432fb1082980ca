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
}

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
  #touched: number[] = [];

  /** `novelty`: per told word, the probability that nothing on the given side calls for it. */
  constructor(given: Side, told: Side, lexicon: FlatLexicon, novelty: Float64Array) {
    this.#given = given;
    this.#told = told;
    this.#lexicon = lexicon;
    this.#novelty = novelty;
    this.#expected = new Float64Array(told.words.length);
    this.#gain = new Float64Array(told.words.length);
    const logs = novelty.map(Math.log);
    this.#floor = Float64Array.from(told.tokens, (tokens) => {
      let sum = 0;
      for (const token of tokens) sum += logs[token] as number;
      return sum;
    });
  }

  /** Takes blocks `from`…`to` of the given side as what is known. */
  know(from: number, to: number): void {
    for (const word of this.#touched) {
      this.#expected[word] = 0;
      this.#gain[word] = 0;
    }
    this.#touched = [];
    const { start, words, probabilities } = this.#lexicon;
    let length = 0;
    for (let block = from; block <= to; block += 1) length += (this.#given.tokens[block] as Int32Array).length;
    for (let block = from; block <= to; block += 1) {
      for (const token of this.#given.tokens[block] as Int32Array) {
        for (let at = start[token] as number; at < (start[token + 1] as number); at += 1) {
          const word = words[at] as number;
          if (this.#expected[word] === 0) this.#touched.push(word);
          this.#expected[word] = (this.#expected[word] as number) + (probabilities[at] as number) / length;
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

  /** Probability that a told word owes nothing to what is known. */
  unexplained(word: number): number {
    return Math.exp(-(this.#gain[word] as number));
  }
}

/** Fills the forward tables: received blocks explained by source blocks. `joins` tells which may be taken with the next. */
export function explainForward(explainer: Explainer, band: Band, joins: Uint8Array): Explained {
  const one = new Float32Array(band.size);
  const two = new Float32Array(band.size);
  for (let row = 0; row < band.rows; row += 1) {
    const lo = band.lo[row] as number;
    const hi = Math.min(band.hi[row] as number, band.columns - 1);
    const start = (band.start[row] as number) - lo;
    explainer.know(row, row);
    for (let column = lo; column <= hi; column += 1) one[start + column] = explainer.score(column);
    if (joins[row] === 0) continue;
    explainer.know(row, row + 1);
    for (let column = lo; column <= hi; column += 1) two[start + column] = explainer.score(column);
  }
  return { one, two };
}

/** Fills the backward tables: source blocks explained by received blocks. `joins` as in {@link explainForward}. */
export function explainBackward(explainer: Explainer, band: Band, joins: Uint8Array): Explained {
  const one = new Float32Array(band.size);
  const two = new Float32Array(band.size);
  let first = 0;
  for (let column = 0; column < band.columns; column += 1) {
    while (first < band.rows && (band.hi[first] as number) < column) first += 1;
    explainer.know(column, column);
    eachRow(band, column, first, (row, cell) => {
      one[cell] = explainer.score(row);
    });
    if (joins[column] === 0) continue;
    explainer.know(column, column + 1);
    eachRow(band, column, first, (row, cell) => {
      two[cell] = explainer.score(row);
    });
  }
  return { one, two };
}

function eachRow(band: Band, column: number, first: number, visit: (row: number, cell: number) => void): void {
  for (let row = first; row < band.rows && (band.lo[row] as number) <= column; row += 1) {
    visit(row, (band.start[row] as number) + column - (band.lo[row] as number));
  }
}
