import { inPieces, type Piece } from '#shared/contract/pieces.ts';
import type { EventMessage, Response, ResponsePiece } from '#shared/contract/wire.ts';

/** Milliseconds of copying before the loop goes on. */
const SLICE = 8;

/**
 * What goes out through one port, in order: answers and events tell a page what is true one after the other, so none may
 * overtake a large one. A large answer goes out in pieces, over as many turns of the loop as it takes.
 */
export class Outbox {
  readonly #post: (message: unknown) => void;
  readonly #waiting: (Response | EventMessage)[] = [];
  #sending = false;

  constructor(post: (message: unknown) => void) {
    this.#post = post;
  }

  send(message: Response | EventMessage): void {
    this.#waiting.push(message);
    if (!this.#sending) this.#pump(messagesOf(this.#waiting));
  }

  #pump(messages: Iterator<unknown>): void {
    const end = performance.now() + SLICE;
    this.#sending = true;
    for (let next = messages.next(); next.done !== true; next = messages.next()) {
      this.#post(next.value);
      if (performance.now() < end) continue;
      setImmediate(() => {
        this.#pump(messages);
      });
      return;
    }
    this.#sending = false;
  }
}

/** Until nothing waits: the pieces of each message, then what is left of it. */
function* messagesOf(waiting: (Response | EventMessage)[]): Generator {
  for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
    if (!('id' in message) || !message.ok) {
      yield message;
      continue;
    }
    const { frame, pieces } = inPieces(message.result);
    for (const piece of pieces) yield pieceOf(message.id, piece);
    yield { ...message, result: frame };
  }
}

function pieceOf(id: number, piece: Piece): ResponsePiece {
  return { id, piece };
}
