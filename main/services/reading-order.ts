import type { StoredContainer } from '#main/store/queries/containers.ts';
import type { UnitPlace } from '#main/store/queries/units.ts';

/**
 * Ids in the order a reader of the page meets them: a table's cells where the table stands, a note or text box behind
 * the unit that anchors it. Units of a container nobody placed come last. `places` are sorted by container and position.
 */
export function readingOrder(containers: readonly StoredContainer[], places: readonly UnitPlace[]): readonly string[] {
  const units = Map.groupBy(places, (place) => place.container);
  const children = Map.groupBy(containers, (container) => container.parent);
  const order: string[] = [];
  const seen = new Set<string>();

  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const inside = children.get(name) ?? [];
    const own = units.get(name) ?? [];
    const slots = inside.map((child) => ({ child, at: slotOf(child, own) })).toSorted((a, b) => a.at - b.at);
    let next = 0;
    for (let index = 0; index <= own.length; index += 1) {
      for (; slots[next]?.at === index; next += 1) visit(slots[next]?.child.name ?? '');
      const unit = own[index];
      if (unit !== undefined) order.push(unit.id);
    }
  };

  for (const root of children.get(null) ?? []) visit(root.name);
  for (const name of [...containers.map((container) => container.name), ...units.keys()]) visit(name);
  return order;
}

/** Index of the unit a child container is read ahead of. Stable sorting keeps `ord` among equals. */
function slotOf(child: StoredContainer, own: readonly UnitPlace[]): number {
  const { side, key } = child;
  if (side === 'before') {
    return key === null ? own.length : lowerBound(own, (unit) => unit.position >= key);
  }
  return key === null ? 0 : lowerBound(own, (unit) => unit.position > key);
}

/** First index for which `reached` holds; it must hold from there on. */
function lowerBound(own: readonly UnitPlace[], reached: (unit: UnitPlace) => boolean): number {
  let low = 0;
  let high = own.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(own[middle] as UnitPlace)) high = middle;
    else low = middle + 1;
  }
  return low;
}
