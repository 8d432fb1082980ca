import { anchorsInDonor, locateInDonor, needsDonor, unitsInDonor } from '#main/formats/common/donor.ts';
import type { WriteContainer, WriteRequest } from '#main/formats/format.ts';
import { Carrier } from '../carry/carrier.ts';
import type { DocxBlock } from '../model.ts';
import { modelOf } from '../read.ts';
import { Workshop } from './workshop.ts';
import { makeEdits } from './edits.ts';

/** What the document's other file takes part in. */
export interface Donor {
  /** Whether a container is one of the donor's: a note or text box that comes along with its placeholder. */
  takes(container: WriteContainer): boolean;
  /** Adds findings for texts that were written for the donor's notes and boxes but went nowhere. */
  report(): void;
}

const NONE: Donor = { takes: () => false, report: () => undefined };

/** Opens the donor, writes into it the texts of its own notes and boxes, and gives the shop its carrier. */
export async function openDonor(request: WriteRequest, shop: Workshop): Promise<Donor> {
  if (request.donor === undefined || !needsDonor(request)) return NONE;
  const model = await modelOf(request.donor);
  const source = new Workshop(model, request.language);
  const blocksOf = (container: WriteContainer): DocxBlock[] =>
    container.units.flatMap((unit) => anchorsInDonor(unit).flatMap((anchor) => model.byAnchor.get(anchor) ?? []));
  const takes = (container: WriteContainer): boolean => {
    if (shop.model.containers.has(container.container) || shop.firstOf(container.container) !== undefined) return false;
    const blocks = blocksOf(container);
    return (
      blocks.length > 0 && blocks.every((block) => block.story !== 'body' && block.container === blocks[0]?.container)
    );
  };
  const taken = request.containers.filter(takes);
  const own = taken.map((container) => ({
    container: blocksOf(container)[0]?.container ?? '',
    units: unitsInDonor(container.units),
  }));
  makeEdits(
    source,
    own,
    [],
    locateInDonor((id) => request.locate(id)),
  );
  shop.carrier = await Carrier.create(shop, source);
  return {
    takes: (container) => taken.includes(container),
    report: () => {
      for (const { code, params } of source.findings) shop.find(code, params);
      for (const container of taken) {
        const blocks = blocksOf(container).filter((block) => source.edited.has(block));
        if (blocks.some((block) => !source.rendered.has(block)))
          shop.find('containerMissing', { container: container.container });
      }
    },
  };
}
