import { generateNKeysBetween } from 'fractional-indexing';
import type { PlanLink } from '#shared/contract/imports.ts';
import { EMPTY, fromBlocks, isBlank, type Content } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { ReadBlock, UnitState } from '#main/formats/format.ts';
import { foreignContainer, receivedContainers } from './import-containers.ts';
import type { Steps } from './slices.ts';
import type { Signature } from './unit-changes.ts';

/** A file's blocks with the ids and contents they are stored under. */
export interface ImportedSide {
  readonly blocks: readonly ReadBlock[];
  readonly ids: readonly string[];
  /** In the document's placeholder numbers. */
  readonly contents: readonly Content[];
  /** What the file says of the work on each block; absent in files that hold one language. */
  readonly states?: readonly UnitState[];
}

export interface UnitsInput {
  readonly document: string;
  readonly source: ImportedSide;
  readonly received: ImportedSide | null;
  readonly links: readonly PlanLink[];
  readonly signature: Signature;
  newId(): string;
}

/** A unit to be, with the link it comes from. */
interface Draft {
  readonly link: PlanLink;
  readonly container: string;
}

/**
 * The units of a new document (domain.md, "Life of a status"): one per link, and one per block no link names. They stand
 * where the skeleton's blocks stand; what only the original has comes behind the unit of the block before it.
 * In steps: there can be tens of thousands. Throws badRequest for links out of range or blocks linked twice, crossesContainer for a link over two containers.
 */
export function* unitSteps(input: UnitsInput): Steps<readonly UnitRecord[]> {
  const named = yield* checked(input);
  const links = yield* withLoose(named, input);
  const drafts =
    input.received === null ? sourceDrafts(input, links) : yield* receivedDrafts(input, input.received, links);
  yield;
  const units: UnitRecord[] = [];
  for (const [container, inside] of Map.groupBy(drafts, (draft) => draft.container)) {
    const positions = generateNKeysBetween(null, null, inside.length);
    yield;
    for (const [index, { link }] of inside.entries()) {
      units.push(unitOf(input, link, { container, position: positions[index] as string }));
      yield;
    }
  }
  return units;
}

function* checked({ source, received, links }: UnitsInput): Steps<readonly PlanLink[]> {
  for (const [side, blocks] of [
    ['source', source.blocks],
    ['received', received?.blocks ?? []],
  ] as const) {
    const named = new Set<number>();
    for (const link of links) {
      for (const index of link[side]) {
        if (index >= blocks.length || named.has(index)) throw new AdaptaError('badRequest', { at: `links.${side}` });
        named.add(index);
      }
      const containers = new Set(link[side].map((index) => blocks[index]?.container));
      if (containers.size > 1) throw new AdaptaError('crossesContainer', { block: link[side][0] ?? 0 });
      yield;
    }
  }
  return links.filter((link) => link.source.length + link.received.length > 0);
}

function* withLoose(links: readonly PlanLink[], { source, received }: UnitsInput): Steps<readonly PlanLink[]> {
  const named = { source: new Set<number>(), received: new Set<number>() };
  for (const link of links) {
    for (const index of link.source) named.source.add(index);
    for (const index of link.received) named.received.add(index);
    yield;
  }
  const loose: PlanLink[] = [...links];
  for (const index of source.blocks.keys()) {
    if (!named.source.has(index)) loose.push({ source: [index], received: [], confidence: 1 });
  }
  for (const index of received?.blocks.keys() ?? []) {
    if (!named.received.has(index)) loose.push({ source: [], received: [index], confidence: 1 });
  }
  return loose;
}

function sourceDrafts({ source }: UnitsInput, links: readonly PlanLink[]): readonly Draft[] {
  return links
    .toSorted((a, b) => first(a.source) - first(b.source))
    .map((link) => ({ link, container: source.blocks[first(link.source)]?.container ?? 'body' }));
}

function* receivedDrafts(
  { source }: UnitsInput,
  received: ImportedSide,
  links: readonly PlanLink[],
): Steps<readonly Draft[]> {
  const drafts = links
    .filter((link) => link.received.length > 0)
    .toSorted((a, b) => first(a.received) - first(b.received))
    .map((link): Draft => ({ link, container: received.blocks[first(link.received)]?.container ?? 'body' }));
  yield;
  const lists = Map.groupBy(drafts, (draft) => draft.container);
  yield;
  const byBlock = new Map(drafts.flatMap((draft) => draft.link.source.map((index) => [index, draft] as const)));
  yield;
  const counterparts = receivedContainers(source.blocks, received.blocks, links);
  yield;
  let previous = 'body';
  for (const link of missing(links)) {
    yield;
    const at = first(link.source);
    previous = byBlock.get(at - 1)?.container ?? previous;
    const own = source.blocks[at] as ReadBlock;
    const container = counterparts.get(own.container) ?? foreignContainer(own, previous);
    const draft: Draft = { link, container };
    const list = lists.get(container) ?? [];
    lists.set(container, list);
    list.splice(placeFor(list, byBlock, container, at), 0, draft);
    for (const index of link.source) byBlock.set(index, draft);
  }
  return [...lists.values()].flat();
}

/** Links the received translation has nothing for, in the original's order. */
function missing(links: readonly PlanLink[]): readonly PlanLink[] {
  return links.filter((link) => link.received.length === 0).toSorted((a, b) => first(a.source) - first(b.source));
}

/** Behind the nearest earlier block of the original that stands in the same list, else ahead of the nearest later one. */
function placeFor(list: readonly Draft[], byBlock: ReadonlyMap<number, Draft>, container: string, at: number): number {
  for (let index = at - 1; index >= 0; index -= 1) {
    const draft = byBlock.get(index);
    if (draft?.container === container) return list.indexOf(draft) + 1;
  }
  return 0;
}

function first(indices: readonly number[]): number {
  return indices.reduce((least, index) => Math.min(least, index), Number.POSITIVE_INFINITY);
}

function unitOf(input: UnitsInput, link: PlanLink, placement: UnitRecord['placement']): UnitRecord {
  const { source, received, document, signature } = input;
  const model = (received?.blocks[link.received[0] ?? -1] ?? source.blocks[link.source[0] ?? -1]) as ReadBlock;
  const content =
    received === null ? EMPTY : fromBlocks(link.received.map((index) => received.contents[index] ?? EMPTY));
  const added = link.source.length === 0;
  const state = received?.states?.[link.received[0] ?? -1] ?? {};
  return {
    id: input.newId(),
    document,
    kind: model.kind,
    ...(model.level === undefined ? {} : { level: model.level }),
    placement,
    source: link.source.map((index) => source.ids[index] as string),
    received: link.received.map((index) => received?.ids[index] as string),
    content,
    mode: added ? 'added' : 'faithful',
    status: isBlank(content) ? 'untranslated' : 'draft',
    audience: 'everyone',
    adaptation: added ? { reason: 'received', author: signature.author, at: signature.now } : null,
    stale: false,
    ...state,
  };
}
