import type { WriteContainer, WriteRequest } from '#main/formats/format.ts';
import type { OdfKind } from '../open.ts';
import type { OdfOutput } from '../write/output.ts';
import type { Workshop } from '../write/shop.ts';

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

export async function openDonor(_request: WriteRequest, _kind: OdfKind, _shop: Workshop): Promise<Donor> {
  return NONE;
}
