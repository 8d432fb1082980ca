import type { Format, ReadBlock, ReadFile, WriteRequest, WriteResult } from '#main/formats/format.ts';
import { odpFormat, odtFormat } from '#main/formats/odf/index.ts';
import { isText, plain, textOf, type Content } from '#shared/model/content.ts';
import { partText } from '../laws/archive.ts';
import { containersOf, requestFor, unitOf } from '../laws/request.ts';
import { entriesOf } from './nodes.ts';

export function read(bytes: Uint8Array): Promise<ReadFile> {
  return odtFormat.read(bytes);
}

export function readSlides(bytes: Uint8Array): Promise<ReadFile> {
  return odpFormat.read(bytes);
}

/** The first block whose text holds the words. */
export function block(file: ReadFile, words: string): ReadBlock {
  const found = file.blocks.find((candidate) => textOf(candidate.content).includes(words));
  if (found === undefined) throw new RangeError(`no block says “${words}”: ${texts(file).join(' | ')}`);
  return found;
}

/** Text of the blocks that have any, in reading order. */
export function texts(file: ReadFile): readonly string[] {
  return file.blocks.map((each) => textOf(each.content)).filter((text) => text.trim() !== '');
}

/** Text runs as `[text, marks]`, placeholders by their kinds. */
export function told(content: Content): readonly unknown[] {
  return content.map((run) => (isText(run) ? [run.text, ...run.marks] : run.kind));
}

interface Changes {
  /** New content of the block that holds the words. */
  readonly change?: Readonly<Record<string, string | Content>>;
  /** Blocks to omit, by words. */
  readonly omit?: readonly string[];
  /** A unit of the same kind to add after the block that holds the words. */
  readonly addAfter?: Readonly<Record<string, string | Content>>;
  readonly kind?: ReadBlock['kind'];
  readonly more?: Partial<WriteRequest>;
  readonly format?: Format;
}

function content(value: string | Content): Content {
  return typeof value === 'string' ? plain(value) : value;
}

/** Reads the file, makes the changes, writes it. */
export async function edit(bytes: Uint8Array, changes: Changes): Promise<WriteResult> {
  const format = changes.format ?? odtFormat;
  const file = await format.read(bytes);
  const changed = new Map(
    Object.entries(changes.change ?? {}).map(([words, value]) => [block(file, words).anchor, content(value)]),
  );
  const omit = (changes.omit ?? []).map((words) => block(file, words).anchor);
  const additions = new Map(
    Object.entries(changes.addAfter ?? {}).map(([words, value]) => {
      const like = block(file, words);
      const { level: _, ...unit } = unitOf(like, content(value));
      const added = changes.kind === undefined ? unitOf(like, content(value)) : { ...unit, kind: changes.kind };
      return [like.anchor, { ...added, anchors: [] }];
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
  return format.write({ ...requestFor(bytes, containers, omit), ...changes.more });
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
