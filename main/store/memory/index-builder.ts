import { signRoom, writeSigns } from '#shared/memory/normal-form.ts';
import { BANDS, bandOf, writeSignature, type Band } from '#shared/memory/signature.ts';
import type { PairHash } from '#shared/memory/pair-hash.ts';

/** The arrays of entries whose lengths are of one band, column by column, in the order they were added. */
export interface BandArrays {
  readonly count: number;
  readonly ids: Int32Array;
  readonly lengths: Uint16Array;
  readonly signatures: Int32Array;
  /** Folded forms one after the other, one byte a sign. */
  readonly signs: Uint8Array;
  /** Two words of hash each. */
  readonly pairs: Int32Array;
}

const FIRST_ROOM = 16;

/** A band that grows. */
export class GrowingBand {
  count = 0;
  #ids = new Int32Array(FIRST_ROOM);
  #lengths = new Uint16Array(FIRST_ROOM);
  #signatures: Int32Array;
  #signs: Uint8Array;
  #pairs = new Int32Array(2 * FIRST_ROOM);
  #used = 0;
  readonly #band: Band;

  constructor(band: Band) {
    this.#band = band;
    this.#signatures = new Int32Array(FIRST_ROOM * band.kind.words);
    this.#signs = new Uint8Array(FIRST_ROOM * (band.to + 1));
  }

  /** `signs[0 … length)` are the entry's. */
  add(id: number, signs: Uint8Array, length: number, hash: PairHash): void {
    const at = this.count;
    const { kind } = this.#band;
    if (at === this.#ids.length) this.#grow();
    if (this.#used + length > this.#signs.length) {
      const room = new Uint8Array(Math.max(this.#signs.length * 2, this.#used + length));
      room.set(this.#signs);
      this.#signs = room;
    }
    this.#ids[at] = id;
    this.#lengths[at] = length;
    writeSignature(kind, signs, length, this.#signatures, at * kind.words);
    for (let index = 0; index < length; index += 1) this.#signs[this.#used + index] = signs[index] as number;
    this.#used += length;
    this.#pairs[2 * at] = hash.low;
    this.#pairs[2 * at + 1] = hash.high;
    this.count = at + 1;
  }

  /** Empties it; the room stays, since garbage outside the heap is collected late. */
  clear(): void {
    this.count = 0;
    this.#used = 0;
  }

  #grow(): void {
    const room = this.#ids.length * 2;
    this.#ids = grown(this.#ids, new Int32Array(room));
    this.#lengths = grown(this.#lengths, new Uint16Array(room));
    this.#signatures = grown(this.#signatures, new Int32Array(room * this.#band.kind.words));
    this.#pairs = grown(this.#pairs, new Int32Array(2 * room));
  }

  /** What is in it now: views that are true until the next entry is added. */
  arrays(): BandArrays {
    return {
      count: this.count,
      ids: this.#ids.subarray(0, this.count),
      lengths: this.#lengths.subarray(0, this.count),
      signatures: this.#signatures.subarray(0, this.count * this.#band.kind.words),
      signs: this.#signs.subarray(0, this.#used),
      pairs: this.#pairs.subarray(0, 2 * this.count),
    };
  }
}

function grown<T extends Int32Array | Uint16Array>(old: T, room: T): T {
  room.set(old);
  return room;
}

/** Gathers entries by band until they are written as chunks. */
export class IndexBuilder {
  readonly bands = new Map<number, GrowingBand>();
  size = 0;
  /** The highest id. */
  last = 0;
  readonly #room = signRoom();

  /** Forgets what has been written. */
  clear(): void {
    for (const band of this.bands.values()) band.clear();
    this.size = 0;
  }

  add(id: number, source: string, hash: PairHash): void {
    const length = writeSigns(source, this.#room);
    const band = bandOf(length);
    let growing = this.bands.get(band);
    if (growing === undefined) {
      growing = new GrowingBand(BANDS[band] as Band);
      this.bands.set(band, growing);
    }
    growing.add(id, this.#room, length, hash);
    this.size += 1;
    this.last = Math.max(this.last, id);
  }
}
