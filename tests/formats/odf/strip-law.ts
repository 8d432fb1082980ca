import type { Format, ReadBlock, ReadFile } from '#main/formats/format.ts';
import { isText, normalizeContent, textOf, type Content } from '#shared/model/content.ts';
import { partText } from '../laws/archive.ts';
import { compareBlocks } from '../laws/edits-law.ts';
import { clip, seeded, type Failure } from '../laws/failures.ts';
import { containersOf, requestFor } from '../laws/request.ts';
import { childrenOf, descendants, textIn, tree, type Node } from '../laws/tree.ts';
import { entriesOf, nameOf } from './nodes.ts';

/** Shorter texts are found by chance. */
const TELLING = 14;
const DC_CREATOR = 'http://purl.org/dc/elements/1.1/:creator';
const TITLE = 'http://purl.org/dc/elements/1.1/:title';
const NAMES = new Set([DC_CREATOR, 'meta:initial-creator', 'meta:printed-by']);
const UNSEEN = new Set(['office:annotation', 'text:deletion', 'presentation:notes']);

/** A folder of somebody's, as programs leave it for a picture's description: it may go. */
const FOLDER = /^(?:[a-z]:[\\/]|\\\\|file:|\/(?:Users|home)\/)/iu;

function isXml(text: string): boolean {
  return /^\uFEFF?\s*</u.test(text);
}

function partsOf(file: Uint8Array): readonly string[] {
  return Array.from(entriesOf(file).values(), (bytes) => partText(bytes));
}

/** Names of people, texts of comments, deletions and speakers' notes, as far as no page says the same. */
function secrets(file: Uint8Array): readonly string[] {
  const found = new Set<string>();
  const pages: string[] = [];
  for (const text of partsOf(file)) {
    if (!isXml(text)) continue;
    try {
      gather(tree(text), false, found, pages);
    } catch {
      // Another parser may refuse what the product reads; what such a part says counts as shown.
      pages.push(text);
    }
  }
  const page = pages.join('\n');
  const titles = titlesOf(file);
  return [...found].filter((text) => text.length >= TELLING && !page.includes(text) && !titles.includes(text));
}

function gather(node: Node, isUnseen: boolean, found: Set<string>, pages: string[]): void {
  for (const inner of childrenOf(node)) {
    const name = nameOf(inner);
    const isParagraph = name === 'text:p' || name === 'text:h';
    if (NAMES.has(name)) found.add(textIn(inner).trim());
    else if (isParagraph && isUnseen) found.add(textIn(inner).trim());
    else if (isParagraph) pages.push(textIn(inner));
    gather(inner, isUnseen || UNSEEN.has(name), found, pages);
  }
}

/** A document keeps its title, whatever heading says the same. */
function titlesOf(file: Uint8Array): string {
  const parts = partsOf(file).filter((text) => isXml(text) && text.includes(':title>'));
  return parts
    .flatMap((text) => [...descendants(tree(text))].filter(({ name }) => name === TITLE).map((node) => textIn(node)))
    .join('\n');
}

/** All a file says; what pictures say inside is not opened. */
function everything(file: Uint8Array): string {
  const parts = Array.from(entriesOf(file)).filter(([name]) => !name.startsWith('Pictures/'));
  return parts.map(([name, bytes]) => `${name}\n${partText(bytes)}`).join('\n');
}

/** A file for participants: nobody's name, no comment, no note of the speaker, no unit left out; all else reads as before. */
export async function stripLaw(
  format: Format,
  skeleton: Uint8Array,
  file: ReadFile,
  seed = 1,
): Promise<readonly Failure[]> {
  const random = seeded(seed);
  const shown = file.blocks.filter(({ story }) => !story.startsWith('notes:'));
  const before = everything(skeleton);
  const titles = titlesOf(skeleton);
  const omitted = new Set<ReadBlock>();
  for (let tries = 0; tries < 40 && omitted.size < 5; tries++) {
    const block = shown[Math.floor(random() * shown.length)];
    const text = block === undefined ? '' : textOf(block.content);
    const isTelling =
      text.length >= TELLING &&
      !titles.includes(text) &&
      shown.filter((other) => textOf(other.content).includes(text)).length === 1 &&
      !/[&<>"]/u.test(text) &&
      block !== undefined &&
      /^(?:body|slide)/u.test(block.container) &&
      block.content.every((run) => isText(run));
    if (block !== undefined && isTelling && before.indexOf(text) === before.lastIndexOf(text)) omitted.add(block);
  }
  const kept = file.blocks.filter((block) => !omitted.has(block));
  const request = requestFor(
    skeleton,
    containersOf({ ...file, blocks: kept }),
    [...omitted].map(({ anchor }) => anchor),
  );
  const { bytes } = await format.write({ ...request, strip: true });
  const after = everything(bytes);
  const links = file.blocks.flatMap(({ content }) => content.map((run) => run.link ?? '')).join('\n');
  const hidden = secrets(skeleton).filter((word) => !links.includes(word));
  const leaks = [...hidden, ...[...omitted].map(({ content }) => textOf(content))]
    .filter((word) => after.includes(word))
    .map((word): Failure => ({ law: 'edits', code: 'leak', detail: clip(word) }));
  const again = await format.read(bytes);
  const wanted = shown
    .filter((block) => !omitted.has(block) && !(block.kind === 'altText' && FOLDER.test(textOf(block.content))))
    .map((block) => ({
      ...block,
      content: normalizeContent(block.content.filter((run) => isText(run) || run.kind !== 'comment')),
    }));
  return [...leaks, ...compareBlocks('strip', wanted.map(plainly), again.blocks.map(plainly))];
}

/** Without what a participants' file need not have: hidden text, results of fields, addresses, and labels of objects. */
function plainly<T extends Pick<ReadBlock, 'content'>>(block: T): T {
  const runs = block.content.flatMap((run): Content => {
    if (!isText(run)) return run.kind === 'hidden' ? [] : [{ ...run, label: '', link: '' }];
    const { link: _, ...rest } = run;
    return [rest];
  });
  return { ...block, content: normalizeContent(runs) };
}
