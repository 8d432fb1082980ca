import type { PlanLink } from '#shared/contract/imports.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { ReadBlock } from '#main/formats/format.ts';
import type { StoredContainer } from '#main/store/queries/containers.ts';
import type { Steps } from './slices.ts';

/**
 * For containers of the original, the one of the received translation that most of their linked blocks went to. A tie
 * goes to the one met first.
 */
export function receivedContainers(
  source: readonly ReadBlock[],
  received: readonly ReadBlock[],
  links: readonly PlanLink[],
): ReadonlyMap<string, string> {
  return mostVoted(
    links.flatMap((link) => {
      const to = received[link.received[0] ?? -1]?.container;
      return to === undefined ? [] : link.source.map((index) => [source[index]?.container ?? '', to] as const);
    }),
  );
}

/** For the first of each pair, what most often is its second. A tie goes to the one met first. */
export function mostVoted(pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const [from, to] of pairs) {
    const counts = votes.get(from) ?? new Map<string, number>();
    votes.set(from, counts.set(to, (counts.get(to) ?? 0) + 1));
  }
  return new Map(
    [...votes].map(([from, counts]) => [
      from,
      [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0],
    ]),
  );
}

/** Marks containers that only the original has, whose names could otherwise mean something else in the received file. */
export const FOREIGN = 'source:';

/**
 * Where a block goes whose container has no counterpart: body text and cells join the unit before them, but a note, header,
 * text box or alternative text keeps a place of its own, since it is no running text.
 */
export function foreignContainer(block: ReadBlock, previous: string): string {
  return block.story === 'body' ? previous : `${FOREIGN}${block.container}`;
}

/** A file's blocks and the ids they are stored under, in reading order. */
interface Reading {
  readonly blocks: readonly ReadBlock[];
  readonly ids: readonly string[];
}

/** How each container of a document is met when it is read, from where its skeleton's blocks stand; in steps. */
export function* containerSteps(
  { blocks: skeleton, ids: skeletonIds }: Reading,
  source: Reading,
  units: readonly UnitRecord[],
): Steps<readonly StoredContainer[]> {
  const unitByBlock = new Map<string, UnitRecord>();
  for (const unit of units) {
    for (const id of [...unit.source, ...unit.received]) unitByBlock.set(id, unit);
    yield;
  }
  const unitAt = (index: number): UnitRecord | undefined => unitByBlock.get(skeletonIds[index] ?? '');
  const found = new Map<string, StoredContainer>();
  const last = new Map(skeleton.map((block, index) => [block.container, index]));
  const add = (name: string, index: number): void => {
    if (found.has(name)) return;
    const cut = name.lastIndexOf('/');
    const before = skeleton[index - 1];
    if (cut > 0) {
      const parent = name.slice(0, cut);
      add(parent, index);
      found.set(name, {
        name,
        ord: found.size,
        parent,
        side: 'before',
        // A file whose every unit is a container of its own would be searched to its end for each.
        key: (last.get(parent) ?? -1) < index ? null : nextPosition(skeleton, unitAt, index, parent),
      });
    } else if (before === undefined || isRoot(name)) {
      found.set(name, { name, ord: found.size, parent: null, side: 'after', key: null });
    } else {
      const key = unitAt(index - 1)?.placement.position ?? null;
      found.set(name, { name, ord: found.size, parent: before.container, side: 'after', key });
    }
  };
  for (const [index, block] of skeleton.entries()) {
    add(block.container, index);
    yield;
  }
  const sourceIndex = new Map(source.ids.map((id, index) => [id, index]));
  const foreign = units.filter((unit) => !found.has(unit.placement.container));
  for (const unit of foreign.toSorted((a, b) => indexIn(sourceIndex, a) - indexIn(sourceIndex, b))) {
    placeForeign(unit, unitByBlock.get(source.ids[indexIn(sourceIndex, unit) - 1] ?? ''), found);
    yield;
  }
  return [...found.values()];
}

/** Read on their own, wherever the file happens to name them. */
function isRoot(name: string): boolean {
  return name === 'body' || /^(?:header|footer|slide):/u.test(name);
}

/** Position of the unit of the first later block that stands in `parent` itself. */
function nextPosition(
  skeleton: readonly ReadBlock[],
  unitAt: (index: number) => UnitRecord | undefined,
  from: number,
  parent: string,
): string | null {
  for (let index = from; index < skeleton.length; index += 1) {
    const unit = skeleton[index]?.container === parent ? unitAt(index) : undefined;
    if (unit?.placement.container === parent) return unit.placement.position;
  }
  return null;
}

function indexIn(sourceIndex: ReadonlyMap<string, number>, unit: UnitRecord): number {
  return sourceIndex.get(unit.source[0] ?? '') ?? Number.POSITIVE_INFINITY;
}

/** What only the original has is met behind the unit of the block before it there; headers and footers on their own. */
function placeForeign(unit: UnitRecord, before: UnitRecord | undefined, found: Map<string, StoredContainer>): void {
  const { container: name } = unit.placement;
  if (found.has(name)) return;
  const own = { name, ord: found.size, side: 'after' } as const;
  const isAlone = before === undefined || isRoot(name.slice(FOREIGN.length));
  if (isAlone) found.set(name, { ...own, parent: null, key: null });
  else found.set(name, { ...own, parent: before.placement.container, key: before.placement.position });
}
