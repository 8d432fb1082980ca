import { createContext, useContext, useDeferredValue } from 'react';
import { useStore } from 'zustand';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { Workbench } from './workbench.ts';
import type { WorkbenchState } from './workbench-store.ts';

export const WorkbenchContext = createContext<Workbench | null>(null);

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === null) throw new Error('no document around this part');
  return workbench;
}

/** A part of the workbench's state; the component is drawn again only when that part changes. */
export function useBench<T>(select: (state: WorkbenchState) => T): T {
  return useStore(useWorkbench().store, select);
}

/** The unit the caret is in, as it is now. */
export function useActiveUnit(): UnitRecord | undefined {
  const workbench = useWorkbench();
  const active = useBench((state) => state.active);
  useBench((state) => state.activeVersion);
  return active === null ? undefined : workbench.session.model.get(active);
}

/** As {@link useActiveUnit}, for what may follow a key a frame later: a key's own frame is for the text. */
export function useActiveUnitLater(): UnitRecord | undefined {
  return useDeferredValue(useActiveUnit());
}
