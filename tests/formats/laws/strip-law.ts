import type { Format, ReadFile } from '#main/formats/format.ts';
import { isText, normalizeContent, textOf } from '#shared/model/content.ts';
import { partText, readArchive } from './archive.ts';
import { compareBlocks } from './edits-law.ts';
import { clip, seeded, type Failure } from './failures.ts';
import { containersOf, requestFor } from './request.ts';
import { descendants, textIn, tree, type Node } from './tree.ts';

/** Shorter texts are found by chance. */
const TELLING = 14;

function partsOf(file: Uint8Array): readonly Node[] {
  return readArchive(file)
    .filter((entry) => /\.(?:xml|rels)$/u.test(entry.name))
    .map((entry) => tree(partText(entry.bytes)));
}

/** Everything an archive holds: names, inflated bytes as they are, and as text without its markup. */
export function everything(file: Uint8Array): string {
  const pieces = readArchive(file).flatMap((entry) => {
    const text = partText(entry.bytes);
    return [entry.name, text, /^\uFEFF?\s*</u.test(text) ? textIn(tree(text)) : ''];
  });
  return [Buffer.from(file).toString('latin1'), ...pieces].join('\n');
}

/** Names of people and texts of comments and deletions, as far as the page does not say the same. */
function secrets(parts: readonly Node[], page: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const part of parts) {
    const isComments = part.name === 'w:comments';
    for (const node of descendants(part)) {
      const author = node.attributes.get('w:author');
      if (author !== undefined && /\s/u.test(author)) found.add(author);
      if (/:(?:creator|lastModifiedBy)$/u.test(node.name)) found.add(textIn(node));
      if (node.name === 'w:delText' || (isComments && node.name === 'w:t')) found.add(textIn(node).trim());
    }
  }
  return new Set([...found].filter((text) => text.length >= (/\s/u.test(text) ? 6 : TELLING) && !page.includes(text)));
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
  const wanted = kept.map((block) => ({
    ...block,
    content: normalizeContent(block.content.filter((run) => isText(run) || run.kind !== 'comment')),
  }));
  return hung ? leaks : [...leaks, ...compareBlocks('strip', wanted, again.blocks)];
}
