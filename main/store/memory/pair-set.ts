/** 64 bits that tell a pair from every other, for all that matters: of ten million, two collide once in 400,000 memories. */
export interface PairHash {
  low: number;
  high: number;
}

/** FNV-1a in two lanes over source, a separator and target, each lane mixed at the end (MurmurHash3's finalizer); into `out`. */
export function hashPair(source: string, target: string, out: PairHash): PairHash {
  let low = 0x81_1c_9d_c5;
  let high = 0x2f_0b_44_71;
  for (let index = 0; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01_00_01_93);
    high = Math.imul(high ^ code, 0x5b_d1_e9_95);
  }
  low = Math.imul(low ^ 0x1_00_00, 0x01_00_01_93);
  high = Math.imul(high ^ 0x1_00_00, 0x5b_d1_e9_95) ^ (high >>> 15);
  for (let index = 0; index < target.length; index += 1) {
    const code = target.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01_00_01_93);
    high = Math.imul(high ^ code, 0x5b_d1_e9_95);
  }
  out.low = mixed(low);
  out.high = mixed(high);
  return out;
}

function mixed(lane: number): number {
  let value = lane ^ (lane >>> 16);
  value = Math.imul(value, 0x85_eb_ca_6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2_b2_ae_35);
  return value ^ (value >>> 16);
}

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
