import { docxFormat } from '#main/formats/docx/index.ts';
import type { ReadBlock, ReadFile, WriteRequest, WriteResult } from '#main/formats/format.ts';
import { plain, textOf, type Content } from '#shared/model/content.ts';
import { partText, readArchive } from './archive.ts';
import { containersOf, requestFor, unitOf } from './request.ts';
import { descendants, tree, type Node } from './tree.ts';

export const format = docxFormat;

export function read(bytes: Uint8Array): Promise<ReadFile> {
  return docxFormat.read(bytes);
}

/** Text of the blocks that have any, in reading order. */
export function texts(file: ReadFile): readonly string[] {
  return file.blocks.map((block) => textOf(block.content)).filter((text) => text.trim() !== '');
}

/** The first block whose text holds the words. */
export function block(file: ReadFile, words: string): ReadBlock {
  const found = file.blocks.find((candidate) => textOf(candidate.content).includes(words));
  if (found === undefined) throw new RangeError(`no block says “${words}”: ${texts(file).join(' | ')}`);
  return found;
}

export interface Changes {
  /** New content of the block that holds the words. */
  readonly change?: Readonly<Record<string, string | Content>>;
  /** Blocks to omit, by words. */
  readonly omit?: readonly string[];
  /** A unit of the same kind to add after the block that holds the words. */
  readonly addAfter?: Readonly<Record<string, string | Content>>;
  readonly more?: Partial<WriteRequest>;
}

function content(value: string | Content): Content {
  return typeof value === 'string' ? plain(value) : value;
}

/** Reads the file, makes the changes, writes it. */
export async function edit(bytes: Uint8Array, changes: Changes): Promise<WriteResult> {
  const file = await read(bytes);
  const changed = new Map(
    Object.entries(changes.change ?? {}).map(([words, value]) => [block(file, words).anchor, content(value)]),
  );
  const omit = (changes.omit ?? []).map((words) => block(file, words).anchor);
  const additions = new Map(
    Object.entries(changes.addAfter ?? {}).map(([words, value]) => {
      const like = block(file, words);
      return [like.anchor, { ...unitOf(like, content(value)), anchors: [] }];
    }),
  );
  const containers = containersOf(file, changed).map((container) => ({
    ...container,
    units: container.units
      .filter((unit) => !omit.includes(unit.anchors[0] ?? ''))
      .flatMap((unit) => {
        const addition = additions.get(unit.anchors[0] ?? '');
        return addition === undefined ? [unit] : [unit, addition];
      }),
  }));
  return docxFormat.write({ ...requestFor(bytes, containers, omit), ...changes.more });
}

/** The text of a part, by default the main one. */
export function part(bytes: Uint8Array, name = 'word/document.xml'): string {
  const entry = readArchive(bytes).find((candidate) => candidate.name === name);
  if (entry === undefined) throw new RangeError(`no ${name}`);
  return partText(entry.bytes);
}

/** Every element of a name in a part. */
export function elements(bytes: Uint8Array, element: string, name?: string): readonly Node[] {
  return [...descendants(tree(part(bytes, name)))].filter((node) => node.name === element);
}
