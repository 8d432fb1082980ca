import { isText, type Content } from '#shared/model/content.ts';
import type { SlideBox } from '#shared/model/slides.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { outgrowsBox, type BoxParagraph } from '#shared/text/fits-box.ts';
import type { DocumentModel } from '#renderer/editor/model/document-model.ts';

/** Millimetres between a box and its text, where the file says nothing else (ECMA-376 part 1, 21.1.2.1.1). */
const INSET = { width: 2 * 2.54, height: 2 * 1.27 };
/** How far programs shrink text that shrinks by itself before it is no longer read in a hall. */
const SMALLEST = 0.7;

/**
 * Whether the text of a box no longer fits it, by the same estimate as the finding of the export: it did fit as it came, and
 * does not as it is now. `units` are those of the box, in order.
 */
export function overflows(box: SlideBox, units: readonly UnitRecord[], model: DocumentModel): boolean {
  const { fontSize, fits, width, height } = box;
  if (fontSize === undefined || fits === 'grows' || units.length === 0) return false;
  if (box.what !== 'title' && box.what !== 'text') return false;
  const before = units.flatMap((unit) => {
    const blocks = model.receivedOf(unit);
    return (blocks.length > 0 ? blocks : model.sourceOf(unit)).map(({ content }) => paragraph(content, fontSize));
  });
  const after = units.filter(({ mode }) => mode !== 'omitted').map(({ content }) => paragraph(content, fontSize));
  const room = { width: width - INSET.width, height: height - INSET.height };
  return outgrowsBox(before, after, room, fits === 'shrinks' ? SMALLEST : 1);
}

function paragraph(content: Content, size: number): BoxParagraph {
  const text = content.map((run) => (isText(run) ? run.text : run.kind === 'break' ? '\n' : run.label)).join('');
  return { text, size };
}
