import type { DocumentId, UnitId } from '#shared/model/unit.ts';
import { useSettings } from '#renderer/features/settings/settings-store.ts';
import type { Workbench } from './workbench.ts';

const KEY = 'editor.places';
/** Documents whose place is remembered; the longest unvisited is forgotten first. */
const MOST = 40;
/** Looking through rows writes nothing; staying in one does. */
const PAUSE = 2000;

type Places = readonly (readonly [DocumentId, UnitId])[];

/** The unit a document was left at; undefined when it was never open here. */
export function lastPlace(document: DocumentId): UnitId | undefined {
  return readPlaces().find(([id]) => id === document)?.[1];
}

/** Remembers where one is in a document, while one is and when one leaves. Returns the way to stop. */
export function keepPlace(workbench: Workbench): () => void {
  const { document } = workbench.session.model;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    const { active, phase } = workbench.store.getState();
    if (active !== null && phase === 'open') rememberPlace(document, active);
  };
  const stop = workbench.store.subscribe((state, before) => {
    if (state.active === before.active) return;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  return () => {
    stop();
    keep();
  };
}

function rememberPlace(document: DocumentId, unit: UnitId): void {
  const others = readPlaces().filter(([id]) => id !== document);
  useSettings.getState().remember(KEY, JSON.stringify([[document, unit], ...others.slice(0, MOST - 1)]));
}

function readPlaces(): Places {
  const kept = useSettings.getState().settings?.view[KEY];
  if (typeof kept !== 'string') return [];
  try {
    const places: unknown = JSON.parse(kept);
    return Array.isArray(places) ? places.filter(isPlace) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is readonly [DocumentId, UnitId] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
