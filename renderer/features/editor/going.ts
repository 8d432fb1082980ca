import type { UnitId, UnitRecord } from '#shared/model/unit.ts';
import type { EditorSurface } from '#renderer/editor/surface/editor-surface.ts';

/** Whether a filter lets a row be seen. */
export function isShown(surface: EditorSurface, id: UnitId): boolean {
  if (surface.editor.getRootElement()?.dataset['filter'] === undefined) return true;
  const row = surface.row(id);
  return row !== null && row.getClientRects().length > 0;
}

/** The next or previous unit one can see; the first one when the caret is in none. */
export function neighbourShown(surface: EditorSurface, by: 1 | -1): UnitRecord | undefined {
  const { model } = surface.session;
  let unit = surface.active === null ? model.at(0) : model.neighbour(surface.active, by);
  while (unit !== undefined && !isShown(surface, unit.id)) unit = model.neighbour(unit.id, by);
  return unit;
}

/** The next unit behind the active one that matches, from the start again at the end. */
export function nextMatching(surface: EditorSurface, wanted: (unit: UnitRecord) => boolean): UnitRecord | undefined {
  const { model } = surface.session;
  const start = surface.active === null ? -1 : model.indexOf(surface.active);
  for (let step = 1; step <= model.size; step += 1) {
    const unit = model.at((start + step) % model.size);
    if (unit !== undefined && unit.id !== surface.active && wanted(unit)) return unit;
  }
  return undefined;
}
