import { outgrowsBox } from '#shared/text/fits-box.ts';
import { isUnchanged } from '../common/plan.ts';
import type { DrawingPlan } from '../drawingml/write/place.ts';
import type { WriteFinding } from '../format.ts';
import { blankLines, fitOf, paragraphIn, roomOf, shrinkOf } from './box.ts';
import type { PptxModel } from './model.ts';

/**
 * Boxes whose text fitted before and, by an estimate, no longer does. Boxes that grow with their text and tables, whose
 * rows do, are none.
 */
export function overflowing(model: PptxModel, plans: readonly DrawingPlan[]): readonly WriteFinding[] {
  const shapes = new Map(
    model.slides.flatMap(({ number, shapes }) => shapes.map((shape) => [shape.name, { number, shape }] as const)),
  );
  const blocks = Map.groupBy(model.text.blocks, (block) => block.container);
  return plans.flatMap(({ container, items }): WriteFinding[] => {
    const found = shapes.get(container);
    const old = blocks.get(container) ?? [];
    const isSame =
      items.length === old.length &&
      items.every(
        ({ block, content }, index) => block !== undefined && block === old[index] && isUnchanged(block, content),
      );
    if (found === undefined || found.shape.what !== 'text' || isSame) return [];
    const { shape, number } = found;
    const fit = fitOf(shape);
    const room = fit.fits === 'grows' ? undefined : roomOf(shape);
    if (room === undefined) return [];
    const { looks } = model.text;
    const blank = blankLines(shape, old);
    const before = [...old.map((block) => paragraphIn(block.content, block, shape, looks)), ...blank];
    const after = [...items.map((item) => paragraphIn(item.content, item.block ?? old[0], shape, looks)), ...blank];
    return outgrowsBox(before, after, room, shrinkOf(fit))
      ? [{ code: 'boxOverflow', params: { slide: number, container } }]
      : [];
  });
}
