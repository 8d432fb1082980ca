import { useEffect, useSyncExternalStore } from 'react';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useActiveUnitLater, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';
import type { UnitFindings } from './finding-book.ts';

/** Keeps the document's findings up with it while it is open. */
export function useFindingFeed(workbench: Workbench): void {
  const { session, store, knowledge } = workbench;
  useEffect(() => {
    const { findings } = knowledge;
    const stopChanges = session.onChange(({ changes }) => findings.heard(changes));
    if (store.getState().complete) findings.begin();
    const stopOpening = store.subscribe((state, before) => {
      if (state.complete && !before.complete) findings.begin();
    });
    return () => {
      findings.stop();
      stopChanges();
      stopOpening();
    };
  }, [session, store, knowledge]);
}

/** The findings of a unit, again when they change. */
export function useUnitFindings(unit: UnitRecord): UnitFindings {
  const { findings } = useWorkbench().knowledge;
  useSyncExternalStore(findings.subscribe, findings.version);
  return findings.of(unit);
}

/** How many findings the unit one is in has. */
export function useOpenCount(): number {
  const { findings } = useWorkbench().knowledge;
  const unit = useActiveUnitLater();
  useSyncExternalStore(findings.subscribe, findings.version);
  return unit === undefined ? 0 : findings.of(unit).open.length;
}
