import { Reader, Writer } from '@zip.js/zip.js/lib/zip-core-external.js';

/**
 * Ends of the library's streams that neither copy what they read nor begin with a quarter of a megabyte each: a deck of slides
 * has thousands of entries.
 */
export class BytesReader extends Reader<Uint8Array> {
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super(bytes);
    this.#bytes = bytes;
    this.size = bytes.length;
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    return Promise.resolve(this.#bytes.subarray(index, index + length));
  }
}

/** Keeps the pieces as they come and puts them together once. */
export class BytesWriter extends Writer<Uint8Array> {
  readonly #pieces: Uint8Array[] = [];

  override writeUint8Array(array: Uint8Array): Promise<void> {
    this.#pieces.push(array);
    return Promise.resolve();
  }

  override getData(): Promise<Uint8Array> {
    const [only] = this.#pieces;
    return Promise.resolve(this.#pieces.length === 1 && only !== undefined ? only : Buffer.concat(this.#pieces));
  }
}
