import { createContext, useContext, useEffect, useEffectEvent, useState } from 'react';
import type { AdaptaBridge, FileGrant } from '#shared/contract/bridge.ts';
import type { EventName, EventPayload } from '#shared/contract/events.ts';
import type { Client } from '#shared/contract/index.ts';
import type { Transport } from './transport.ts';

export type Bridge = AdaptaBridge<File>;
export type { FileGrant };

/** What every view works with: the line to the engine and the shell's door. One per window. */
export interface Session {
  readonly transport: Transport;
  readonly bridge: Bridge;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('no session around this view');
  return session;
}

/** The typed client of the engine; rejects with AdaptaError. */
export function useClient(): Client {
  return useSession().transport.client;
}

export function useBridge(): Bridge {
  return useSession().bridge;
}

/** Listens to an event of the engine while the view stands. */
export function useEngineEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): void {
  const { transport } = useSession();
  const hear = useEffectEvent(listener);
  useEffect(() => transport.on(name, (payload) => hear(payload)), [transport, name]);
}

/** How often the line to the engine was made anew: a dependency for what must be asked again after a restart. */
export function useConnections(): number {
  const { transport } = useSession();
  const [count, setCount] = useState(0);
  useEffect(() => transport.onConnected(() => setCount((before) => before + 1)), [transport]);
  return count;
}
