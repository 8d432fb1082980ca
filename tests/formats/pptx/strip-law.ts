import type { Format, ReadFile } from '#main/formats/format.ts';
import { isText, normalizeContent, textOf } from '#shared/model/content.ts';
import { partText, readArchive } from '#tests/formats/laws/archive.ts';
import { compareBlocks } from '#tests/formats/laws/edits-law.ts';
import { clip, seeded, type Failure } from '#tests/formats/laws/failures.ts';
import { containersOf, requestFor } from '#tests/formats/laws/request.ts';
import { descendants, textIn, tree } from '#tests/formats/laws/tree.ts';

/** Shorter texts are found by chance. */
const TELLING = 14;
const FOLDER = /^(?:[a-z]:[\\/]|\\\\|file:|\/(?:Users|home)\/)/iu;

/** Everything an archive holds: names, inflated bytes as text, and that without its markup. */
function everything(file: Uint8Array): string {
  return readArchive(file)
    .flatMap(({ name, bytes }) => [name, partText(bytes), partText(bytes).replaceAll(/<[^>]*>/gu, '')])
    .join('\n');
}

/** Names of people and what they said in comments, as far as the slides do not say the same. */
function secrets(file: Uint8Array, page: string): readonly string[] {
  const found = readArchive(file)
    .filter((entry) => /comment|author|docProps\/core/iu.test(entry.name) && entry.name.endsWith('.xml'))
    .flatMap((entry) => [...descendants(tree(partText(entry.bytes)))])
    .flatMap((node) => {
      const isPerson = /:(?:creator|lastModifiedBy)$/u.test(node.name);
      const isSaid = node.name === 'p:text' || node.name === 'a:t';
      return [node.attributes.get('name') ?? '', isPerson || isSaid ? textIn(node) : ''];
    });
  return found.filter((text) => text.length >= (/\s/u.test(text) ? 6 : TELLING) && !page.includes(text));
}

/**
 * A participants' file: no speaker note, comment, name of whoever worked on it, nor any unit left out stands in any byte;
 * everything else reads as before.
 */
export async function stripLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  seed: number,
): Promise<readonly Failure[]> {
  const random = seeded(seed);
  const slides = file.blocks.filter((block) => !block.story.startsWith('notes:'));
  const notes = file.blocks.filter((block) => block.story.startsWith('notes:'));
  const page = slides.map((block) => textOf(block.content)).join('\n');
  const before = everything(skeleton);
  const omitted = new Set<string>();
  for (let tries = 0; tries < 40 && omitted.size < 5; tries++) {
    const block = slides[Math.floor(random() * slides.length)];
    const text = block === undefined ? '' : textOf(block.content);
    const isTelling = text.length >= TELLING && !/[&<>"]/u.test(text) && block?.story.startsWith('slide:') === true;
    if (isTelling && before.indexOf(text) === before.lastIndexOf(text)) omitted.add(block.anchor);
  }
  const kept = file.blocks.filter((block) => !omitted.has(block.anchor));
  const request = requestFor(skeleton, containersOf({ ...file, blocks: kept }), [...omitted]);
  const { bytes } = await format.write({ ...request, strip: true });
  const after = everything(bytes);
  const said = notes
    .map((block) => textOf(block.content))
    .filter((text) => text.length >= TELLING && !page.includes(text));
  const gone = file.blocks.filter((block) => omitted.has(block.anchor)).map((block) => textOf(block.content));
  const masters = mastersOf(skeleton);
  const leaks = [...[...secrets(skeleton, page), ...said].filter((text) => !masters.includes(text)), ...gone]
    .filter((word) => after.includes(word))
    .map((word): Failure => ({ law: 'edits', code: 'leak', detail: clip(word) }));
  const again = await format.read(bytes);
  const wanted = kept
    .filter((block) => !block.story.startsWith('notes:'))
    .filter((block) => block.kind !== 'altText' || !FOLDER.test(textOf(block.content)))
    .map((block) => ({
      ...block,
      content: normalizeContent(block.content.filter((run) => isText(run) || run.kind !== 'comment')),
    }));
  return [...leaks, ...compareBlocks('strip', wanted, again.blocks)];
}

/** What layouts, masters and themes say, which notes may repeat. */
function mastersOf(file: Uint8Array): string {
  return readArchive(file)
    .filter((entry) => /(?:Layouts?|Masters?|theme)\//u.test(entry.name) && entry.name.endsWith('.xml'))
    .map((entry) => textIn(tree(partText(entry.bytes))))
    .join('\n');
}
