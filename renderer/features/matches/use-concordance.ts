import { useEffect, useState } from 'react';
import type { memory } from '#shared/contract/memory.ts';
import type { Client, OutputOf } from '#shared/contract/index.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { useClient } from '#renderer/app/session.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';

export type Hit = OutputOf<typeof memory.concordance>['hits'][number];

export interface Found {
  readonly query: string;
  readonly hits: readonly Hit[];
  readonly more: boolean;
  readonly error: AdaptaError | null;
}

const TYPING_PAUSE = 200;
const PAGE = 30;

/** Every place of the memory where something was said; null while nothing is asked or answered yet. */
export function useConcordance(
  query: string,
  document: string,
): { readonly found: Found | null; readonly readOn: () => void } {
  const client = useClient();
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let wanted = query !== '';
    const timer = setTimeout(() => {
      if (wanted) void read(client, { query, document }, 0).then((answer) => (wanted ? setFound(answer) : undefined));
    }, TYPING_PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query, document, client]);
  const readOn = (): void => {
    const known = found;
    if (known === null) return;
    void read(client, { query, document }, known.hits.length).then((next) =>
      setFound((now) => (now === known ? { ...next, hits: [...known.hits, ...next.hits] } : now)),
    );
  };
  return { found: found?.query === query ? found : null, readOn };
}

async function read(
  client: Client,
  { query, document }: { readonly query: string; readonly document: string },
  from: number,
): Promise<Found> {
  try {
    const { hits, more } = await client.memory.concordance({
      query,
      document,
      ...(from === 0 ? { asker: document } : {}),
      side: 'both',
      from,
      count: PAGE,
    });
    return { query, hits, more, error: null };
  } catch (thrown) {
    return { query, hits: [], more: false, error: asAdaptaError(thrown) };
  }
}
