import { isCode, type Scope, type Spot, type Stretch } from './scope.ts';
import type { Report } from './violation.ts';

/** Order of segments (4.3.1.27), codes that must stay (4.3.1.3) and codes that must keep their order (4.7.2.4.3). */
export function checkSequence(scope: Scope, report: Report): void {
  if (scope.element === scope.unit) {
    checkOrder(scope, report);
    checkDeleted(scope, report);
  }
  checkFirst(scope.source, report);
  checkFirst(scope.target, report);
  checkReordered(scope, report);
}

/** Positions of the translation are those of the sources, each taken once. */
function checkOrder({ parts }: Scope, report: Report): void {
  const taken = new Set<number>();
  for (const [index, part] of parts.entries()) {
    const target = part.child('xlf:target');
    if (target === undefined) continue;
    const order = Number(target.attributes['order'] ?? index + 1);
    if (order > parts.length) report('orderRange', target);
    if (taken.has(order)) report('orderUnique', target);
    taken.add(order);
  }
}

/** A code that cannot be deleted stands somewhere in the unit's translation once its own segment has one. */
function checkDeleted({ source, target }: Scope, report: Report): void {
  const kept = new Set(target.flatMap(({ spots }) => spots.map(nameOf)));
  for (const { part, spots } of source) {
    if (part.child('xlf:target') === undefined) continue;
    for (const spot of spots) {
      const isKept = spot.element.attributes['canDelete'] !== 'no' || kept.has(nameOf(spot));
      if (isCode(spot.element) && spot.edge !== 'end' && !isKept) report('canDelete', spot.element, nameOf(spot));
    }
  }
}

/** A code that cannot be reordered follows one that begins a sequence. */
function checkFirst(side: readonly Stretch[], report: Report): void {
  let isOpen = false;
  for (const { element, edge } of side.flatMap(({ spots }) => spots)) {
    if (!isCode(element) || edge === 'end') continue;
    const { canReorder } = element.attributes;
    if (canReorder === 'firstNo') isOpen = true;
    if (canReorder === 'no' && !isOpen) report('canReorderFirst', element);
  }
}

/** A sequence of the source that the translation has whole stands there in its order, with nothing else between. */
function checkReordered({ source, target }: Scope, report: Report): void {
  const written = codeSpots(target);
  const places = new Map(written.map((spot, index) => [nameOf(spot), index]));
  for (const sequence of sequencesOf(codeSpots(source))) {
    const at = sequence.map((spot) => places.get(nameOf(spot)));
    if (at.includes(undefined)) continue;
    const first = at[0] as number;
    if (at.some((place, index) => place !== first + index)) {
      report('canReorder', (written[first] as Spot).element, nameOf(sequence[0] as Spot));
    }
  }
}

function codeSpots(side: readonly Stretch[]): readonly Spot[] {
  return side.flatMap(({ spots }) => spots.filter(({ element }) => isCode(element)));
}

function sequencesOf(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const sequences: Spot[][] = [];
  let open: Spot[] | null = null;
  for (const spot of spots) {
    const { canReorder = 'yes' } = spot.element.attributes;
    // The end of a spanning code that begins a sequence goes on with it, as its own end marker would.
    const flag = spot.edge === 'end' && canReorder === 'firstNo' ? 'no' : canReorder;
    if (flag === 'firstNo') sequences.push((open = [spot]));
    else if (flag === 'no') open?.push(spot);
    else open = null;
  }
  return sequences.filter((sequence) => sequence.length > 1);
}

/** One name for a code's start and end, whichever way it is written. */
function nameOf({ element, edge }: Spot): string {
  const { id, startRef } = element.attributes;
  return edge === 'end' || startRef !== undefined ? `/${startRef ?? id}` : (id ?? '');
}
