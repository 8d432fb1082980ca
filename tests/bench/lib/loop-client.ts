/** The page's side of `loop.ts`, in a thread of its own: what it takes to read answers must not count as the engine's. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { createClient } from '#shared/contract/client.ts';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { Assembly } from '#shared/contract/pieces.ts';
import type { Response, ResponsePiece } from '#shared/contract/wire.ts';

/** What is asked for: small, so that asking costs the measured thread nothing. */
export type LoopStep =
  | { readonly step: 'plan'; readonly source: string; readonly received?: string }
  | { readonly step: 'commit' }
  | { readonly step: 'page'; readonly from: number; readonly count: number }
  | { readonly step: 'export'; readonly to: string }
  | { readonly step: 'exchange'; readonly to: string }
  | { readonly step: 'library' };

const { port } = workerData as { port: MessagePort };
const waiting = new Map<number, (response: Response) => void>();
let last = 0;
const parts = new Assembly();
port.on('message', (message: Response | ResponsePiece) => {
  if ('piece' in message) parts.add(message.piece);
  else waiting.get(message.id)?.(message);
});

const client = createClient(async (method, params) => {
  last += 1;
  const id = last;
  const { promise, resolve } = Promise.withResolvers<Response>();
  waiting.set(id, resolve);
  port.postMessage({ id, method, params });
  const response = await promise;
  if (!response.ok) throw new Error(`${method}: ${response.error.code}`);
  return parts.whole(response.result);
});

let plan: ImportPlan | null = null;
let document = '';

/** Gives the number of units it was about. */
async function take(order: LoopStep): Promise<number> {
  switch (order.step) {
    case 'plan': {
      const { source, received } = order;
      plan = await client.imports.plan({ source, ...(received === undefined ? {} : { received }) });
      return plan.links.length;
    }
    case 'commit': {
      const { plan: id, links } = plan as ImportPlan;
      const made = await client.imports.commit({ plan: id, links, module: 'm', kind: 'reading', title: 'T' });
      ({ document } = made);
      return made.units;
    }
    case 'page':
      return (await client.units.page({ document, from: order.from, count: order.count })).units.length;
    case 'export':
      return (await client.exports.document({ document, as: 'file', to: order.to })).findings.length;
    case 'exchange':
      return (await client.exchange.out({ document, as: 'xliff21', to: order.to })).units;
    case 'library':
      return (await client.library.read({})).documents.length;
  }
}

async function answer(order: LoopStep): Promise<void> {
  try {
    parentPort?.postMessage({ units: await take(order) });
  } catch (cause) {
    parentPort?.postMessage({ failed: String(cause) });
  }
}

// The toolkit and module everything goes to.
const languages = { sourceLanguage: 'en', targetLanguage: 'es' };
await client.library.apply({
  command: { type: 'createToolkit', id: 't', name: 'K', publisher: '', ...languages },
});
await client.library.apply({ command: { type: 'createModule', id: 'm', toolkit: 't', number: '1', title: 'M' } });
parentPort?.on('message', (order: LoopStep) => {
  void answer(order);
});
parentPort?.postMessage({ units: 0 });
