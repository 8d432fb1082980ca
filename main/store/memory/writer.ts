import type { Connection } from '../connection.ts';
import { IndexBuilder } from './index-builder.ts';
import { hashPair, type PairHash } from '#shared/memory/pair-hash.ts';
import { PairSet } from './pair-set.ts';

/** A pair to be kept. */
export interface NewPair {
  readonly source: string;
  readonly target: string;
}

/** Rows of one statement: the calls into SQLite cost more than the rows. */
const ROWS = 40;
/** Entries not yet in chunks before they are written as chunks: readers hold them apart until then. */
const YOUNG = 4000;

/** Adds entries to memories and keeps the index of look-ups. One per database, in the thread that writes. */
export class MemoryWriter {
  readonly #db: Connection;
  readonly #builders = new Map<number, IndexBuilder>();
  readonly #one;
  readonly #many;
  readonly #count;
  readonly #again;
  readonly #chunk;
  readonly #indexed;
  readonly #young;
  readonly #indexedTo;
  readonly #pairs;
  readonly #hash: PairHash = { low: 0, high: 0 };
  readonly #row: unknown[] = [];

  constructor(db: Connection) {
    this.#db = db;
    const insert = 'INSERT INTO entry (memory, source, target) VALUES ';
    this.#one = db.prepare<[number, string, string]>(`${insert}(?, ?, ?)`);
    this.#many = db.prepare(insert + Array.from({ length: ROWS }, () => '(?, ?, ?)').join(', '));
    this.#count = db.prepare<[number, number]>('UPDATE memory SET entries = entries + ? WHERE id = ?');
    this.#again = db.prepare<[number, number, string, string]>(
      'INSERT INTO entry (id, memory, source, target) VALUES (?, ?, ?, ?)',
    );
    this.#chunk = db.prepare<[number, number, number, Buffer, Buffer, Buffer, Buffer, Buffer]>(
      'INSERT INTO chunk (memory, band, count, ids, lengths, signatures, signs, pairs) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.#indexed = db.prepare<[number, number]>(
      'UPDATE memory SET indexed_to = max(indexed_to, ?), index_version = index_version + 1 WHERE id = ?',
    );
    this.#indexedTo = db.prepare<[number], { indexed_to: number }>('SELECT indexed_to FROM memory WHERE id = ?');
    this.#young = db.prepare<[number, number], NewPair & { id: number }>(
      'SELECT id, source, target FROM entry WHERE id > ? AND memory = ? ORDER BY id',
    );
    this.#pairs = db.prepare<[number], { pairs: Buffer }>('SELECT pairs FROM chunk WHERE memory = ?');
  }

  /** The pairs of a memory, to leave out what it has. */
  pairsOf(memory: number): PairSet {
    const set = new PairSet();
    for (const { pairs } of this.#pairs.iterate(memory))
      for (let at = 0; at < pairs.length; at += 8)
        set.add({ low: pairs.readInt32LE(at), high: pairs.readInt32LE(at + 4) });
    for (const growing of this.#builder(memory).bands.values()) {
      const { pairs } = growing.arrays();
      for (let at = 0; at < pairs.length; at += 2) set.add({ low: pairs[at] ?? 0, high: pairs[at + 1] ?? 0 });
    }
    return set;
  }

  /**
   * Adds the pairs that are not in `known`, which learns them, in one durable transaction; how many were added. Chunks are
   * written once `young` entries are in none. `added` hears the number of each, inside the transaction.
   */
  add<P extends NewPair>(
    memory: number,
    pairs: readonly P[],
    known: PairSet,
    young = YOUNG,
    added?: (pair: P, number: number) => void,
  ): number {
    const builder = this.#builder(memory);
    const fresh: P[] = [];
    const hashes: number[] = [];
    for (const pair of pairs) {
      if (!known.add(hashPair(pair.source, pair.target, this.#hash))) continue;
      fresh.push(pair);
      hashes.push(this.#hash.low, this.#hash.high);
    }
    const index = (at: number, id: number): void => {
      this.#hash.low = hashes[2 * at] ?? 0;
      this.#hash.high = hashes[2 * at + 1] ?? 0;
      const pair = fresh[at] as P;
      builder.add(id, pair.source, this.#hash);
      added?.(pair, id);
    };
    const run = this.#db.transaction(() => {
      let at = 0;
      for (; at + ROWS <= fresh.length; at += ROWS) {
        for (let row = 0; row < ROWS; row += 1) {
          const { source, target } = fresh[at + row] as NewPair;
          this.#row[3 * row] = memory;
          this.#row[3 * row + 1] = source;
          this.#row[3 * row + 2] = target;
        }
        const last = Number(this.#many.run(this.#row).lastInsertRowid);
        for (let row = 0; row < ROWS; row += 1) index(at + row, last - ROWS + 1 + row);
      }
      for (; at < fresh.length; at += 1) {
        const { source, target } = fresh[at] as NewPair;
        index(at, Number(this.#one.run(memory, source, target).lastInsertRowid));
      }
      this.#count.run(fresh.length, memory);
      if (builder.size >= young) this.#writeChunks(memory, builder);
    });
    try {
      run.immediate();
    } catch (cause) {
      this.forget();
      throw cause;
    }
    return fresh.length;
  }

  /** Writes what is not in chunks yet. */
  writeIndex(memory: number): void {
    const builder = this.#builder(memory);
    if (builder.size > 0)
      this.#db
        .transaction(() => {
          this.#writeChunks(memory, builder);
        })
        .immediate();
  }

  /** Puts an entry back under its number, or a changed one, inside the caller's transaction. */
  put(memory: number, number: number, { source, target }: NewPair): void {
    // Before anything is inserted: what a builder reads from the table is not to hold this entry as well.
    this.#builder(memory);
    this.#again.run(number, memory, source, target);
    this.#count.run(1, memory);
    const alone = new IndexBuilder();
    alone.add(number, source, hashPair(source, target, this.#hash));
    this.#insertChunks(memory, alone);
    this.#indexed.run(0, memory);
  }

  /** Adds one entry inside the caller's transaction, whether or not there is the same already; its number. */
  insert(memory: number, { source, target }: NewPair): number {
    const builder = this.#builder(memory);
    const number = Number(this.#one.run(memory, source, target).lastInsertRowid);
    builder.add(number, source, hashPair(source, target, this.#hash));
    this.#count.run(1, memory);
    if (builder.size >= YOUNG) this.#writeChunks(memory, builder);
    return number;
  }

  /** Forgets what is not committed: after a transaction that failed. */
  forget(): void {
    this.#builders.clear();
  }

  #writeChunks(memory: number, builder: IndexBuilder): void {
    this.#insertChunks(memory, builder);
    this.#indexed.run(builder.last, memory);
    builder.clear();
  }

  #insertChunks(memory: number, builder: IndexBuilder): void {
    for (const [band, growing] of builder.bands) {
      const { count, ids, lengths, signatures, signs, pairs } = growing.arrays();
      if (count === 0) continue;
      const columns = [ids, lengths, signatures, signs, pairs].map((array) => bytesOf(array));
      this.#chunk.run(memory, band, count, ...(columns as [Buffer, Buffer, Buffer, Buffer, Buffer]));
    }
  }

  #builder(memory: number): IndexBuilder {
    const known = this.#builders.get(memory);
    if (known !== undefined) return known;
    const builder = new IndexBuilder();
    const from = this.#indexedTo.get(memory)?.indexed_to ?? 0;
    for (const { id, source, target } of this.#young.iterate(from, memory))
      builder.add(id, source, hashPair(source, target, this.#hash));
    this.#builders.set(memory, builder);
    return builder;
  }
}

function bytesOf(array: Int32Array | Uint16Array | Uint8Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}
