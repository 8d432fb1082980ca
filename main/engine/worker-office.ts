import { Worker } from 'node:worker_threads';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Office } from '#main/services/office.ts';
import type { Task, TaskAnswer, TaskOrder } from './worker-messages.ts';

export interface WorkerLimits {
  /** Megabytes of a worker's own heap. */
  readonly memory: number;
  /** Milliseconds. */
  readonly time: number;
}

const LIMITS: WorkerLimits = { memory: 768, time: 120_000 };

/** Beside this file, both as a source and when bundled (scripts/config/electron.vite.config.ts keeps the name). */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/**
 * Reads, aligns and writes in a thread per task, so that a hostile file can exhaust only its own thread: at a limit the
 * thread is ended and the task throws memoryLimit or timeLimit. Cancelling ends the thread at once.
 */
export class WorkerOffice implements Office {
  readonly #limits: WorkerLimits;

  constructor(limits: WorkerLimits = LIMITS) {
    this.#limits = limits;
  }

  readonly read: Office['read'] = async (file, signal) => await this.#run('read', [file], signal);

  readonly align: Office['align'] = async (source, received, signal) =>
    await this.#run('align', [source, received], signal);

  readonly write: Office['write'] = async (order, signal) => await this.#run('write', [order], signal);

  async #run<T>(task: Task, args: readonly unknown[], signal: AbortSignal | undefined): Promise<T> {
    signal?.throwIfAborted();
    const workerData: TaskOrder = { task, args };
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.memory };
    const worker = new Worker(ENTRY, { workerData, resourceLimits, stderr: false });
    const ended = Promise.withResolvers<T>();
    const timer = setTimeout(() => {
      ended.reject(new AdaptaError('timeLimit', { seconds: Math.round(this.#limits.time / 1000) }));
    }, this.#limits.time);
    const stop = (): void => {
      ended.reject(new AdaptaError('cancelled'));
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', (answer: TaskAnswer) => {
      if (answer.ok) ended.resolve(answer.result as T);
      else ended.reject(new AdaptaError(answer.error.code, answer.error.params));
    });
    worker.once('error', (cause) => {
      ended.reject(crashOf(cause, this.#limits));
    });
    worker.once('exit', () => {
      ended.reject(new AdaptaError('internal', { reason: 'workerEnded' }));
    });
    try {
      return await ended.promise;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      await worker.terminate();
    }
  }
}

function crashOf(cause: unknown, limits: WorkerLimits): AdaptaError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new AdaptaError('memoryLimit', { megabytes: limits.memory }, { cause });
  return new AdaptaError('internal', { reason: 'worker' }, { cause });
}
