import type { Format, ReadBlock, ReadFile, WriteRequest } from '#main/formats/format.ts';
import { isText, plain, textOf, type Content } from '#shared/model/content.ts';
import { containersOf, requestFor, unitOf } from '#tests/formats/laws/request.ts';

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

export interface Changes {
  /** New text or content of the block that holds the words. */
  readonly change?: Readonly<Record<string, string | Content>>;
  readonly omit?: readonly string[];
  /** A unit of the same kind after the block that holds the words. */
  readonly addAfter?: Readonly<Record<string, string | Content>>;
  readonly more?: Partial<WriteRequest>;
}

function find(file: ReadFile, words: string): ReadBlock {
  const block = file.blocks.find((candidate) => textOf(candidate.content).includes(words));
  if (block === undefined) throw new RangeError(`no block says “${words}”: ${lines(file).join(' | ')}`);
  return block;
}

function content(value: string | Content): Content {
  return typeof value === 'string' ? plain(value) : value;
}

/** Reads the text, makes the changes, and gives what is written. */
export async function edited(format: Format, source: string | Uint8Array, changes: Changes): Promise<string> {
  return Buffer.from(
    await editedBytes(format, typeof source === 'string' ? Buffer.from(source) : source, changes),
  ).toString('utf8');
}

export async function editedBytes(format: Format, bytes: Uint8Array, changes: Changes): Promise<Uint8Array> {
  const file = await format.read(bytes);
  const changed = new Map(
    Object.entries(changes.change ?? {}).map(([words, value]) => [find(file, words).anchor, content(value)]),
  );
  const omit = (changes.omit ?? []).map((words) => find(file, words).anchor);
  const added = new Map(
    Object.entries(changes.addAfter ?? {}).map(([words, value]) => {
      const like = find(file, words);
      return [like.anchor, { ...unitOf(like, content(value)), anchors: [] }];
    }),
  );
  const containers = containersOf(file, changed).map((container) => ({
    ...container,
    units: container.units
      .filter((unit) => !omit.includes(unit.anchors[0] ?? ''))
      .flatMap((unit) => [
        unit,
        ...(added.has(unit.anchors[0] ?? '') ? [added.get(unit.anchors[0] ?? '') ?? unit] : []),
      ]),
  }));
  return (await format.write({ ...requestFor(bytes, containers, omit), ...changes.more })).bytes;
}
