import { AdaptaError } from '#shared/model/errors.ts';
import type { WriteContainer, WriteRequest } from '#main/formats/format.ts';
import { dropBlock, placeContainer, type Insertions } from './place.ts';
import { planContainer } from './plan.ts';
import { copyTwin } from './twins.ts';
import type { Workshop } from './workshop.ts';

/** Turns containers and omissions into edits of the shop's parts. */
export function makeEdits(
  shop: Workshop,
  containers: readonly WriteContainer[],
  omit: readonly string[],
  locate: WriteRequest['locate'],
): void {
  const plans = containers.map((container) => planContainer(container, locate, shop));
  const insertions: Insertions = new Map();
  for (const plan of plans) placeContainer(plan, shop, insertions);
  for (const plan of plans) for (const block of plan.dropped) dropBlock(block, shop, insertions);
  for (const anchor of omit) {
    const block = shop.model.byAnchor.get(anchor);
    if (block === undefined) throw new AdaptaError('badRequest', { anchor });
    dropBlock(block, shop, insertions);
  }
  for (const twin of shop.model.twins) copyTwin(twin, shop.splicer(twin.part));
}
