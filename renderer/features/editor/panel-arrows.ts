const FOCUSABLE = 'button:not([disabled]), summary, a[href]';
/** Where arrows have a meaning of their own. */
const OWN_ARROWS = 'input, textarea, select, [role="listbox"], [aria-haspopup="listbox"]';

/**
 * ↑ and ↓ go from one thing to the next within the panel, from its tabs down into it. True when the focus moved.
 */
export function moveByArrow(panel: HTMLElement, event: Pick<KeyboardEvent, 'key' | 'target'>): boolean {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
  if (!(event.target instanceof HTMLElement) || event.target.closest(OWN_ARROWS) !== null) return false;
  const things = [...panel.querySelectorAll<HTMLElement>(`.panel-body :is(${FOCUSABLE})`)].filter(isSeen);
  const at = things.indexOf(event.target);
  const next = things[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next !== undefined) next.focus();
  else if (at === 0) panel.querySelector<HTMLElement>('[role="tab"][data-selected]')?.focus();
  return next !== undefined || at === 0;
}

function isSeen(thing: HTMLElement): boolean {
  return thing.getClientRects().length > 0;
}
