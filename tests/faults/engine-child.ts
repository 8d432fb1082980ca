import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createClient } from '#shared/contract/client.ts';
import type { Client } from '#shared/contract/index.ts';
import { Assembly } from '#shared/contract/pieces.ts';
import {
  eventMessageSchema,
  responsePieceSchema,
  responseSchema,
  type EventMessage,
  type Response,
} from '#shared/contract/wire.ts';
import { AdaptaError } from '#shared/model/errors.ts';

const MAIN = fileURLToPath(new URL('./engine-main.ts', import.meta.url));

interface Waiting {
  readonly answer: Assembly;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** An engine in another process. */
export interface EngineChild {
  readonly client: Client;
  /** A token for reading a file. */
  readonly grant: (path: string) => string;
  /** Hears every event. */
  readonly onEvent: (listener: (message: EventMessage) => void) => void;
  /** SIGKILL: no handler runs, nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void>;
}

/** Starts it and waits until the workspace is open. Throws the code it was refused with. */
export async function startChild(workspace: string): Promise<EngineChild> {
  const child = fork(MAIN, [workspace], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const gone = once(child, 'exit');
  await opened(child);
  const client = clientOf(child);
  return {
    client,
    grant: (path) => {
      const token = randomBytes(16).toString('hex');
      child.send({ grant: { token, path, access: 'read', kind: 'file' } });
      return token;
    },
    onEvent: (listener) => {
      child.on('message', (message) => {
        const event = eventMessageSchema.safeParse(message);
        if (event.success) listener(event.data);
      });
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function opened(child: ChildProcess): Promise<void> {
  const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
  if (typeof message === 'number') throw new AdaptaError('engineGone');
  if (typeof message === 'object' && message !== null && 'refused' in message) {
    throw new AdaptaError(message.refused as AdaptaError['code']);
  }
}

function clientOf(child: ChildProcess): Client {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  child.on('message', (message) => {
    const response = responseSchema.safeParse(message);
    if (response.success) settle(waiting, response.data);
    const piece = responsePieceSchema.safeParse(message);
    if (piece.success) waiting.get(piece.data.id)?.answer.add(piece.data.piece);
  });
  child.once('exit', () => {
    for (const each of waiting.values()) each.reject(new AdaptaError('engineGone'));
    waiting.clear();
  });
  return createClient(
    async (method, params) =>
      await new Promise((resolve, reject) => {
        next += 1;
        waiting.set(next, { answer: new Assembly(), resolve, reject });
        if (child.connected) child.send({ id: next, method, params });
        else reject(new AdaptaError('engineGone'));
      }),
  );
}

function settle(waiting: Map<number, Waiting>, response: Response): void {
  const entry = waiting.get(response.id);
  waiting.delete(response.id);
  if (response.ok) entry?.resolve(entry.answer.whole(response.result));
  else entry?.reject(new AdaptaError(response.error.code, response.error.params));
}
