import type { ReadBlock, ReadFile, UnitFacts, UnitState, WriteFinding, WriteUnit } from '#main/formats/format.ts';
import { xliffFormat } from '#main/formats/xliff/index.ts';
import { openXliff } from '#main/formats/xliff/open.ts';
import { violationsOf12 } from '#main/formats/xliff/validate/rules12.ts';
import { violationsOf } from '#main/formats/xliff/validate/validate.ts';
import { plain, type Content } from '#shared/model/content.ts';
import { blocksOf } from './file-laws.ts';

export function read(bytes: Uint8Array): Promise<ReadFile> {
  return xliffFormat.read(bytes);
}

/** The only unit of a file: both its texts and its state. */
export async function only(
  bytes: Uint8Array,
): Promise<{ source: Content; target: Content; state: UnitState; block: ReadBlock }> {
  const { blocks, translation } = await read(bytes);
  const [block] = blocks;
  if (block === undefined || blocks.length > 1) throw new RangeError(`${blocks.length} units`);
  return {
    source: block.content,
    target: translation?.blocks[0]?.content ?? [],
    state: translation?.states[0] ?? {},
    block,
  };
}

/** The rules a document breaks, by name. */
export function broken(bytes: Uint8Array): readonly string[] {
  const { root, version } = openXliff(bytes);
  return (version === 2 ? violationsOf(root) : violationsOf12(root)).map(({ rule }) => rule);
}

export const FACTS: UnitFacts = {
  id: '0190-1',
  mode: 'faithful',
  status: 'translated',
  audience: 'everyone',
  adaptation: null,
  untranslated: false,
};

interface Written {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly findings: readonly WriteFinding[];
}

interface Wish {
  readonly facts?: Partial<UnitFacts>;
  /** Further units behind the first. */
  readonly more?: readonly Omit<WriteUnit, 'anchors' | 'kind'>[];
  readonly omit?: boolean;
  readonly strip?: boolean;
}

/** Writes a new text into the first unit of a file. Throws when what is written breaks a rule. */
export async function write(bytes: Uint8Array, target: string | Content, wish: Wish = {}): Promise<Written> {
  const file = await read(bytes);
  const [block] = blocksOf(file);
  if (block === undefined) throw new RangeError('no unit');
  const { anchor, kind, container } = block;
  const content = typeof target === 'string' ? plain(target) : target;
  const first: WriteUnit = {
    anchors: [anchor],
    kind,
    content,
    ...(wish.facts === undefined ? {} : { facts: { ...FACTS, ...wish.facts } }),
  };
  const more = (wish.more ?? []).map((unit): WriteUnit => ({ anchors: [], kind, ...unit }));
  const result = await xliffFormat.write({
    skeleton: bytes,
    containers: [{ container, units: [...(wish.omit === true ? [] : [first]), ...more] }],
    omit: wish.omit === true ? [anchor] : [],
    locate: (id) => ({ file: 'skeleton', id }),
    strip: wish.strip ?? false,
    language: 'es-BO',
  });
  const rules = broken(result.bytes);
  if (rules.length > 0) throw new RangeError(rules.join(', '));
  return { ...result, text: Buffer.from(result.bytes).toString('utf8') };
}
