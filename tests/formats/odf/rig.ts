import type { Format, ReadFile, WriteResult } from '#main/formats/format.ts';
import { odpFormat, odtFormat } from '#main/formats/odf/index.ts';
import { isText, type Content } from '#shared/model/content.ts';
import { editRequest, type Changes } from '#tests/builders/edit-file.ts';
import { partText } from '../laws/archive.ts';
import { entriesOf } from './nodes.ts';

export { block, texts } from '#tests/builders/edit-file.ts';

export function read(bytes: Uint8Array): Promise<ReadFile> {
  return odtFormat.read(bytes);
}

export function readSlides(bytes: Uint8Array): Promise<ReadFile> {
  return odpFormat.read(bytes);
}

/** Text runs as `[text, marks]`, placeholders by their kinds. */
export function told(content: Content): readonly unknown[] {
  return content.map((run) => (isText(run) ? [run.text, ...run.marks] : run.kind));
}

/** Reads the file, makes the changes, writes it. */
export async function edit(
  bytes: Uint8Array,
  { format = odtFormat, ...changes }: Changes & { readonly format?: Format },
): Promise<WriteResult> {
  return format.write(editRequest(bytes, await format.read(bytes), changes));
}

/** The text of a part, by default the content. */
export function part(bytes: Uint8Array, name = 'content.xml'): string {
  const entries = entriesOf(bytes);
  const entry = entries.get(name) ?? entries.get('document.xml');
  if (entry === undefined) throw new RangeError(`no ${name}`);
  return partText(entry);
}

/** What stands between the tags of the body. */
export function body(bytes: Uint8Array): string {
  return /<office:text>(?<inner>.*)<\/office:text>/su.exec(part(bytes))?.groups?.['inner'] ?? '';
}
