import { Worker } from 'node:worker_threads';
import { Assembly, inPieces } from '#shared/contract/pieces.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Office } from '#main/services/office.ts';
import { nextTurn } from '#main/services/slices.ts';
import type { FromWorker, Task, TaskAnswer, TaskOrder, ToWorker } from './worker-messages.ts';

export interface WorkerLimits {
  /** Megabytes of a worker's own heap. */
  readonly memory: number;
  /** Milliseconds for one task. */
  readonly time: number;
}

const LIMITS: WorkerLimits = { memory: 768, time: 120_000 };
/** Megabytes of a worker's new objects. Left alone they grow to 128, which saves no time: see docs/formats.md, "What it costs". */
const YOUNG = 24;
/** How long an idle thread waits for more work; its code is loaded, its memory is not free. */
const LINGER = 10_000;

/** Beside this file, both as a source and when bundled (scripts/config/electron.vite.config.ts keeps the name). */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/**
 * Reads, aligns and writes in threads, one task each at a time, so that a hostile file can exhaust only its own thread: at
 * a limit the thread is ended and the task throws memoryLimit or timeLimit. Cancelling ends the thread at once. What goes
 * over and comes back is copied piece by piece, one a turn, so that the engine's loop goes on however big the file.
 */
export class WorkerOffice implements Office {
  readonly #limits: WorkerLimits;
  #idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | null = null;

  constructor(limits: WorkerLimits = LIMITS) {
    this.#limits = limits;
  }

  readonly read: Office['read'] = async (file, signal) => await this.#run('read', [file], signal);

  readonly align: Office['align'] = async (source, received, signal) =>
    await this.#run('align', [source, received], signal);

  readonly write: Office['write'] = async (order, signal) => await this.#run('write', [order], signal);

  readonly writeExchange: Office['writeExchange'] = async (as, document, signal) =>
    await this.#run('writeExchange', [as, document], signal);

  readonly readExchange: Office['readExchange'] = async (as, file, signal) =>
    await this.#run('readExchange', [as, file], signal);

  readonly readTerms: Office['readTerms'] = async (file, signal) => await this.#run('readTerms', [file], signal);

  readonly readSegmentation: Office['readSegmentation'] = async (file, signal) =>
    await this.#run('readSegmentation', [file], signal);

  readonly checkLibrary: Office['checkLibrary'] = async (path) => await this.#run('checkLibrary', [path], undefined);

  readonly slides: Office['slides'] = async (format, bytes, signal) =>
    await this.#run('slides', [format, bytes], signal);

  readonly layOut: Office['layOut'] = async (format, bytes, page, signal) =>
    await this.#run('layOut', [format, bytes, page], signal);

  async #run<T>(task: Task, args: readonly unknown[], signal: AbortSignal | undefined): Promise<T> {
    if (signal?.aborted === true) throw new AdaptaError('cancelled');
    const worker = this.#take();
    try {
      const answer = await this.#ask(worker, { task, args }, signal);
      this.#keep(worker);
      if (!answer.ok) throw new AdaptaError(answer.error.code, answer.error.params);
      return answer.result as T;
    } catch (cause) {
      if (this.#idle?.worker !== worker) await worker.terminate();
      throw cause;
    }
  }

  async #ask(worker: Worker, order: TaskOrder, signal: AbortSignal | undefined): Promise<TaskAnswer> {
    const { time, memory } = this.#limits;
    const { promise, resolve, reject } = Promise.withResolvers<TaskAnswer>();
    const timer = setTimeout(() => {
      reject(new AdaptaError('timeLimit', { seconds: Math.round(time / 1000) }));
    }, time);
    const stop = (): void => {
      reject(new AdaptaError('cancelled'));
    };
    signal?.addEventListener('abort', stop, { once: true });
    const crashed = (cause: unknown): void => {
      reject(crashOf(cause, memory));
    };
    const exited = (): void => {
      reject(new AdaptaError('internal', { reason: 'workerEnded' }));
    };
    const answer = new Assembly();
    const heard = (message: FromWorker): void => {
      if (message.type === 'answer') resolve(answer.whole(message.frame) as TaskAnswer);
      else {
        answer.add(message.piece);
        worker.postMessage({ type: 'next' } satisfies ToWorker);
      }
    };
    const end = new AbortController();
    worker.on('message', heard).once('error', crashed).once('exit', exited);
    send(worker, order, end.signal).catch(reject);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      end.abort();
      signal?.removeEventListener('abort', stop);
      worker.off('message', heard).off('error', crashed).off('exit', exited);
    }
  }

  #take(): Worker {
    if (this.#idle === null) return this.#spawn();
    const { worker, timer } = this.#idle;
    clearTimeout(timer);
    this.#idle = null;
    worker.ref();
    return worker;
  }

  #spawn(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: this.#limits.memory, maxYoungGenerationSizeMb: YOUNG };
    const worker = new Worker(ENTRY, { resourceLimits });
    // An error nobody listens for would end the engine; the task at hand, if any, hears of it by its own listener.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#idle?.worker === worker) this.#idle = null;
    });
    return worker;
  }

  /** One thread at most lingers; it keeps no process alive. */
  #keep(worker: Worker): void {
    if (this.#idle !== null) {
      void worker.terminate();
      return;
    }
    worker.unref();
    const timer = setTimeout(() => {
      this.#idle = null;
      void worker.terminate();
    }, LINGER);
    timer.unref();
    this.#idle = { worker, timer };
  }
}

/** Copies the order over a piece at a time; nobody waits for the rest once the task has ended. */
async function send(worker: Worker, order: TaskOrder, ended: AbortSignal): Promise<void> {
  const { frame, pieces } = inPieces(order);
  for (const piece of pieces) {
    worker.postMessage({ type: 'piece', piece } satisfies ToWorker);
    await nextTurn();
    if (ended.aborted) return;
  }
  worker.postMessage({ type: 'order', frame } satisfies ToWorker);
}

function crashOf(cause: unknown, megabytes: number): AdaptaError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new AdaptaError('memoryLimit', { megabytes }, { cause });
  return new AdaptaError('internal', { reason: 'worker' }, { cause });
}
