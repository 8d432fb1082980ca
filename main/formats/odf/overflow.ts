import { outgrowsSlideBox } from '#shared/text/slide-box.ts';
import { isUnchanged, type Plan } from '../common/plan.ts';
import type { WriteFinding } from '../format.ts';
import type { OdfBlock, OdfModel } from './model.ts';
import { boxesOfSlides } from './slide-boxes.ts';

/** Boxes of a presentation whose text fitted before and, by an estimate, no longer does. */
export function overflowing(model: OdfModel, plans: readonly Plan<OdfBlock>[]): readonly WriteFinding[] {
  if (model.slides.length === 0) return [];
  const old = Map.groupBy(model.blocks, ({ container }) => container);
  const changed = new Map(plans.filter((plan) => !isSame(plan, old.get(plan.container) ?? [])).map(named));
  if (changed.size === 0) return [];
  return boxesOfSlides(model).flatMap(({ number, boxes }) =>
    boxes.flatMap((box): WriteFinding[] => {
      const plan = changed.get(box.container);
      if (plan === undefined) return [];
      const before = (old.get(box.container) ?? []).map(({ content }) => content);
      const after = plan.items.map(({ content }) => content);
      return outgrowsSlideBox(box, before, after)
        ? [{ code: 'boxOverflow', params: { slide: number, container: box.container } }]
        : [];
    }),
  );
}

function named(plan: Plan<OdfBlock>): readonly [string, Plan<OdfBlock>] {
  return [plan.container, plan];
}

function isSame({ items }: Plan<OdfBlock>, old: readonly OdfBlock[]): boolean {
  return (
    items.length === old.length &&
    items.every(
      ({ block, content }, index) => block !== undefined && block === old[index] && isUnchanged(block, content),
    )
  );
}
