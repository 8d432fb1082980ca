import type { Format, ReadFile } from '#main/formats/format.ts';
import { isText, type Content } from '#shared/model/content.ts';
import { editRequest, type Changes } from '#tests/builders/edit-file.ts';

export type { Changes } from '#tests/builders/edit-file.ts';

/** Content in a line: marks in slashes, links in brackets, placeholders in braces. */
export function line(content: Content): string {
  return content
    .map((run) => {
      if (!isText(run)) return `{${run.kind}}`;
      const marked = run.marks.length === 0 ? run.text : `/${run.marks.join('+')}:${run.text}/`;
      return run.link === undefined ? marked : `[${marked}](${run.link})`;
    })
    .join('');
}

/** Every block as `container kind text`. */
export function lines(file: ReadFile): readonly string[] {
  return file.blocks.map(
    ({ container, kind, level, content }) => `${container} ${kind}${level ?? ''} ${line(content)}`,
  );
}

/** Reads the text, makes the changes, and gives what is written. */
export async function edited(format: Format, source: string | Uint8Array, changes: Changes): Promise<string> {
  return Buffer.from(
    await editedBytes(format, typeof source === 'string' ? Buffer.from(source) : source, changes),
  ).toString('utf8');
}

export async function editedBytes(format: Format, bytes: Uint8Array, changes: Changes): Promise<Uint8Array> {
  return (await format.write(editRequest(bytes, await format.read(bytes), changes))).bytes;
}
