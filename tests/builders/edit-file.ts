import type { ReadBlock, ReadFile, WriteRequest } from '#main/formats/format.ts';
import { plain, textOf, type Content } from '#shared/model/content.ts';
import { containersOf, requestFor, unitOf } from '#tests/formats/laws/request.ts';

export interface Changes {
  /** New text or content of the block that holds the words. */
  readonly change?: Readonly<Record<string, string | Content>>;
  /** Blocks to omit, by words. */
  readonly omit?: readonly string[];
  /** A unit of the same kind behind the block that holds the words. */
  readonly addAfter?: Readonly<Record<string, string | Content>>;
  /** Another kind for what is added. */
  readonly kind?: ReadBlock['kind'];
  readonly more?: Partial<WriteRequest>;
}

/** Text of the blocks that have any, in reading order. */
export function texts({ blocks }: ReadFile): readonly string[] {
  return blocks.map(({ content }) => textOf(content)).filter((text) => text.trim() !== '');
}

/** The first block whose text holds the words. */
export function block(file: ReadFile, words: string): ReadBlock {
  const found = file.blocks.find(({ content }) => textOf(content).includes(words));
  if (found === undefined) throw new RangeError(`no block says “${words}”: ${texts(file).join(' | ')}`);
  return found;
}

function contentOf(value: string | Content): Content {
  return typeof value === 'string' ? plain(value) : value;
}

/** What a writer is asked for when a file as it was read is changed so. */
export function editRequest(bytes: Uint8Array, file: ReadFile, changes: Changes): WriteRequest {
  const changed = new Map(
    Object.entries(changes.change ?? {}).map(([words, value]) => [block(file, words).anchor, contentOf(value)]),
  );
  const omit = (changes.omit ?? []).map((words) => block(file, words).anchor);
  const additions = new Map(
    Object.entries(changes.addAfter ?? {}).map(([words, value]) => {
      const like = block(file, words);
      const { level, ...unit } = unitOf(like, contentOf(value));
      const own = level === undefined ? {} : { level };
      const added = changes.kind === undefined ? { ...unit, ...own } : { ...unit, kind: changes.kind };
      return [like.anchor, { ...added, anchors: [] }];
    }),
  );
  const containers = containersOf(file, changed).map(({ container, units }) => ({
    container,
    units: units
      .filter((unit) => !omit.includes(unit.anchors[0] ?? ''))
      .flatMap((unit) => {
        const addition = additions.get(unit.anchors[0] ?? '');
        return addition === undefined ? [unit] : [unit, addition];
      }),
  }));
  return { ...requestFor(bytes, containers, omit), ...changes.more };
}
