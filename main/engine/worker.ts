/** One task on a stranger's file, in a thread of its own; see WorkerOffice. */
import { parentPort, workerData } from 'node:worker_threads';
import { directOffice } from '#main/services/office-direct.ts';
import { wireError } from './wire-error.ts';
import type { TaskAnswer, TaskOrder } from './worker-messages.ts';

const { task, args } = workerData as TaskOrder;

async function work(): Promise<TaskAnswer> {
  try {
    const run = directOffice[task] as (...args: readonly unknown[]) => Promise<unknown>;
    return { ok: true, result: await run(...args) };
  } catch (cause) {
    return { ok: false, error: wireError(cause) };
  }
}

parentPort?.postMessage(await work(), []);
