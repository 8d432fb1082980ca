/** More than any distance that is asked for. */
export const TOO_FAR = 0x7f_ff_ff_ff;

const WORD = 32;

/**
 * A sequence of bytes prepared for many comparisons: Myers' bit-parallel edit distance in Hyyrö's form for blocks of 32
 * (G. Myers, JACM 46, 1999; H. Hyyrö, 2003). Insertion, deletion and substitution cost 1 each.
 */
export class Pattern {
  readonly length: number;
  readonly #blocks: number;
  /** For each byte and block the places of the pattern that hold it. */
  readonly #places: Int32Array;
  readonly #plus: Int32Array;
  readonly #minus: Int32Array;

  constructor(pattern: Uint8Array) {
    this.length = pattern.length;
    this.#blocks = Math.max(1, Math.ceil(pattern.length / WORD));
    this.#places = new Int32Array(256 * this.#blocks);
    this.#plus = new Int32Array(this.#blocks);
    this.#minus = new Int32Array(this.#blocks);
    for (const [index, byte] of pattern.entries()) {
      const at = byte * this.#blocks + (index >>> 5);
      this.#places[at] = (this.#places[at] ?? 0) | (1 << (index & 31));
    }
  }

  /** The distance to `bytes[from … to)`, or {@link TOO_FAR} as soon as it must be over `limit`. */
  distance(bytes: Uint8Array, from: number, to: number, limit: number): number {
    if (this.length === 0) return to - from > limit ? TOO_FAR : to - from;
    return this.#blocks === 1 ? this.#inOne(bytes, from, to, limit) : this.#inMany(bytes, from, to, limit);
  }

  #inOne(bytes: Uint8Array, from: number, to: number, limit: number): number {
    const places = this.#places;
    const top = (this.length - 1) & 31;
    let score = this.length;
    let plus = -1;
    let minus = 0;
    for (let at = from; at < to; at += 1) {
      const same = places[bytes[at] as number] as number;
      const vertical = same | minus;
      const horizontal = (((same & plus) + plus) ^ plus) | same;
      let up = minus | ~(horizontal | plus);
      let down = plus & horizontal;
      score += ((up >>> top) & 1) - ((down >>> top) & 1);
      if (score - (to - 1 - at) > limit) return TOO_FAR;
      up = (up << 1) | 1;
      down <<= 1;
      plus = down | ~(vertical | up);
      minus = up & vertical;
    }
    return score > limit ? TOO_FAR : score;
  }

  #inMany(bytes: Uint8Array, from: number, to: number, limit: number): number {
    const blocks = this.#blocks;
    const places = this.#places;
    const allPlus = this.#plus.fill(-1);
    const allMinus = this.#minus.fill(0);
    const last = blocks - 1;
    const top = (this.length - 1) & 31;
    let score = this.length;
    for (let at = from; at < to; at += 1) {
      const base = (bytes[at] as number) * blocks;
      let carryUp = 1;
      let carryDown = 0;
      for (let block = 0; block < blocks; block += 1) {
        const plus = allPlus[block] as number;
        const minus = allMinus[block] as number;
        let same = places[base + block] as number;
        const vertical = same | minus;
        same |= carryDown;
        const horizontal = (((same & plus) + plus) ^ plus) | same;
        let up = minus | ~(horizontal | plus);
        let down = plus & horizontal;
        if (block === last) score += ((up >>> top) & 1) - ((down >>> top) & 1);
        const nextUp = up >>> 31;
        const nextDown = down >>> 31;
        up = (up << 1) | carryUp;
        down = (down << 1) | carryDown;
        carryUp = nextUp;
        carryDown = nextDown;
        allPlus[block] = down | ~(vertical | up);
        allMinus[block] = up & vertical;
      }
      if (score - (to - 1 - at) > limit) return TOO_FAR;
    }
    return score > limit ? TOO_FAR : score;
  }
}
