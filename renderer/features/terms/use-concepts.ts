import { useState } from 'react';
import type { terms, TermFilter } from '#shared/contract/terms.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { useClient, useEngineEvent } from '#renderer/app/session.ts';
import { useAnswer, type Answer } from '#renderer/app/use-answer.ts';

/** Concepts read at once; «Mostrar más» reads as many again. */
const PAGE = 200;
const MOST = 1000;
/** Milliseconds after the last key before the glossary is asked. */
const PAUSE = 120;

export interface Concepts extends Answer<OutputOf<typeof terms.list>> {
  /** Null: there is no more to show. */
  readonly more: (() => void) | null;
}

/** The part of the glossary that a filter leaves, read anew whenever it changes. */
export function useConcepts(filter: TermFilter): Concepts {
  const client = useClient();
  const [changes, setChanges] = useState(0);
  const [pages, setPages] = useState(1);
  useEngineEvent('termsChanged', () => setChanges((before) => before + 1));
  const count = Math.min(pages * PAGE, MOST);
  const found = useAnswer(
    JSON.stringify([filter, count, changes]),
    async () => await client.terms.list({ filter, from: 0, count }),
    PAUSE,
  );
  const isAll = count === MOST || count >= (found.answer?.total ?? 0);
  return { ...found, more: isAll ? null : () => setPages((before) => before + 1) };
}
