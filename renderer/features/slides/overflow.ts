import type { SlideBox } from '#shared/model/slides.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { outgrowsSlideBox } from '#shared/text/slide-box.ts';
import type { DocumentModel } from '#renderer/editor/model/document-model.ts';

/**
 * Whether the text of a box no longer fits it as the finding of the export says: it did fit as it came, and does not as it
 * is now. `units` are those of the box, in order.
 */
export function overflows(box: SlideBox, units: readonly UnitRecord[], model: DocumentModel): boolean {
  if (units.length === 0) return false;
  const before = units.flatMap((unit) => {
    const blocks = model.receivedOf(unit);
    return (blocks.length > 0 ? blocks : model.sourceOf(unit)).map(({ content }) => content);
  });
  const after = units.filter(({ mode }) => mode !== 'omitted').map(({ content }) => content);
  return outgrowsSlideBox(box, before, after);
}
