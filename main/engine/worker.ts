/** Tasks on strangers' files, in a thread of its own; see WorkerOffice. */
import { parentPort } from 'node:worker_threads';
import { directOffice } from '#main/services/office-direct.ts';
import { wireError } from './wire-error.ts';
import type { TaskAnswer, TaskOrder } from './worker-messages.ts';

async function work({ task, args }: TaskOrder): Promise<TaskAnswer> {
  try {
    const run = directOffice[task] as (...args: readonly unknown[]) => Promise<unknown>;
    return { ok: true, result: await run(...args) };
  } catch (cause) {
    return { ok: false, error: wireError(cause) };
  }
}

async function answer(order: TaskOrder): Promise<void> {
  parentPort?.postMessage(await work(order));
}

parentPort?.on('message', (order: TaskOrder) => {
  void answer(order);
});
