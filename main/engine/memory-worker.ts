/** The desk of the translation memory in a thread of its own; see WorkerMemory. */
import { parentPort, workerData } from 'node:worker_threads';
import { MemoryDesk } from '#main/services/memory-desk.ts';
import { askDesk } from '#main/services/memory-port.ts';
import type { MemoryDeskOrder, MemoryDeskSays, MemoryDeskStart } from './memory-messages.ts';
import { wireError } from './wire-error.ts';

const { workspace, role } = workerData as MemoryDeskStart;
const cancels = new Map<number, AbortController>();
let desk: MemoryDesk | null = null;
let idle: NodeJS.Timeout | undefined;

/** Entries indexed between two pauses, and milliseconds: of a thread nobody waits for, on a computer somebody works at. */
const INDEXED = 2_000;
const PAUSE = 30;
const QUIET = 500;

function say(message: MemoryDeskSays): void {
  parentPort?.postMessage(message);
}

/** Goes on with the index of words while nothing is asked of the thread that writes. */
function indexWhenIdle(pause: number): void {
  clearTimeout(idle);
  if (role === 'reader' || cancels.size > 0) return;
  idle = setTimeout(() => {
    try {
      if (desk?.indexWords(INDEXED) === false) indexWhenIdle(PAUSE);
    } catch {
      // Whoever asks next is told what is wrong with the file; until then texts are read through.
    }
  }, pause);
}

async function answer(order: Extract<MemoryDeskOrder, { type: 'ask' }>): Promise<void> {
  const { id, task, input } = order;
  const cancel = new AbortController();
  cancels.set(id, cancel);
  try {
    desk ??= new MemoryDesk(workspace, role);
    const result = await askDesk(desk, task, input, {
      signal: cancel.signal,
      progress: (update) => {
        say({ type: 'progress', id, update });
      },
    });
    say({ type: 'done', id, result });
  } catch (cause) {
    say({ type: 'failed', id, error: wireError(cancel.signal.aborted ? cancel.signal.reason : cause) });
  } finally {
    cancels.delete(id);
    indexWhenIdle(QUIET);
  }
}

parentPort?.on('message', (order: MemoryDeskOrder) => {
  switch (order.type) {
    case 'ask':
      void answer(order);
      return;
    case 'cancel':
      cancels.get(order.id)?.abort();
      return;
    case 'close':
      clearTimeout(idle);
      desk?.close();
      desk = null;
      parentPort?.close();
  }
});
