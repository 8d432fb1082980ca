import { anchorsInDonor, locateInDonor, needsDonor, unitsInDonor } from '#main/formats/common/donor.ts';
import type { WriteContainer, WriteRequest } from '#main/formats/format.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { OdfBlock, OdfModel } from '../model.ts';
import type { OdfKind } from '../open.ts';
import { modelOf } from '../read.ts';
import { makeEdits } from '../write/edits.ts';
import type { OdfOutput } from '../write/output.ts';
import { Workshop } from '../write/shop.ts';
import { DonorCarrier } from './carrier.ts';

/** What the document's other file takes part in. */
export interface Donor {
  /** Whether a container is one of the donor's: a note or text box that comes along with its placeholder. */
  takes(container: WriteContainer): boolean;
  /** Adds the pictures and objects that came along. */
  deliver(output: OdfOutput): Promise<void>;
  /** Adds findings for texts that were written for the donor's notes and boxes but went nowhere. */
  report(): void;
}

const NONE: Donor = { takes: () => false, deliver: () => Promise.resolve(), report: () => undefined };

/** Opens the donor, writes into it the texts of its own notes and boxes, and gives the shop its carrier. */
export async function openDonor(request: WriteRequest, kind: OdfKind, shop: Workshop): Promise<Donor> {
  const model = request.donor === undefined || !needsDonor(request) ? undefined : await donorModel(request.donor, kind);
  if (model === undefined) return NONE;
  const source = new Workshop(model, request.language);
  const blocksOf = (container: WriteContainer): readonly OdfBlock[] =>
    container.units.flatMap((unit) => anchorsInDonor(unit).flatMap((anchor) => model.byAnchor.get(anchor) ?? []));
  const takes = (container: WriteContainer): boolean => {
    if (shop.place(container.container) !== undefined) return false;
    const blocks = blocksOf(container);
    const [first] = blocks;
    return (
      first !== undefined && first.story !== 'body' && blocks.every((block) => block.container === first.container)
    );
  };
  // On slides no placeholder brings a text along; what is said beside them is not for participants.
  const isAlone = ({ story }: OdfBlock): boolean =>
    kind === 'presentation' && !(request.strip && story.startsWith('notes:'));
  const taken = request.containers.filter((container) => takes(container));
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
  const carrier = new DonorCarrier(shop, source);
  shop.carrier = carrier;
  return {
    takes: (container) => taken.includes(container),
    deliver: (output) => carrier.deliver(output),
    report: () => {
      for (const { code, params } of source.findings) shop.find(code, params);
      for (const container of taken) {
        const blocks = blocksOf(container).filter((block) => source.edited.has(block) || isAlone(block));
        const isLost = blocks.some((block) => !carrier.brought(block));
        if (isLost) shop.find('containerMissing', { container: container.container });
      }
    },
  };
}

/** The other file may be of another format: then there is nothing to take from it. */
async function donorModel(bytes: Uint8Array, kind: OdfKind): Promise<OdfModel | undefined> {
  try {
    return await modelOf(bytes, kind);
  } catch (error) {
    if (error instanceof AdaptaError) return undefined;
    throw error;
  }
}
