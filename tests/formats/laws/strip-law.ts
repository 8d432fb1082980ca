import { modelOf } from '#main/formats/docx/read.ts';
import type { Format, ReadBlock, ReadFile } from '#main/formats/format.ts';
import { isText, normalizeContent, textOf, type PlaceholderKind } from '#shared/model/content.ts';
import { partText, readArchive } from './archive.ts';
import { compareBlocks, isShown, type Expected } from './edits-law.ts';
import { clip, seeded, type Failure } from './failures.ts';
import { containersOf, requestFor } from './request.ts';
import { strayStories } from './stray.ts';
import { descendants, textIn, tree, type Node } from './tree.ts';

/** Shorter texts are found by chance. */
const TELLING = 14;

/** Told by what it holds: a name ending in `.xml` does not make a part XML, nor does a comment alone. */
function isXml(text: string): boolean {
  return /^\uFEFF?\s*<[?A-Za-z_]/u.test(text);
}

function partsOf(file: Uint8Array): readonly Node[] {
  return readArchive(file)
    .filter((entry) => /\.(?:xml|rels)$/u.test(entry.name))
    .map((entry) => partText(entry.bytes))
    .filter(isXml)
    .map((text) => tree(text));
}

/** Everything an archive holds: names, inflated bytes as they are, and as text without its markup. */
export function everything(file: Uint8Array): string {
  const pieces = readArchive(file).flatMap((entry) => {
    const text = partText(entry.bytes);
    return [entry.name, text, isXml(text) ? textIn(tree(text)) : ''];
  });
  return [Buffer.from(file).toString('latin1'), ...pieces].join('\n');
}

/** Names of people and texts of comments and deletions, as far as the page does not say the same. */
function secrets(parts: readonly Node[], page: string): ReadonlySet<string> {
  const found = new Set<string>();
  const programs = new Set<string>();
  for (const part of parts) {
    const isComments = part.name === 'w:comments';
    for (const node of descendants(part)) {
      const author = node.attributes.get('w:author');
      if (author !== undefined && /\s/u.test(author)) found.add(author);
      // A program that calls itself the author is nobody (22.2.2.1).
      if (/\/extended-?properties:Application$/iu.test(node.name)) programs.add(textIn(node));
      if (/:(?:creator|lastModifiedBy)$/u.test(node.name)) found.add(textIn(node));
      if (node.name === 'w:delText' || (isComments && node.name === 'w:t')) found.add(textIn(node).trim());
    }
  }
  return new Set(
    [...found].filter(
      (text) => !programs.has(text) && text.length >= (/\s/u.test(text) ? 6 : TELLING) && !page.includes(text),
    ),
  );
}

/** What no participant is shown. */
const PRIVATE: ReadonlySet<PlaceholderKind> = new Set(['comment', 'hidden']);

/** Cells named by the how-manieth of those that show something: deleted ones still count before they are gone. */
function recounted<T extends Expected>(blocks: readonly T[]): readonly T[] {
  const places = new Map<string, string[]>();
  const rank = (parent: string, name: string): number => {
    const siblings = places.get(parent) ?? [];
    if (!siblings.includes(name)) places.set(parent, [...siblings, name]);
    return (places.get(parent) ?? []).indexOf(name) + 1;
  };
  const recount = (container: string): string =>
    container.replaceAll(/\/t(\d+)r(\d+)c(\d+)(?=\/t\d|$)/gu, (_, t: string, r: string, c: string, at: number) => {
      const table = `${container.slice(0, at)}/t${t}`;
      const row = `${table}r${r}`;
      return `/t${rank(container.slice(0, at), table)}r${rank(table, row)}c${rank(row, c)}`;
    });
  return blocks
    .filter((block) => isShown(block.content))
    .map((block) => ({ ...block, container: recount(block.container) }));
}

/** A folder of somebody's, as Word leaves it for a picture's description: it names them, so it may go. */
const FOLDER = /^(?:[a-z]:[\\/]|\\\\|file:|\/(?:Users|home)\/)/iu;

/** Blocks that no page shows and that may go: of notes, headers and footers nothing refers to, and folders' names. */
async function unshown(skeleton: Uint8Array, file: ReadFile): Promise<ReadonlySet<ReadBlock>> {
  const { byAnchor, containers } = await modelOf(skeleton);
  const stray = strayStories(skeleton);
  const places = [...stray].flatMap((story) => containers.get(story) ?? []);
  return new Set(
    file.blocks.filter((block) => {
      const at = byAnchor.get(block.anchor);
      // What hangs on such a story, a text box or a description, stands inside it.
      const isInside = places.some(
        ({ part, element }) => part === at?.part && at.span.start >= element.start && at.span.end <= element.end,
      );
      return isInside || (block.kind === 'altText' && FOLDER.test(textOf(block.content)));
    }),
  );
}

/**
 * A participants' file: nothing of whoever worked on it, no comment, no deleted text and none of the units left out stands in
 * any byte; everything else reads as before.
 */
export async function stripLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  seed = 1,
): Promise<readonly Failure[]> {
  const random = seeded(seed);
  const page = file.blocks.map((block) => textOf(block.content)).join('\n');
  const before = everything(skeleton);
  const omitted = new Set<string>();
  // A few are tried: whether a text stands only once is a search through the whole file.
  for (let tries = 0; tries < 40 && omitted.size < 5; tries++) {
    const block = file.blocks[Math.floor(random() * file.blocks.length)];
    const text = block === undefined ? '' : textOf(block.content);
    const isTelling = text.length >= TELLING && !/[&<>"]/u.test(text) && block?.container === 'body';
    if (isTelling && before.indexOf(text) === before.lastIndexOf(text)) omitted.add(block.anchor);
  }
  const kept = file.blocks.filter((block) => !omitted.has(block.anchor));
  const request = requestFor(skeleton, containersOf({ ...file, blocks: kept }), [...omitted]);
  const { bytes } = await format.write({ ...request, strip: true });
  const after = everything(bytes);
  const gone = file.blocks.filter((block) => omitted.has(block.anchor));
  const words = [...secrets(partsOf(skeleton), page), ...gone.map((block) => textOf(block.content))];
  const leaks = words
    .filter((word) => after.includes(word))
    .map((word): Failure => ({ law: 'edits', code: 'leak', detail: clip(word) }));
  const again = await format.read(bytes);
  const hung = gone.some((block) => block.content.some((run) => 'placeholder' in run));
  const optional = await unshown(skeleton, file);
  const wanted = kept
    .filter((block) => !optional.has(block))
    .map((block) => ({
      ...block,
      content: normalizeContent(block.content.filter((run) => isText(run) || !PRIVATE.has(run.kind))),
    }));
  return hung ? leaks : [...leaks, ...compareBlocks('strip', recounted(wanted), recounted(again.blocks))];
}
