import { docxFormat } from '#main/formats/docx/index.ts';
import type { ReadFile, WriteResult } from '#main/formats/format.ts';
import { editRequest, type Changes } from '#tests/builders/edit-file.ts';
import { partText, readArchive } from './archive.ts';
import { descendants, tree, type Node } from './tree.ts';

export { block, texts, type Changes } from '#tests/builders/edit-file.ts';

export const format = docxFormat;

export function read(bytes: Uint8Array): Promise<ReadFile> {
  return docxFormat.read(bytes);
}

/** Reads the file, makes the changes, writes it. */
export async function edit(bytes: Uint8Array, changes: Changes): Promise<WriteResult> {
  return docxFormat.write(editRequest(bytes, await read(bytes), changes));
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
