import type { PairHash } from '#shared/memory/pair-hash.ts';

/** A set of pairs by their hash: 8 bytes each at a load of at most three quarters. */
export class PairSet {
  #slots = new Int32Array(2 * 1024);
  #mask = 1023;
  #size = 0;

  /** Whether it was not there before. */
  add({ low, high }: PairHash): boolean {
    // Two zeros mark a free slot.
    const first = low === 0 && high === 0 ? 1 : low;
    if (!this.#put(first, high)) return false;
    this.#size += 1;
    if (this.#size > (this.#mask + 1) * 0.75) this.#grow();
    return true;
  }

  #put(low: number, high: number): boolean {
    const slots = this.#slots;
    for (let at = low & this.#mask; ; at = (at + 1) & this.#mask) {
      const first = slots[2 * at];
      const second = slots[2 * at + 1];
      if (first === 0 && second === 0) {
        slots[2 * at] = low;
        slots[2 * at + 1] = high;
        return true;
      }
      if (first === low && second === high) return false;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let at = 0; at < old.length; at += 2) {
      const low = old[at] as number;
      const high = old[at + 1] as number;
      if (low !== 0 || high !== 0) this.#put(low, high);
    }
  }
}
