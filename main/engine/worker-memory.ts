import { Worker } from 'node:worker_threads';
import { AdaptaError } from '#shared/model/errors.ts';
import {
  READING,
  type MemoryPort,
  type MemoryTask,
  type TaskContext,
  type TaskInput,
  type TaskOutput,
} from '#main/services/memory-tasks.ts';
import { MemoryRenewal } from '#main/services/memory-renewal.ts';
import type { MemoryAside } from '#main/store/memory/aside.ts';
import type { MemoryDeskOrder, MemoryDeskSays, MemoryDeskStart } from './memory-messages.ts';

/** Beside this file, both as a source and when bundled (scripts/config/electron.vite.config.ts keeps the name). */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './memory-worker.ts' : './memory-worker.js', import.meta.url);

/** Megabytes of a thread's own heap: garbage of an import is not to fill a small computer. The index is outside of it. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

/**
 * The memory in two threads, so that the engine's loop never waits for it: one looks up, over a connection of its own, the
 * other writes and imports. What is written has been committed when it is answered, and is found from then on.
 */
export class WorkerMemory implements MemoryPort {
  readonly #workspace: string;
  #reader: DeskThread | null = null;
  #writer: DeskThread | null = null;
  readonly #renewal: MemoryRenewal;

  constructor(workspace: string) {
    this.#workspace = workspace;
    this.#renewal = new MemoryRenewal(workspace, async () => {
      await this.close();
    });
  }

  async ask<T extends MemoryTask>(task: T, input: TaskInput<T>, context: TaskContext = {}): Promise<TaskOutput<T>> {
    return await this.#renewal.around(async () => {
      const thread = READING.has(task) ? await this.#read() : this.#write();
      return (await thread.ask(task, input, context)) as TaskOutput<T>;
    }, context.signal);
  }

  onReplaced(listener: (aside: MemoryAside) => void): void {
    this.#renewal.onReplaced(listener);
  }

  async close(): Promise<void> {
    const threads = [this.#reader, this.#writer];
    this.#reader = null;
    this.#writer = null;
    await Promise.all(threads.map(async (thread) => await thread?.close()));
  }

  /** Only the writer makes and migrates the file; what it is asked first does it. */
  async #read(): Promise<DeskThread> {
    if (this.#reader?.isGone !== false) await this.#write().ask('progress', {}, {});
    if (this.#reader?.isGone !== false) this.#reader = new DeskThread({ workspace: this.#workspace, role: 'reader' });
    return this.#reader;
  }

  #write(): DeskThread {
    if (this.#writer?.isGone !== false) this.#writer = new DeskThread({ workspace: this.#workspace, role: 'writer' });
    return this.#writer;
  }
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: AdaptaError) => void;
  readonly context: TaskContext;
}

class DeskThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  /** Ended, whether asked to or not: the next question needs a new one. */
  isGone = false;

  constructor(start: MemoryDeskStart) {
    this.#worker = new Worker(ENTRY, { workerData: start, resourceLimits: LIMITS });
    this.#worker.on('message', (message: MemoryDeskSays) => {
      this.#hear(message);
    });
    this.#worker.on('error', (cause) => {
      this.#end(new AdaptaError('internal', { reason: 'memoryWorker' }, { cause }));
    });
    this.#worker.on('exit', () => {
      this.#end(new AdaptaError('internal', { reason: 'workerEnded' }));
    });
    this.#worker.unref();
  }

  async ask(task: MemoryTask, input: unknown, context: TaskContext): Promise<unknown> {
    if (context.signal?.aborted === true) throw new AdaptaError('cancelled');
    this.#last += 1;
    const id = this.#last;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject, context });
    const cancel = (): void => {
      this.#tell({ type: 'cancel', id });
    };
    context.signal?.addEventListener('abort', cancel, { once: true });
    this.#worker.ref();
    this.#tell({ type: 'ask', id, task, input });
    try {
      return await promise;
    } finally {
      context.signal?.removeEventListener('abort', cancel);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#worker.unref();
    }
  }

  async close(): Promise<void> {
    if (this.isGone) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#worker.once('exit', () => {
      resolve();
    });
    this.#worker.ref();
    this.#tell({ type: 'close' });
    await promise;
  }

  #tell(order: MemoryDeskOrder): void {
    this.#worker.postMessage(order);
  }

  #hear(message: MemoryDeskSays): void {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    if (message.type === 'progress') waiting.context.progress?.(message.update);
    else if (message.type === 'done') waiting.resolve(message.result);
    else waiting.reject(new AdaptaError(message.error.code, message.error.params));
  }

  #end(error: AdaptaError): void {
    this.isGone = true;
    for (const { reject } of this.#waiting.values()) reject(error);
  }
}
