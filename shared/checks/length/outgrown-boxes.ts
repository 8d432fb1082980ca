import type { SlideBox } from '#shared/model/slides.ts';
import type { UnitId } from '#shared/model/unit.ts';
import { outgrowsSlideBox } from '#shared/text/slide-box.ts';
import type { CheckUnit } from '../check.ts';

/**
 * Of units in reading order, the first of each box whose text no longer fits it: it did as it came, and does not as it is
 * now. `boxOf` knows a container's box; what stands in none is in no box.
 */
export function outgrownBoxes(
  units: readonly CheckUnit[],
  boxOf: (container: string) => SlideBox | undefined,
): ReadonlySet<UnitId> {
  const out = new Set<UnitId>();
  for (const [container, inside] of Map.groupBy(units, ({ record }) => record.placement.container)) {
    const box = boxOf(container);
    const first = inside.find(({ record }) => record.mode !== 'omitted');
    if (box === undefined || first === undefined) continue;
    const before = inside.map(({ source, received }) => received ?? source);
    const after = inside.flatMap(({ record }) => (record.mode === 'omitted' ? [] : [record.content]));
    if (outgrowsSlideBox(box, before, after)) out.add(first.record.id);
  }
  return out;
}
