import type { ReadFile, WriteResult } from '#main/formats/format.ts';
import { pptxFormat } from '#main/formats/pptx/index.ts';
import { isText } from '#shared/model/content.ts';
import { editRequest, type Changes } from '#tests/builders/edit-file.ts';
import { partText, readArchive } from '#tests/formats/laws/archive.ts';

export { block } from '#tests/builders/edit-file.ts';

export const read = (bytes: Uint8Array): Promise<ReadFile> => pptxFormat.read(bytes);

/** Kind and text of every block, level and label where there are any. */
export function told(file: ReadFile): readonly string[] {
  return file.blocks.map(({ kind, level, label, content }) => {
    const text = content.map((run) => (isText(run) ? run.text : `⟦${run.kind}⟧`)).join('');
    return `${kind}${level === undefined ? '' : ` ${level}`}${label === undefined ? '' : ` ${label}`}: ${text}`;
  });
}

/** Reads the file, makes the changes, writes it. */
export async function edit(
  bytes: Uint8Array,
  { strip = false, ...changes }: Changes & { readonly strip?: boolean },
): Promise<WriteResult> {
  return pptxFormat.write({ ...editRequest(bytes, await read(bytes), changes), strip });
}

/** The text of a part below `ppt/`. */
export function part(bytes: Uint8Array, name: string): string {
  const entry = readArchive(bytes).find((candidate) => candidate.name === `ppt/${name}`);
  if (entry === undefined) throw new RangeError(`no ${name}`);
  return partText(entry.bytes);
}

export function parts(bytes: Uint8Array): readonly string[] {
  return readArchive(bytes).map(({ name }) => name);
}
