import type { UnitKind } from '#shared/model/unit.ts';
import type { DocxBlock, DocxModel } from '../model.ts';
import type { Style } from '../styles.ts';

/** Kinds that follow from the place alone: in one container they are the same thing. */
const PLAIN_KINDS: ReadonlySet<UnitKind> = new Set([
  'paragraph',
  'tableCell',
  'textBox',
  'footnote',
  'endnote',
  'header',
  'footer',
]);

interface Wanted {
  readonly kind: UnitKind;
  readonly level?: number;
}

/** What a new paragraph is modelled on, and whether it truly is of the kind wanted. */
export interface Template {
  readonly block: DocxBlock;
  readonly fits: boolean;
}

/**
 * The block a new unit is cloned from: the nearest one of its kind and level in the container (before first, then
 * after), else anywhere in the document, else simply the nearest, which then lends no more than its place.
 */
export function pickTemplate(
  wanted: Wanted,
  before: readonly DocxBlock[],
  after: readonly DocxBlock[],
  model: DocxModel,
  style?: string,
): Template | undefined {
  const isSeen = (block: DocxBlock): boolean => block.kind !== 'altText' && !isHidden(block, model);
  const nearby = [...before.toReversed(), ...after].filter((block) => isSeen(block));
  const fits = (block: DocxBlock): boolean => style === undefined || styleOf(block, model) === style;
  // A document has one title: a heading beside it is modelled on another heading where there is one.
  const isUsual = (block: DocxBlock): boolean => block.level !== 1 || styleOf(block, model) !== 'title';
  const near = nearby.filter((block) => isLike(block, wanted) && fits(block));
  const [neighbour] = nearby;
  const elsewhere = (): DocxBlock | undefined => {
    const like = model.blocks.filter(
      (block) =>
        block.kind === wanted.kind && block.level === wanted.level && isSeen(block) && fits(block) && isUsual(block),
    );
    return like.find((block) => block.part === neighbour?.part) ?? like.find((block) => block.part === model.main);
  };
  const same = near.find((block) => isUsual(block)) ?? elsewhere() ?? near[0];
  if (same !== undefined) return { block: same, fits: true };
  return neighbour === undefined ? undefined : { block: neighbour, fits: false };
}

function isLike(block: DocxBlock, wanted: Wanted): boolean {
  if (PLAIN_KINDS.has(wanted.kind)) return PLAIN_KINDS.has(block.kind);
  return block.kind === wanted.kind && block.level === wanted.level;
}

/** Whether a paragraph's style hides its text: a new one like it would never be seen. */
function isHidden(block: DocxBlock, model: DocxModel): boolean {
  return styleIn(block, model)?.traits.hidden === true;
}

function styleIn(block: DocxBlock, { styles }: Pick<DocxModel, 'styles'>): Style | undefined {
  return styles.paragraph(block.paragraphs.at(-1)?.child('w:pPr')?.value('w:pStyle'));
}

/** The name of a block's paragraph style, lower case: what styles of two files have in common. */
export function styleOf(block: DocxBlock, model: Pick<DocxModel, 'styles'>): string {
  return styleIn(block, model)?.name.toLowerCase() ?? '';
}
