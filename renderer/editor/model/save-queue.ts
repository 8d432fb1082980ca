import type { Command, UnitChange } from '#shared/model/commands.ts';
import { AdaptaError, errorGroup } from '#shared/model/errors.ts';
import type { UnitId, UnitRecord } from '#shared/model/unit.ts';

export type SaveState =
  /** Everything is acknowledged by the engine. `at`: when, ms since 1970; null: nothing was written yet. */
  | { readonly state: 'saved'; readonly at: number | null }
  | { readonly state: 'saving' }
  /** Refused or unanswered; kept, and tried again. */
  | { readonly state: 'unsaved'; readonly error: AdaptaError }
  | { readonly state: 'readOnly' };

export interface SaveQueueOptions {
  /** Resolves once the commit is durable (units.apply). */
  send(commands: readonly Command[]): Promise<readonly UnitChange[]>;
  /** The unit as it is on screen now. */
  read(id: UnitId): UnitRecord | undefined;
  onState(state: SaveState): void;
  /** What the engine made of acknowledged commands, for units without newer commands. */
  onAcknowledged(changes: readonly UnitChange[]): void;
}

const IDLE = 300;
const MOST = 1000;
const RETRY = [500, 1000, 2000, 5000, 10_000];

/**
 * Sends commands to the engine: after a pause of 300 ms, at the latest after 1 s (trust.md, 1), one batch at a time.
 * Nothing is dropped before it is acknowledged. After an answer that never came, the batch may or may not have been
 * carried out: what it touched is then sent as it stands on screen (`restore`), which gives the same result either way.
 */
export class SaveQueue {
  readonly #options: SaveQueueOptions;
  #pending: Command[] = [];
  #inFlight: readonly Command[] = [];
  #touched = new Map<Command, readonly UnitId[]>();
  #uncertain = new Set<UnitId>();
  #idle: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #held = 0;
  #savedAt: number | null = null;
  #running: Promise<void> | null = null;
  #error: AdaptaError | null = null;

  constructor(options: SaveQueueOptions) {
    this.#options = options;
  }

  /** Whether a unit has changes the engine has not acknowledged. */
  isPending(id: UnitId): boolean {
    if (this.#uncertain.has(id)) return true;
    return [...this.#pending, ...this.#inFlight].some((command) => this.#touched.get(command)?.includes(id) === true);
  }

  get isClean(): boolean {
    return this.#pending.length === 0 && this.#inFlight.length === 0 && this.#uncertain.size === 0;
  }

  push(command: Command, touched: readonly UnitId[]): void {
    const last = this.#pending.at(-1);
    if (command.type === 'edit' && last?.type === 'edit' && last.unit === command.unit) this.#pending.pop();
    this.#pending.push(command);
    this.#touched.set(command, touched);
    if (this.#error === null) this.#options.onState({ state: 'saving' });
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.flush(), IDLE);
    this.#latest ??= setTimeout(() => void this.flush(), MOST);
  }

  /** While held, commands are kept but not sent (the document is still being read page by page). */
  hold(): () => void {
    this.#held += 1;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#held -= 1;
      if (!this.isClean) void this.flush();
    };
  }

  /** Sends what is there now. Resolves when everything pending so far was answered, one way or the other. */
  async flush(): Promise<void> {
    this.#stopTimers();
    if (this.#running !== null) await this.#running;
    if (this.isClean || this.#held > 0) return;
    this.#running = this.#sendBatch();
    try {
      await this.#running;
    } finally {
      this.#running = null;
    }
  }

  /** The engine is back: what was not acknowledged is sent again at once. */
  resume(): Promise<void> {
    this.#failures = 0;
    clearTimeout(this.#retry);
    return this.flush();
  }

  dispose(): void {
    this.#stopTimers();
    clearTimeout(this.#retry);
  }

  #stopTimers(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#latest);
    this.#latest = undefined;
  }

  async #sendBatch(): Promise<void> {
    const batch = this.#uncertain.size > 0 ? this.#asRestore() : this.#pending;
    this.#inFlight = batch;
    this.#pending = [];
    if (this.#error === null) this.#options.onState({ state: 'saving' });
    try {
      const changes = await this.#options.send(batch);
      this.#acknowledged(batch, changes);
    } catch (error) {
      this.#failed(batch, error instanceof AdaptaError ? error : new AdaptaError('internal', {}, { cause: error }));
    }
  }

  /** Every unit of an unanswered or refused batch and of what was done since, as it stands on screen. */
  #asRestore(): Command[] {
    const units = new Set(this.#uncertain);
    for (const command of this.#pending) {
      for (const unit of this.#touched.get(command) ?? []) units.add(unit);
      this.#touched.delete(command);
    }
    this.#uncertain.clear();
    const command: Command = {
      type: 'restore',
      records: [...units].map((unit) => ({ unit, record: this.#options.read(unit) ?? null })),
    };
    this.#touched.set(command, [...units]);
    return [command];
  }

  #acknowledged(batch: readonly Command[], changes: readonly UnitChange[]): void {
    this.#failures = 0;
    this.#error = null;
    this.#inFlight = [];
    for (const command of batch) this.#touched.delete(command);
    this.#savedAt = Date.now();
    this.#options.onAcknowledged(changes.filter((change) => !this.isPending(change.unit)));
    this.#options.onState(this.isClean ? { state: 'saved', at: this.#savedAt } : { state: 'saving' });
  }

  #failed(batch: readonly Command[], error: AdaptaError): void {
    for (const command of batch) {
      for (const unit of this.#touched.get(command) ?? []) this.#uncertain.add(unit);
      this.#touched.delete(command);
    }
    this.#inFlight = [];
    this.#error = error;
    const refusedOnce = errorGroup(error.code) === 'usage' && this.#failures === 0;
    const wait = RETRY[Math.min(this.#failures, RETRY.length - 1)] ?? 0;
    this.#failures += 1;
    if (!refusedOnce) this.#options.onState({ state: 'unsaved', error });
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.flush(), refusedOnce ? 0 : wait);
  }
}
