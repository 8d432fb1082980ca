import type { statistics, Scope } from '#shared/contract/statistics.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { useClient } from '#renderer/app/session.ts';
import { useAnswer, type Answer } from '#renderer/app/use-answer.ts';

/** Counts a scope against the memories. */
export function useCounts(scope: Scope | null): Answer<OutputOf<typeof statistics.analyse> & { readonly of: string }> {
  const client = useClient();
  const question = questionOf(scope);
  return useAnswer(question, async () => ({
    of: question ?? '',
    ...(scope === null ? { rows: [] } : await client.statistics.analyse({ scope })),
  }));
}

/** How a scope grew, in days of this computer's time zone. */
export function useProgress(scope: Scope | null): Answer<OutputOf<typeof statistics.progress>> {
  const client = useClient();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return useAnswer(questionOf(scope), async () =>
    scope === null ? { words: 0, days: [] } : await client.statistics.progress({ scope, timeZone }),
  );
}

/** Names a scope. */
export function questionOf(scope: Scope | null): string | null {
  return scope === null ? null : `${scope.of} ${scope.id}`;
}
