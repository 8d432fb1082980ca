import type { Client } from '#shared/contract/index.ts';
import type { Command, UnitChange } from '#shared/model/commands.ts';
import { contentLength, plain } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { UnitRecord } from '#shared/model/unit.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Types and restructures through the contract, as fast as the answers come, until told or made to stop. */
export class Typist {
  /** Every change that was answered: what must never be missing. */
  readonly acknowledged: UnitChange[] = [];
  readonly #client: Client;
  readonly #document: string;
  readonly #random: () => number;
  readonly #units = new Map<string, UnitRecord>();
  #count = 0;
  #stopped = false;

  constructor(client: Client, document: string, seed: number) {
    this.#client = client;
    this.#document = document;
    this.#random = seeded(seed);
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when stopped, after `most` requests, or when the engine is gone. */
  async type(most = Number.POSITIVE_INFINITY): Promise<void> {
    try {
      const page = await this.#client.units.page({ document: this.#document, from: 0, count: 1000 });
      for (const unit of page.units) this.#units.set(unit.id, unit);
      for (let count = 0; count < most && !this.#stopped; count += 1) await this.#request();
    } catch (cause) {
      if (!(cause instanceof AdaptaError) || cause.code !== 'engineGone') throw cause;
    }
  }

  async #request(): Promise<void> {
    const commands = [this.#command()];
    try {
      const { changes } = await this.#client.units.apply({ document: this.#document, commands });
      this.acknowledged.push(...changes);
      for (const { unit, after } of changes) {
        if (after === null) this.#units.delete(unit);
        else this.#units.set(unit, after);
      }
    } catch (cause) {
      // A merge of units that are no neighbours is refused: people try such things too.
      if (!(cause instanceof AdaptaError) || cause.code !== 'notNeighbours') throw cause;
    }
  }

  #command(): Command {
    const unit = this.#pick();
    const dice = this.#random();
    this.#count += 1;
    if (dice < 0.7) return { type: 'edit', unit: unit.id, content: plain(this.#text()) };
    if (dice < 0.8) {
      const at = Math.floor(this.#random() * contentLength(unit.content));
      return { type: 'split', unit: unit.id, at, into: crypto.randomUUID() };
    }
    if (dice < 0.9) {
      const content = plain(this.#text());
      return { type: 'insert', unit: crypto.randomUUID(), after: unit.id, kind: 'paragraph', content };
    }
    if (dice < 0.95) return { type: 'merge', unit: unit.id, with: this.#pick().id };
    return { type: 'status', unit: unit.id, status: dice < 0.97 ? 'translated' : 'reviewed' };
  }

  #text(): string {
    return `texto ${this.#count} ${'palabra '.repeat(1 + Math.floor(this.#random() * 60))}${this.#random()}`;
  }

  #pick(): UnitRecord {
    const units = [...this.#units.values()];
    return units[Math.floor(this.#random() * units.length)] as UnitRecord;
  }
}
