import { contract, type Client } from './index.ts';

/** Carries one call to whoever answers it: a message port, or the services in the same process. */
export type Carrier = (method: string, params: unknown) => Promise<unknown>;

/** Makes the typed client over any carrier. Results are trusted: the engine checked them against the same schemas. */
export function createClient(carrier: Carrier): Client {
  const features = Object.entries(contract).map(([feature, methods]) => [
    feature,
    Object.fromEntries(
      Object.keys(methods).map((name) => [name, (params: unknown) => carrier(`${feature}.${name}`, params)]),
    ),
  ]);
  return Object.fromEntries(features) as Client;
}
