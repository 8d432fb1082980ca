import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTransport, type Transport } from '#renderer/app/transport.ts';
import type { EngineState } from '#shared/contract/bridge.ts';

type Heard = { id: number; method: string; params: unknown };

let transport: Transport;
let page: Window;
let say: (state: EngineState) => void;
let asked: number;

beforeEach(() => {
  asked = 0;
  page = new EventTarget() as Window;
  transport = createTransport(
    {
      requestPort: () => {
        asked++;
      },
      onEngineState: (listener) => {
        say = listener;
        listener({ state: 'starting' });
        return () => undefined;
      },
    },
    page,
  );
});

/** Hands a port over as the preload does; returns the engine's end and what it heard. */
function connect(data: unknown = 'adapta:port', source: unknown = page) {
  const { port1, port2 } = new MessageChannel();
  const heard: Heard[] = [];
  port2.addEventListener('message', ({ data: message }: MessageEvent<Heard>) => heard.push(message));
  port2.start();
  const event = Object.assign(new Event('message'), { data, ports: [port1], source });
  page.dispatchEvent(event);
  return { engine: port2, heard };
}

async function settle(): Promise<void> {
  for (let index = 0; index < 5; index++) await turn();
}

describe('the line to the engine', () => {
  test('asks for a port when the engine is ready', () => {
    say({ state: 'ready' });
    expect(asked).toBe(1);
  });

  test('calls made before the port is there wait for it', async () => {
    const answer = transport.client.app.info({});
    const { engine, heard } = connect();
    await settle();
    expect(heard).toEqual([{ id: 1, method: 'app.info', params: {} }]);
    engine.postMessage({ id: 1, ok: true, result: { version: '1' } });
    expect(await answer).toEqual({ version: '1' });
    engine.close();
  });

  test('a large answer that comes in pieces is whole', async () => {
    const { engine } = connect();
    const answer = transport.client.library.read({});
    engine.postMessage({ id: 1, piece: { at: ['documents'], items: [1, 2] } });
    engine.postMessage({ id: 1, piece: { at: ['documents'], items: [3] } });
    engine.postMessage({ id: 1, ok: true, result: { toolkits: [], documents: [] } });
    expect(await answer).toEqual({ toolkits: [], documents: [1, 2, 3] });
    engine.close();
  });

  test('errors arrive as AdaptaError with their code', async () => {
    const { engine } = connect();
    const answer = transport.client.app.info({});
    engine.postMessage({ id: 1, ok: false, error: { code: 'diskFull', params: { free: 3 } } });
    await expect(answer).rejects.toMatchObject({ code: 'diskFull', params: { free: 3 } });
    engine.close();
  });

  test('events reach who listens, until they stop', async () => {
    const { engine } = connect();
    const seen: unknown[] = [];
    const stop = transport.on('libraryChanged', (payload) => seen.push(payload));
    engine.postMessage({ event: 'libraryChanged', payload: {} });
    engine.postMessage({ event: 'unknown', payload: {} });
    await settle();
    stop();
    engine.postMessage({ event: 'libraryChanged', payload: {} });
    await settle();
    expect(seen).toEqual([{}]);
    engine.close();
  });

  test('when the engine ends, calls without answer are rejected and new ones at once', async () => {
    connect();
    const waiting = transport.client.app.info({});
    say({ state: 'gone' });
    await expect(waiting).rejects.toMatchObject({ code: 'engineGone' });
    await expect(transport.client.app.info({})).rejects.toMatchObject({ code: 'engineGone' });
  });

  test('the same client works over the next port, and views are told to read again', async () => {
    let connected = 0;
    transport.onConnected(() => connected++);
    connect();
    say({ state: 'gone' });
    say({ state: 'ready' });
    const { engine } = connect();
    const answer = transport.client.app.info({});
    await settle();
    engine.postMessage({ id: 1, ok: true, result: 'new' });
    expect(await answer).toBe('new');
    expect(connected).toBe(2);
    engine.close();
  });

  test('a port from another window or with other words is not taken', async () => {
    const foreign = connect('adapta:port', {});
    const other = connect('something else');
    void transport.client.app.info({}).catch(() => undefined);
    await settle();
    expect([...foreign.heard, ...other.heard]).toEqual([]);
    say({ state: 'gone' });
    foreign.engine.close();
    other.engine.close();
  });
});
