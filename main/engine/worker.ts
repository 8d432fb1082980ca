/** Tasks on strangers' files, in a thread of its own; see WorkerOffice. */
import { parentPort } from 'node:worker_threads';
import { Assembly, inPieces, type Piece } from '#shared/contract/pieces.ts';
import { directOffice } from '#main/services/office-direct.ts';
import { wireError } from './wire-error.ts';
import type { FromWorker, TaskAnswer, TaskOrder, ToWorker } from './worker-messages.ts';

const order = new Assembly();
let frame: unknown = null;
let rest: Iterator<Piece> = [].values();

async function work({ task, args }: TaskOrder): Promise<TaskAnswer> {
  try {
    const run = directOffice[task] as (...args: readonly unknown[]) => Promise<unknown>;
    return { ok: true, result: await run(...args) };
  } catch (cause) {
    return { ok: false, error: wireError(cause) };
  }
}

function send(message: FromWorker): void {
  parentPort?.postMessage(message, message.type === 'answer' ? bytesOf(message.frame) : []);
}

/** Bytes that fill their buffer change hands and are not copied: a whole file would be a stall at the other end. */
function bytesOf(answer: unknown): ArrayBuffer[] {
  const { result } = answer as { result?: unknown };
  const bytes = result instanceof Uint8Array ? result : (result as { bytes?: unknown } | undefined)?.bytes;
  if (!(bytes instanceof Uint8Array) || !(bytes.buffer instanceof ArrayBuffer)) return [];
  return bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
}

function sendNext(): void {
  const next = rest.next();
  send(next.done === true ? { type: 'answer', frame } : { type: 'piece', piece: next.value });
}

async function take(given: TaskOrder): Promise<void> {
  const answer = inPieces(await work(given));
  frame = answer.frame;
  rest = answer.pieces[Symbol.iterator]();
  sendNext();
}

parentPort?.on('message', (message: ToWorker) => {
  if (message.type === 'piece') order.add(message.piece);
  else if (message.type === 'order') void take(order.whole(message.frame) as TaskOrder);
  else sendNext();
});
