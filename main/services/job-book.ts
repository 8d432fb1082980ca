import type { Job } from '#shared/contract/jobs.ts';
import type { WireError } from '#shared/contract/wire.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { CallContext } from './services.ts';

const KEPT = 50;
/** Progress is announced at most this often, in milliseconds. */
const PACE = 50;

/** Long work, running and finished (the last 50). Announces every change. */
export class JobBook {
  readonly #jobs = new Map<string, Job>();
  readonly #cancels = new Map<string, AbortController>();
  readonly #announced = new Map<string, number>();
  readonly #newId: () => string;
  readonly #announce: (job: Job) => void;

  constructor(newId: () => string, announce: (job: Job) => void) {
    this.#newId = newId;
    this.#announce = announce;
  }

  /** In the order they were started. */
  list(): readonly Job[] {
    return [...this.#jobs.values()];
  }

  /** Asks a running job to stop; one that has ended, or is unknown, is left alone. */
  cancel(id: string): void {
    this.#cancels.get(id)?.abort(new AdaptaError('cancelled'));
  }

  cancelAll(): void {
    for (const id of this.#cancels.keys()) this.cancel(id);
  }

  /** Runs `work` as a job. A cancelled job throws `cancelled`, whatever the work made of it. */
  async run<T>(
    kind: string,
    work: (context: CallContext) => T | Promise<T>,
    wire: (error: unknown) => WireError,
  ): Promise<T> {
    const id = this.#newId();
    const cancel = new AbortController();
    this.#cancels.set(id, cancel);
    this.#put({
      id,
      kind,
      subject: '',
      state: 'running',
      progress: null,
      step: null,
      done: null,
      total: null,
      error: null,
    });
    try {
      const result = await work({
        signal: cancel.signal,
        progress: (update) => {
          this.#change(id, update, PACE);
        },
      });
      this.#change(id, { state: 'done', progress: 1, step: null });
      return result;
    } catch (cause) {
      if (cancel.signal.aborted) {
        this.#change(id, { state: 'cancelled', step: null });
        throw new AdaptaError('cancelled', {}, { cause });
      }
      this.#change(id, { state: 'failed', step: null, error: wire(cause) });
      throw cause;
    } finally {
      this.#cancels.delete(id);
      this.#announced.delete(id);
      this.#forget();
    }
  }

  #change(id: string, update: Partial<Job>, pace = 0): void {
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    const next = { ...job, ...update };
    this.#jobs.set(id, next);
    const now = Date.now();
    if (update.step === undefined && now - (this.#announced.get(id) ?? 0) < pace) return;
    this.#announced.set(id, now);
    this.#announce(next);
  }

  #put(job: Job): void {
    this.#jobs.set(job.id, job);
    this.#announce(job);
  }

  #forget(): void {
    for (const [id, job] of this.#jobs) {
      if (this.#jobs.size <= KEPT) return;
      if (job.state !== 'running') this.#jobs.delete(id);
    }
  }
}
