import type { memory as contract } from '#shared/contract/memory.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { useClient } from '#renderer/app/session.ts';
import { useAnswer, type Answer } from '#renderer/app/use-answer.ts';

/** Entries on one page. */
export const PAGE = 100;
/** Milliseconds after the last key before the memory is asked. */
const PAUSE = 200;

/** A page of a memory's entries; `changes` says when to read it anew. */
export function useEntries(
  memory: string,
  filter: string,
  from: number,
  changes: number,
): Answer<OutputOf<typeof contract.entries>> {
  const client = useClient();
  return useAnswer(
    JSON.stringify([memory, filter, from, changes]),
    async () => await client.memory.entries({ memory, filter, from, count: PAGE }),
    PAUSE,
  );
}
