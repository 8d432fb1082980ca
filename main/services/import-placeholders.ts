import { matchPlaceholders } from '#shared/align/placeholders.ts';
import type { PlanLink } from '#shared/contract/imports.ts';
import { isText, placeholdersOf, type Content, type PlaceholderId } from '#shared/model/content.ts';
import type { PlaceholderPlace, ReadBlock } from '#main/formats/format.ts';
import type { StoredImport } from '#main/store/queries/imports.ts';
import type { Steps } from './slices.ts';

export type Renumbering = ReadonlyMap<PlaceholderId, PlaceholderId>;

/**
 * The document's numbers for a received file's placeholders: the original's own keep theirs, a received one takes the
 * number of the original's it stands for, any other one beyond the original's last.
 */
export function* renumberReceived(
  source: readonly ReadBlock[],
  received: readonly ReadBlock[],
  links: readonly PlanLink[],
): Steps<Renumbering> {
  let last = 0;
  for (const id of yield* idsIn(source)) last = Math.max(last, id);
  const matched = yield* matchPlaceholders(source, received, links);
  const taken = new Set<PlaceholderId>();
  const numbers = new Map<PlaceholderId, PlaceholderId>();
  for (const own of yield* idsIn(received)) {
    const match = matched.get(own);
    // A pair over several blocks can be matched twice; a number must stand for one thing only.
    const free = match !== undefined && !taken.has(match);
    const number = free ? match : last + own;
    taken.add(number);
    numbers.set(own, number);
  }
  return numbers;
}

/** Numbers of what stands in the file, in the order they are met. */
function* idsIn(blocks: readonly ReadBlock[]): Steps<ReadonlySet<PlaceholderId>> {
  const ids = new Set<PlaceholderId>();
  for (const { content } of blocks) {
    for (const { placeholder } of placeholdersOf(content)) if (placeholder > 0) ids.add(placeholder);
    yield;
  }
  return ids;
}

/** Content in other numbers; what the map does not name stays. */
export function renumber(content: Content, numbers: Renumbering): Content {
  if (numbers.size === 0 || content.every((run) => isText(run))) return content;
  return content.map((run) =>
    isText(run) ? run : { ...run, placeholder: numbers.get(run.placeholder) ?? run.placeholder },
  );
}

/**
 * Where each number of a document is defined: in the skeleton when it is there, else in the other file. `skeleton` and
 * `donor` are the imports that hold them.
 */
export function placesOf(
  skeleton: StoredImport,
  donor: StoredImport | null,
): readonly (readonly [PlaceholderId, PlaceholderPlace])[] {
  const places = new Map<PlaceholderId, PlaceholderPlace>();
  for (const [own, inDocument] of donor?.placeholders ?? []) places.set(inDocument, { file: 'donor', id: own });
  for (const [own, inDocument] of skeleton.placeholders) places.set(inDocument, { file: 'skeleton', id: own });
  return [...places];
}

/** The numbers a file uses, each as itself: how an original's are stored. */
export function* ownNumbers(blocks: readonly ReadBlock[]): Steps<Renumbering> {
  const ids = yield* idsIn(blocks);
  return new Map([...ids].map((id) => [id, id]));
}
