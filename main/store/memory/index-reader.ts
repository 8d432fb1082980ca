import { BANDS, bandOf } from '#shared/memory/signature.ts';
import type { Connection } from '../connection.ts';
import { IndexBuilder, type BandArrays } from './index-builder.ts';

/** A band as it is searched: `starts` says where each entry's signs begin. */
export interface SearchBand extends Omit<BandArrays, 'pairs'> {
  readonly band: number;
  readonly starts: Int32Array;
}

interface ChunkRow {
  readonly count: number;
  readonly ids: Buffer;
  readonly lengths: Buffer;
  readonly signatures: Buffer;
  readonly signs: Buffer;
}

interface IndexState {
  readonly indexed_to: number;
  readonly index_version: number;
}

const NO_INDEX: IndexState = { indexed_to: 0, index_version: 0 };

interface Loaded extends IndexState {
  readonly bands: Map<number, SearchBand | null>;
  /** Entries younger than the chunks. */
  readonly young: IndexBuilder;
  /** More young entries wait than were read at once: the next look-up reads on. */
  isBehind: boolean;
}

/** Young entries read at one look-up, so that an import under way or one that was cut off does not keep it waiting. */
const MAX_YOUNG = 20_000;
const NO_PAIR = { low: 0, high: 0 };

/**
 * The index of look-ups in memory, read when it is first needed, band by band: the first look-up waits only for texts of
 * about its length. Follows what other connections commit.
 */
export class IndexReader {
  readonly #memories = new Map<number, Loaded>();
  readonly #version;
  readonly #state;
  readonly #chunks;
  readonly #young;
  #seen = -1;

  constructor(db: Connection) {
    this.#version = () => db.pragma('data_version', { simple: true }) as number;
    this.#state = db.prepare<[number], IndexState>('SELECT indexed_to, index_version FROM memory WHERE id = ?');
    this.#chunks = db.prepare<[number, number], ChunkRow>(
      'SELECT count, ids, lengths, signatures, signs FROM chunk WHERE memory = ? AND band = ? ORDER BY id',
    );
    this.#young = db.prepare<[number, number, number], { id: number; source: string }>(
      'SELECT id, source FROM entry WHERE id > ? AND memory = ? ORDER BY id LIMIT ?',
    );
  }

  /** Forgets what was read when this connection itself has changed the index. */
  forget(): void {
    this.#memories.clear();
    this.#seen = -1;
  }

  /** Bands with entries of a memory between two lengths, in signs. */
  *bands(memory: number, shortest: number, longest: number): Generator<SearchBand> {
    const { bands, young } = this.#current(memory);
    for (let band = bandOf(shortest); band <= bandOf(longest); band += 1) {
      let old = bands.get(band);
      if (old === undefined) {
        old = this.#load(memory, band);
        bands.set(band, old);
      }
      if (old !== null) yield old;
      const recent = young.bands.get(band)?.arrays();
      if (recent !== undefined) yield { ...recent, band, starts: startsOf(recent.lengths) };
    }
  }

  #current(memory: number): Loaded {
    const version = this.#version();
    let loaded = this.#memories.get(memory);
    if (loaded !== undefined && version === this.#seen) {
      if (loaded.isBehind) this.#follow(memory, loaded);
      return loaded;
    }
    if (version !== this.#seen) this.#followAll();
    this.#seen = version;
    loaded = this.#memories.get(memory);
    if (loaded === undefined) {
      const state = this.#state.get(memory) ?? NO_INDEX;
      loaded = { ...state, bands: new Map(), young: new IndexBuilder(), isBehind: false };
      this.#memories.set(memory, loaded);
      this.#follow(memory, loaded);
    }
    return loaded;
  }

  #followAll(): void {
    for (const [memory, loaded] of this.#memories) {
      const state = this.#state.get(memory) ?? NO_INDEX;
      if (state.index_version === loaded.index_version) this.#follow(memory, loaded);
      else this.#memories.delete(memory);
    }
  }

  #follow(memory: number, loaded: Loaded): void {
    const { indexed_to: indexedTo, young } = loaded;
    const rows = this.#young.all(Math.max(indexedTo, young.last), memory, MAX_YOUNG);
    for (const { id, source } of rows) young.add(id, source, NO_PAIR);
    loaded.isBehind = rows.length === MAX_YOUNG;
  }

  #load(memory: number, band: number): SearchBand | null {
    const rows = this.#chunks.all(memory, band);
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    if (count === 0) return null;
    const words = BANDS[band]?.kind.words ?? 0;
    const ids = new Int32Array(count);
    const lengths = new Uint16Array(count);
    const signatures = new Int32Array(count * words);
    const signs = new Uint8Array(rows.reduce((sum, row) => sum + row.signs.length, 0));
    copyInto(ids, rows, 'ids');
    copyInto(lengths, rows, 'lengths');
    copyInto(signatures, rows, 'signatures');
    copyInto(signs, rows, 'signs');
    return { band, count, ids, lengths, signatures, signs, starts: startsOf(lengths) };
  }
}

/** Blobs are in the byte order of every machine Adapta runs on (little-endian), and of no alignment. */
function copyInto(
  out: Int32Array | Uint16Array | Uint8Array,
  rows: readonly ChunkRow[],
  column: 'ids' | 'lengths' | 'signatures' | 'signs',
): void {
  const bytes = new Uint8Array(out.buffer);
  let at = 0;
  for (const row of rows) {
    bytes.set(row[column], at);
    at += row[column].length;
  }
}

function startsOf(lengths: Uint16Array): Int32Array {
  const starts = new Int32Array(lengths.length);
  let at = 0;
  for (const [index, length] of lengths.entries()) {
    starts[index] = at;
    at += length;
  }
  return starts;
}
