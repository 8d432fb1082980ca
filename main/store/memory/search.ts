import { Pattern, TOO_FAR } from '#shared/memory/edit-distance.ts';
import { signRoom, writeSigns } from '#shared/memory/normal-form.ts';
import { prepareText, scoreOf, type PreparedText, type TextScore } from '#shared/memory/score.ts';
import {
  BANDS,
  leastDistance,
  SIGNATURE_CLASSES,
  writeSignature,
  type SignatureClass,
} from '#shared/memory/signature.ts';
import type { Connection } from '../connection.ts';
import { IndexReader, type SearchBand } from './index-reader.ts';

export interface Wanted {
  readonly text: string;
  /** Memories asked, the first wins between equals. */
  readonly memories: readonly number[];
  /** How many are wanted. */
  readonly count: number;
  /** Lowest score wanted, 0–100. */
  readonly least: number;
}

export interface Found extends TextScore {
  readonly id: number;
  readonly memory: number;
  readonly source: string;
  readonly target: string;
}

interface EntryRow {
  readonly source: string;
  readonly target: string;
}

/**
 * Comparisons after which only what would be the best match is still looked for: the others found are then those of the
 * most promising texts.
 */
const COMPARISONS = 1500;
/** Steps of the bound by which candidates are ordered, best first. */
const STEPS = 1000;

/**
 * Looks texts up. The best match is the one a full scan with {@link scoreOf} would find: candidates are compared in the
 * order of the best score their signatures allow, until none can be better than what was found.
 */
export class MemorySearch {
  readonly #index: IndexReader;
  readonly #entry;
  /** Candidates of the look-up at hand: where they are and what they can reach. */
  #bands: SearchBand[] = [];
  #memoryOf: number[] = [];
  #places = new Float64Array(1024);
  #steps = new Uint16Array(1024);
  #order = new Uint32Array(1024);
  #size = 0;
  readonly #room = signRoom();

