import type { PartText } from './xml-text.ts';

/** UTF-16 units encoded at a time: enough to be quick, too little to be seen in a process's memory. */
const BATCH = 64 * 1024;
/** Bytes of UTF-8 a UTF-16 unit can take. */
const WIDEST = 3;
/** A translation is longer than its original; room that is never used takes no memory. */
const GROWTH = 1.25;

/**
 * The bytes of a part's new text, given in pieces that together are its whole: a long text is never in memory as one string
 * beside its old self. Undefined when the pieces say what `old` says. A piece may end amid a surrogate pair. `size`: the
 * bytes of the old text, to begin with.
 */
export function encodeChanged(old: PartText, size: number, pieces: Iterable<string>): Uint8Array | undefined {
  const bytes = new Bytes(old.encoding, size);
  let at = 0;
  let same = true;
  let batch = '';
  for (const piece of pieces) {
    same &&= old.text.startsWith(piece, at);
    at += piece.length;
    batch += piece;
    if (batch.length >= BATCH) batch = bytes.take(batch);
  }
  if (same && at === old.text.length) return undefined;
  return bytes.whole(batch);
}

/** Text as it is encoded. */
class Bytes {
  readonly #encoding: PartText['encoding'];
  #buffer: Buffer;
  #length = 0;

  constructor(encoding: PartText['encoding'], size: number) {
    this.#encoding = encoding;
    this.#buffer = room(size);
  }

  /** Encodes text, but for half a surrogate pair at its end, which is given back. */
  take(text: string): string {
    const kept = isHighSurrogate(text.charCodeAt(text.length - 1)) ? 1 : 0;
    const end = text.length - kept;
    for (let at = 0; at < end;) {
      let next = Math.min(end, at + BATCH);
      if (next < end && isHighSurrogate(text.charCodeAt(next - 1))) next -= 1;
      this.#add(text.slice(at, next));
      at = next;
    }
    return text.slice(end);
  }

  whole(rest: string): Uint8Array {
    this.#add(this.take(rest));
    const bytes = this.#buffer.subarray(0, this.#length);
    return this.#encoding === 'utf-16be' ? bytes.swap16() : bytes;
  }

  #add(text: string): void {
    const least = this.#length + text.length * WIDEST;
    if (least > this.#buffer.length) {
      const larger = room(least);
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    this.#length += this.#buffer.write(text, this.#length, this.#encoding === 'utf-8' ? 'utf8' : 'utf16le');
  }
}

function room(size: number): Buffer {
  return Buffer.allocUnsafeSlow(Math.ceil(size * GROWTH) + BATCH * WIDEST);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
