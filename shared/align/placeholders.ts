import { placeholdersOf, type Content, type PlaceholderId, type PlaceholderRun } from '#shared/model/content.ts';
import type { Link } from './block.ts';

/** A block as far as its placeholders go. */
export interface PlaceholderBlock {
  readonly content: Content;
}

/**
 * Which placeholder of the original a placeholder of the translation stands for: inside linked blocks, of the same kind
 * and, where the labels can tell, with the same label or link; otherwise in order. An `open` and its `close` go
 * together. Each number is used once on either side; placeholders without a counterpart are not
 * in the map. May be left after each link, and gone on with later.
 */
export function* matchPlaceholders(
  source: readonly PlaceholderBlock[],
  received: readonly PlaceholderBlock[],
  links: readonly Link[],
): Generator<undefined, ReadonlyMap<PlaceholderId, PlaceholderId>, undefined> {
  const map = new Map<PlaceholderId, PlaceholderId>();
  // A pair that goes over several blocks is met again by its `close`: it is matched once, where it opens.
  const used = new Set<PlaceholderId>();
  for (const link of links) {
    const from = standing(source, link.source, used);
    const to = standing(received, link.received, map);
    for (const [kind, wanted] of to) {
      for (const [mine, theirs] of pairUp(wanted, from.get(kind) ?? [])) {
        map.set(mine.placeholder, theirs.placeholder);
        used.add(theirs.placeholder);
      }
    }
    yield;
  }
  return map;
}

/** Placeholders of some blocks by kind, a pair once (by its `open`, or by a `close` whose `open` lies elsewhere). */
function standing(
  blocks: readonly PlaceholderBlock[],
  indices: readonly number[],
  done: { has(id: PlaceholderId): boolean },
): ReadonlyMap<string, readonly PlaceholderRun[]> {
  const seen = new Set<PlaceholderId>();
  const runs = indices.flatMap((index) => placeholdersOf(blocks[index]?.content ?? []));
  const once = runs.filter((run) => {
    if (run.placeholder <= 0 || seen.has(run.placeholder) || done.has(run.placeholder)) return false;
    seen.add(run.placeholder);
    return true;
  });
  return Map.groupBy(once, (run) => run.kind);
}

function pairUp(
  wanted: readonly PlaceholderRun[],
  offered: readonly PlaceholderRun[],
): readonly (readonly [PlaceholderRun, PlaceholderRun])[] {
  const left = [...offered];
  const pairs: (readonly [PlaceholderRun, PlaceholderRun])[] = [];
  const take = (run: PlaceholderRun, at: number): boolean => {
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found !== undefined) pairs.push([run, found]);
    return found !== undefined;
  };
  const rest = wanted.filter(
    (run) =>
      run.label === '' ||
      !take(
        run,
        left.findIndex((other) => sameFace(run, other)),
      ),
  );
  for (const run of rest) take(run, left.length > 0 ? 0 : -1);
  return pairs;
}

function sameFace(a: PlaceholderRun, b: PlaceholderRun): boolean {
  return a.label === b.label && a.link === b.link;
}
