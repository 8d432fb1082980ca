import { matchPlaceholders } from '#shared/align/placeholders.ts';
import type { PlanLink } from '#shared/contract/imports.ts';
import { isText, placeholdersOf, type Content, type PlaceholderId } from '#shared/model/content.ts';
import type { PlaceholderPlace, ReadBlock } from '#main/formats/format.ts';
import type { StoredImport } from '#main/store/queries/imports.ts';

export type Renumbering = ReadonlyMap<PlaceholderId, PlaceholderId>;

/**
 * The document's numbers for a received file's placeholders: the original's own keep theirs, a received one takes the
 * number of the original's it stands for, any other one beyond the original's last.
 */
export function renumberReceived(
  source: readonly ReadBlock[],
  received: readonly ReadBlock[],
  links: readonly PlanLink[],
): Renumbering {
  const last = source.flatMap((block) => idsOf(block.content)).reduce((max, id) => Math.max(max, id), 0);
  const matched = matchPlaceholders(source, received, links);
  const taken = new Set<PlaceholderId>();
  const numbers = new Map<PlaceholderId, PlaceholderId>();
  for (const own of new Set(received.flatMap((block) => idsOf(block.content)))) {
    const match = matched.get(own);
    // A pair over several blocks can be matched twice; a number must stand for one thing only.
    const free = match !== undefined && !taken.has(match);
    const number = free ? match : last + own;
    taken.add(number);
    numbers.set(own, number);
  }
  return numbers;
}

function idsOf(content: Content): PlaceholderId[] {
  return placeholdersOf(content).flatMap((run) => (run.placeholder > 0 ? [run.placeholder] : []));
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
export function ownNumbers(blocks: readonly ReadBlock[]): Renumbering {
  return new Map(blocks.flatMap((block) => idsOf(block.content)).map((id) => [id, id]));
}
