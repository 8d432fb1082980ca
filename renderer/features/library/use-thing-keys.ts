import type { KeyboardEvent } from 'react';
import type { LibraryActions } from './use-actions.ts';
import { thingOf, type Thing } from './things.ts';

/** The thing whose row holds an element, by its `data-thing`. */
export function thingAt(element: EventTarget | null): Thing | null {
  const row = element instanceof Element ? element.closest<HTMLElement>('[data-thing]') : null;
  return row?.dataset['thing'] === undefined ? null : thingOf(row.dataset['thing']);
}

/** Keys of a focused row: F2 renames, Supr deletes, Alt+↑↓ moves. For capture, before lists take the arrows. */
export function thingKeys(event: KeyboardEvent, actions: LibraryActions, rename: (thing: Thing) => void): void {
  const row = event.target instanceof Element ? event.target.closest('[role="row"]') : null;
  const thing = row === null ? null : thingAt(row.querySelector('[data-thing]') ?? row);
  if (thing === null) return;
  const step = event.key === 'ArrowUp' ? -1 : 1;
  if (event.key === 'F2') rename(thing);
  else if (event.key === 'Delete') actions.remove(thing);
  else if (event.altKey && !event.ctrlKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
    actions.moveBy(thing, step);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
