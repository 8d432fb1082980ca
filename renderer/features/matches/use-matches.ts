import { useEffect, useSyncExternalStore } from 'react';
import type { UnitId } from '#shared/model/unit.ts';
import { useConnections, useEngineEvent } from '#renderer/app/session.ts';
import { useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';
import type { Answer } from './match-finder.ts';

/** What the memory answered for a unit; undefined while it has not. */
export function useAnswer(unit: UnitId): Answer | undefined {
  const { matches } = useWorkbench().knowledge;
  return useSyncExternalStore(matches.subscribe, () => matches.answer(unit));
}

/** Keeps asking the memory for the unit one is in and the one that follows, whatever the panel shows: Ctrl+1 … 9 insert always. */
export function useAskedMatches(workbench: Workbench): void {
  const { session, store, knowledge } = workbench;
  const connections = useConnections();
  useEffect(() => {
    const ask = (): void => {
      const { active, complete } = store.getState();
      // A memory that is still to learn a long document would slow its opening down.
      if (active === null || !complete) return;
      const units = [session.model.get(active), session.model.neighbour(active, 1)];
      knowledge.matches.want(
        ...units.flatMap((unit) => (unit === undefined || unit.source.length === 0 ? [] : unit.id)),
      );
    };
    if (connections > 0) ask();
    return store.subscribe((state, before) => {
      if (state.active !== before.active || state.complete !== before.complete) ask();
    });
  }, [session, store, knowledge, connections]);
  useEngineEvent('memoryChanged', () => knowledge.matches.forget());
  // What is confirmed goes into the memory; what is linked anew has another original.
  useEngineEvent('unitsChanged', ({ changes }) => {
    const teaches = changes.some(
      ({ before, after }) => before?.status !== after?.status || before?.source.join() !== after?.source.join(),
    );
    if (teaches) knowledge.matches.forget();
  });
}
