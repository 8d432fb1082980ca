import { PORT_MESSAGE, type AdaptaBridge, type EngineState } from '#shared/contract/bridge.ts';
import { createClient } from '#shared/contract/client.ts';
import { events, type EventName, type EventPayload } from '#shared/contract/events.ts';
import type { Client } from '#shared/contract/index.ts';
import { Assembly } from '#shared/contract/pieces.ts';
import { eventMessageSchema, responsePieceSchema, responseSchema } from '#shared/contract/wire.ts';
import { AdaptaError } from '#shared/model/errors.ts';

/** What the transport needs of the bridge. */
export type EngineDoor = Pick<AdaptaBridge<never>, 'requestPort' | 'onEngineState'>;

/** The page's line to the engine. It outlives the engine: after a restart the same client works over the new port. */
export interface Transport {
  readonly client: Client;
  /** Listens to one kind of event; returns the way to stop. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
  engineState(): EngineState;
  onEngineState(listener: (state: EngineState) => void): () => void;
  /** Called whenever a fresh port is in use (first start, restart): what is on screen may be behind and must be read again. */
  onConnected(listener: () => void): () => void;
}

interface Waiting {
  readonly message: { readonly id: number; readonly method: string; readonly params: unknown };
  /** What has come of a large answer. */
  readonly answer: Assembly;
  resolve(result: unknown): void;
  reject(error: AdaptaError): void;
}

/**
 * Makes the line. Calls made before the port is there wait for it; when the engine ends or cannot open the workspace,
 * every call without an answer is rejected with `engineGone`. Never resends: a call without an answer may have been carried out.
 */
export function createTransport(door: EngineDoor, page: Window): Transport {
  const stateListeners = new Set<(state: EngineState) => void>();
  const connectedListeners = new Set<() => void>();
  const eventListeners = new Map<EventName, Set<(payload: never) => void>>();
  const sent = new Map<number, Waiting>();
  let queued: Waiting[] = [];
  let port: MessagePort | null = null;
  let state: EngineState = { state: 'starting' };
  let lastId = 0;

  function send(waiting: Waiting, to: MessagePort): void {
    sent.set(waiting.message.id, waiting);
    to.postMessage(waiting.message);
  }

  function call(method: string, params: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        message: { id: ++lastId, method, params },
        answer: new Assembly(),
        resolve,
        reject,
      };
      if (port !== null) send(waiting, port);
      else if (state.state === 'gone' || state.state === 'failed') reject(new AdaptaError('engineGone'));
      else queued.push(waiting);
    });
  }

  function rejectAll(waiting: readonly Waiting[]): void {
    for (const one of waiting) one.reject(new AdaptaError('engineGone', { method: one.message.method }));
  }

  function drop(): void {
    port?.close();
    port = null;
    const lost = [...sent.values(), ...queued];
    sent.clear();
    queued = [];
    rejectAll(lost);
  }

  function receive(data: unknown): void {
    const response = responseSchema.safeParse(data);
    if (response.success) {
      const waiting = sent.get(response.data.id);
      if (waiting === undefined) return;
      sent.delete(response.data.id);
      if (response.data.ok) waiting.resolve(waiting.answer.whole(response.data.result));
      else waiting.reject(new AdaptaError(response.data.error.code, response.data.error.params));
      return;
    }
    const piece = responsePieceSchema.safeParse(data);
    if (piece.success) {
      sent.get(piece.data.id)?.answer.add(piece.data.piece);
      return;
    }
    const event = eventMessageSchema.safeParse(data);
    if (event.success && Object.hasOwn(events, event.data.event)) {
      const listeners = eventListeners.get(event.data.event as EventName) ?? [];
      for (const listener of listeners) listener(event.data.payload as never);
    }
  }

  function use(fresh: MessagePort): void {
    // The answers of an earlier port will never come.
    rejectAll([...sent.values()]);
    sent.clear();
    port?.close();
    port = fresh;
    fresh.addEventListener('message', (event) => receive(event.data));
    fresh.start();
    const waiting = queued;
    queued = [];
    for (const one of waiting) send(one, fresh);
    for (const listener of connectedListeners) listener();
  }

  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    const fresh = event.ports[0];
    if (event.source === page && event.data === PORT_MESSAGE && fresh !== undefined) use(fresh);
  });

  door.onEngineState((next) => {
    state = next;
    if (next.state === 'ready') door.requestPort();
    if (next.state === 'gone' || next.state === 'failed') drop();
    for (const listener of stateListeners) listener(next);
  });

  return {
    client: createClient(call),
    on(name, listener) {
      const listeners = eventListeners.get(name) ?? new Set();
      eventListeners.set(name, listeners);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    engineState: () => state,
    onEngineState(listener) {
      stateListeners.add(listener);
      listener(state);
      return () => stateListeners.delete(listener);
    },
    onConnected(listener) {
      connectedListeners.add(listener);
      if (port !== null) listener();
      return () => connectedListeners.delete(listener);
    },
  };
}
