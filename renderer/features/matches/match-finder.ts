import type { Match } from '#shared/contract/memory.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import type { UnitId } from '#shared/model/unit.ts';

export interface Answer {
  readonly matches: readonly Match[];
  /** Why there are none to show. */
  readonly error: AdaptaError | null;
}

export interface MatchFinderOptions {
  ask(unit: UnitId): Promise<readonly Match[]>;
  asError(thrown: unknown): AdaptaError;
}

/** Answers kept; walking back and forth asks nothing. */
const MOST = 100;

/**
 * The memory's matches of the unit one is in and, ahead of time, of the one that follows. One question at a time: whoever
 * walks fast through a document asks for where they stand, not for everything they passed.
 */
export class MatchFinder {
  readonly #options: MatchFinderOptions;
  readonly #answers = new Map<UnitId, Answer>();
  readonly #listeners = new Set<() => void>();
  /** Answers that may no longer hold: shown until the new ones are there. */
  readonly #stale = new Set<UnitId>();
  #wanted: readonly UnitId[] = [];
  #asking = false;
  /** Raised when the memory changed; an answer to an earlier question is dropped. */
  #era = 0;

  constructor(options: MatchFinderOptions) {
    this.#options = options;
  }

  /** Calls `listener` whenever an answer came. Returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is known of a unit; undefined while it is not answered. The same object until something changes. */
  answer(unit: UnitId): Answer | undefined {
    return this.#answers.get(unit);
  }

  /** Asks for the units in this order; whatever was wanted before and is not asked yet is wanted no more. */
  want(...units: readonly UnitId[]): void {
    this.#wanted = units;
    if (!this.#asking) void this.#run();
  }

  /** The memory or an original changed: what is wanted is asked anew, and until then what was answered stays. */
  forget(): void {
    this.#era += 1;
    for (const unit of this.#answers.keys()) this.#stale.add(unit);
    if (!this.#asking) void this.#run();
  }

  async #run(): Promise<void> {
    this.#asking = true;
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const era = this.#era;
      const answer = await this.#answer(next);
      if (era === this.#era) this.#keep(next, answer);
      // Asked again when one comes back, not at once and for ever.
      if (answer.error !== null) this.#giveUp(next);
    }
    this.#asking = false;
  }

  async #answer(unit: UnitId): Promise<Answer> {
    try {
      return { matches: await this.#options.ask(unit), error: null };
    } catch (thrown) {
      return { matches: [], error: this.#options.asError(thrown) };
    }
  }

  #next(): UnitId | undefined {
    return this.#wanted.find((unit) => !this.#answers.has(unit) || this.#stale.has(unit));
  }

  #keep(unit: UnitId, answer: Answer): void {
    this.#answers.delete(unit);
    this.#stale.delete(unit);
    this.#answers.set(unit, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MOST) break;
      this.#answers.delete(oldest);
      this.#stale.delete(oldest);
    }
    this.#tell();
  }

  #giveUp(unit: UnitId): void {
    this.#stale.add(unit);
    this.#wanted = this.#wanted.filter((other) => other !== unit);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
