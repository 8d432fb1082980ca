import type { WriteContainer, WriteRequest } from '#main/formats/format.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { planContainer, type Plan } from '#main/formats/common/plan.ts';
import type { OdfBlock } from '../model.ts';
import { placeContainer } from './place.ts';
import { Remover } from './remove.ts';
import type { Workshop } from './shop.ts';

/** Turns containers and omissions into edits of the shop's parts. Returns the plans. Throws badRequest for an unknown anchor. */
export function makeEdits(
  shop: Workshop,
  containers: readonly WriteContainer[],
  omit: readonly string[],
  locate: WriteRequest['locate'],
): readonly Plan<OdfBlock>[] {
  const plans = containers.map((container) => planContainer(container, locate, shop));
  const remover = new Remover(shop);
  for (const plan of plans) placeContainer(plan, shop, remover);
  for (const plan of plans) for (const block of plan.dropped) remover.drop(block);
  for (const anchor of omit) {
    const block = shop.model.byAnchor.get(anchor);
    if (block === undefined) throw new AdaptaError('badRequest', { anchor });
    remover.drop(block);
  }
  remover.finish();
  return plans;
}
