import type { WriteRequest, WriteUnit } from '../format.ts';
import type { Locate } from './plan.ts';

/** Whether anything asked for can only come from the document's other file. */
export function needsDonor(request: WriteRequest): boolean {
  return request.containers.some(({ units }) =>
    units.some(
      ({ donor = [], content }) =>
        donor.length > 0 ||
        content.some((run) =>
          'placeholder' in run
            ? run.placeholder > 0 && request.locate(run.placeholder)?.file === 'donor'
            : run.format !== undefined,
        ),
    ),
  );
}

/** Anchors of the donor's blocks a unit is written into there: one that has a place in the skeleton has none. */
export function anchorsInDonor({ anchors, donor = [] }: WriteUnit): readonly string[] {
  return anchors.length > 0 ? [] : donor;
}

/** Units as they are asked of the donor, written as if it were the skeleton. */
export function unitsInDonor(units: readonly WriteUnit[]): readonly WriteUnit[] {
  return units.map((unit) => {
    const { donor: _, ...rest } = unit;
    return { ...rest, anchors: anchorsInDonor(unit) };
  });
}

/** Where placeholders are while the donor is written as if it were the skeleton. */
export function locateInDonor(locate: Locate): Locate {
  return (id) => {
    const place = locate(id);
    return place === undefined ? undefined : { file: place.file === 'donor' ? 'skeleton' : 'donor', id: place.id };
  };
}
