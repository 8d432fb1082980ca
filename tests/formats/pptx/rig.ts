import type { ReadBlock, ReadFile, WriteResult } from '#main/formats/format.ts';
import { pptxFormat } from '#main/formats/pptx/index.ts';
import { isText, plain, textOf, type Content } from '#shared/model/content.ts';
import { partText, readArchive } from '#tests/formats/laws/archive.ts';
import { containersOf, requestFor, unitOf } from '#tests/formats/laws/request.ts';

export const read = (bytes: Uint8Array): Promise<ReadFile> => pptxFormat.read(bytes);

/** Kind and text of every block, level and label where there are any. */
export function told(file: ReadFile): readonly string[] {
  return file.blocks.map(({ kind, level, label, content }) => {
    const text = content.map((run) => (isText(run) ? run.text : `⟦${run.kind}⟧`)).join('');
    return `${kind}${level === undefined ? '' : ` ${level}`}${label === undefined ? '' : ` ${label}`}: ${text}`;
  });
}

/** The block whose text holds the words. */
export function block(file: ReadFile, words: string): ReadBlock {
  const found = file.blocks.find((candidate) => textOf(candidate.content).includes(words));
  if (found === undefined) throw new RangeError(`no block says “${words}”: ${told(file).join(' | ')}`);
  return found;
}

export interface Changes {
  /** New content of the block that holds the words. */
  readonly change?: Readonly<Record<string, string | Content>>;
  readonly omit?: readonly string[];
  /** A unit like the block that holds the words, behind it. */
  readonly addAfter?: Readonly<Record<string, string>>;
  readonly strip?: boolean;
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
  const added = new Map(
    Object.entries(changes.addAfter ?? {}).map(([words, value]) => {
      const like = block(file, words);
      return [like.anchor, { ...unitOf(like, content(value)), anchors: [] }];
    }),
  );
  const containers = containersOf(file, changed).map(({ container, units }) => ({
    container,
    units: units
      .filter((unit) => !omit.includes(unit.anchors[0] ?? ''))
      .flatMap((unit) => [
        unit,
        ...(added.has(unit.anchors[0] ?? '') ? [added.get(unit.anchors[0] ?? '') ?? unit] : []),
      ]),
  }));
  return pptxFormat.write({ ...requestFor(bytes, containers, omit), strip: changes.strip ?? false });
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
