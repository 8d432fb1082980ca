import { useEffect, useRef, useState } from 'react';
import type { ImportPlan } from '#shared/contract/imports.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { useClient, type FileGrant } from '#renderer/app/session.ts';
import { useJobs, runningJob } from '#renderer/features/jobs/jobs-store.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';

export interface Planning {
  readonly state: 'idle' | 'reading' | 'ready' | 'failed';
  readonly plan: ImportPlan | null;
  readonly error: AdaptaError | null;
}

const IDLE: Planning = { state: 'idle', plan: null, error: null };

/**
 * Reads and aligns the chosen files as soon as they are chosen; anew when they change. A plan nobody uses any more is
 * discarded in the engine; `keep` says that it was used.
 */
export function usePlan(
  source: FileGrant | null,
  received: FileGrant | null,
): Planning & { readonly keep: () => void; readonly retry: () => void } {
  const client = useClient();
  const [planning, setPlanning] = useState<Planning>(IDLE);
  const [attempt, setAttempt] = useState(0);
  const kept = useRef(false);

  useEffect(() => {
    if (source === null || attempt < 0) return;
    let wanted = true;
    let plan: string | null = null;
    const read = async (): Promise<void> => {
      try {
        const read = await client.imports.plan({
          source: source.token,
          ...(received === null ? {} : { received: received.token }),
        });
        plan = read.plan;
        if (wanted) setPlanning({ state: 'ready', plan: read, error: null });
        else await client.imports.discard({ plan: read.plan });
      } catch (thrown) {
        const error = asAdaptaError(thrown);
        if (wanted) setPlanning({ state: 'failed', plan: null, error });
      }
    };
    void read();
    return () => {
      wanted = false;
      if (plan === null) {
        const job = runningJob(useJobs.getState().jobs, 'imports.plan');
        if (job !== undefined) client.jobs.cancel({ job: job.id }).catch(() => {});
      } else if (!kept.current) {
        client.imports.discard({ plan }).catch(() => {});
      }
    };
  }, [client, source, received, attempt]);

  const [shownFor, setShownFor] = useState<{ source: FileGrant | null; received: FileGrant | null }>({
    source,
    received,
  });
  if (shownFor.source !== source || shownFor.received !== received) {
    setShownFor({ source, received });
    setPlanning(source === null ? IDLE : { state: 'reading', plan: null, error: null });
  }
  return {
    ...(planning.state === 'idle' && source !== null ? { ...planning, state: 'reading' } : planning),
    keep: () => {
      kept.current = true;
    },
    retry: () => {
      setPlanning({ state: 'reading', plan: null, error: null });
      setAttempt(attempt + 1);
    },
  };
}
