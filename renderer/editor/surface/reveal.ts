/** Scrolls the nearest `[data-scroll]` so that a row stands a third from its top; leaves it when the row is on screen. */
export function revealRow(row: HTMLElement): void {
  const view = row.closest('[data-scroll]');
  if (!(view instanceof HTMLElement)) return;
  const place = (): boolean => {
    const box = row.getBoundingClientRect();
    const outer = view.getBoundingClientRect();
    if (box.top >= outer.top && box.bottom <= outer.bottom) return true;
    view.scrollTop += box.top - outer.top - outer.height / 3;
    return false;
  };
  // Sections that come on screen get their real height: the row is placed again once they have.
  if (!place()) requestAnimationFrame(() => void (place() || requestAnimationFrame(place)));
}