  constructor(db: Connection) {
    this.#index = new IndexReader(db);
    this.#entry = db.prepare<[number, number], EntryRow>(
      'SELECT source, target FROM entry WHERE id = ? AND memory = ?',
    );
  }

  /** To be called when the connection given has itself changed entries. */
  forget(): void {
    this.#index.forget();
  }

  find(wanted: Wanted): Found[] {
    const query = prepareText(wanted.text);
    const bytes = this.#room.subarray(0, writeSigns(wanted.text, this.#room));
    this.#gather(bytes, wanted);
    this.#sort();
    const found = this.#compare(query, bytes, wanted);
    this.#bands = [];
    return found;
  }

  #gather(bytes: Uint8Array, { memories, least }: Wanted): void {
    const length = bytes.length;
    const share = least / 100;
    const shortest = Math.ceil(length * share);
    const longest = share === 0 ? Number.MAX_SAFE_INTEGER : Math.floor(length / share + 1e-9);
    const signatures = new Map<SignatureClass, Int32Array>();
    this.#size = 0;
    this.#memoryOf = [];
    for (const memory of memories)
      for (const band of this.#index.bands(memory, shortest, longest)) {
        this.#memoryOf.push(memory);
        this.#bands.push(band);
        const { kind } = BANDS[band.band] ?? { kind: SIGNATURE_CLASSES[0] as SignatureClass };
        let signature = signatures.get(kind);
        if (signature === undefined) {
          signature = new Int32Array(kind.words);
          writeSignature(kind, bytes, length, signature, 0);
          signatures.set(kind, signature);
        }
        this.#scan(band, kind, signature, length, share);
      }
  }

  #scan(
    { count, lengths, signatures }: SearchBand,
    kind: SignatureClass,
    signature: Int32Array,
    length: number,
    share: number,
  ): void {
    const base = (this.#bands.length - 1) * 2 ** 32;
    for (let index = 0; index < count; index += 1) {
      const other = lengths[index] as number;
      const longer = other > length ? other : length;
      const limit = Math.floor((1 - share) * longer + 1e-9);
      const between = longer - (other > length ? length : other);
      if (between > limit) continue;
      const distance = leastDistance(kind, signature, signatures, index * kind.words, between, limit);
      if (distance > limit) continue;
      if (this.#size === this.#places.length) this.#grow();
      this.#places[this.#size] = base + index;
      this.#steps[this.#size] = longer === 0 ? STEPS : Math.floor(STEPS * (1 - distance / longer) + 1e-9);
      this.#size += 1;
    }
  }

  #grow(): void {
    const places = new Float64Array(this.#places.length * 2);
    places.set(this.#places);
    this.#places = places;
    const steps = new Uint16Array(places.length);
    steps.set(this.#steps);
    this.#steps = steps;
    this.#order = new Uint32Array(places.length);
  }

  /** By what they can reach, the best first; in each step as they came: by memory, then by length. */
  #sort(): void {
    const starts = new Uint32Array(STEPS + 2);
    for (let at = 0; at < this.#size; at += 1) starts[STEPS - (this.#steps[at] as number) + 1]! += 1;
    for (let step = 1; step < starts.length; step += 1) starts[step]! += starts[step - 1] as number;
    for (let at = 0; at < this.#size; at += 1) {
      const step = STEPS - (this.#steps[at] as number);
      this.#order[starts[step] as number] = at;
      starts[step]! += 1;
    }
  }

  #compare(query: PreparedText, bytes: Uint8Array, { count, least, memories }: Wanted): Found[] {
    const pattern = new Pattern(bytes);
    const best = new Best(count, memories);
    let floor = least;
    for (let at = 0; at < this.#size; at += 1) {
      const candidate = this.#order[at] as number;
      if (at === COMPARISONS) floor = Math.max(floor, best.first);
      // A step is reached by whatever is below the next.
      if ((100 * ((this.#steps[candidate] as number) + 1)) / STEPS < floor || floor >= 100) break;
      const place = this.#places[candidate] as number;
      const which = Math.floor(place / 2 ** 32);
      const index = place % 2 ** 32;
      const { starts, lengths, signs, ids } = this.#bands[which] as SearchBand;
      const from = starts[index] as number;
      const length = lengths[index] as number;
      const longer = Math.max(length, bytes.length);
      const limit = Math.floor((1 - floor / 100) * longer + 1e-9);
      if (pattern.distance(signs, from, from + length, limit) === TOO_FAR) continue;
      const id = ids[index] as number;
      const memory = this.#memoryOf[which] as number;
      const row = this.#entry.get(id, memory);
      if (row === undefined) continue;
      const score = scoreOf(query, prepareText(row.source));
      if (score.score < floor) continue;
      best.add({ id, memory, ...row, ...score });
      floor = Math.max(floor, at < COMPARISONS ? best.last : best.first);
    }
    return best.found;
  }
}

/** The best so far, best first; of equal pairs only the first memory's. */
class Best {
  readonly found: Found[] = [];
  readonly #count: number;
  readonly #memories: readonly number[];

  constructor(count: number, memories: readonly number[]) {
    this.#count = count;
    this.#memories = memories;
  }

  /** Score of the best; 0 while there is none. */
  get first(): number {
    return this.found[0]?.score ?? 0;
  }

  /** Score to be beaten to have a place. */
  get last(): number {
    return this.found.length < this.#count ? 0 : (this.found.at(-1)?.score ?? 0);
  }

  add(it: Found): void {
    const same = this.found.findIndex(({ source, target }) => source === it.source && target === it.target);
    if (same >= 0) {
      if (this.#order(it, this.found[same] as Found) >= 0) return;
      this.found.splice(same, 1);
    }
    const at = this.found.findIndex((other) => this.#order(it, other) < 0);
    this.found.splice(at < 0 ? this.found.length : at, 0, it);
    this.found.length = Math.min(this.found.length, this.#count);
  }

  #order(a: Found, b: Found): number {
    return (
      b.score - a.score ||
      a.distance - b.distance ||
      this.#memories.indexOf(a.memory) - this.#memories.indexOf(b.memory) ||
      b.id - a.id
    );
  }
}
