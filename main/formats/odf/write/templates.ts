import type { UnitKind } from '#shared/model/unit.ts';
import type { OdfBlock, OdfModel } from '../model.ts';

/** Kinds that follow from the place alone: in one container they are the same thing. */
const PLAIN_KINDS: ReadonlySet<UnitKind> = new Set([
  'paragraph',
  'tableCell',
  'textBox',
  'footnote',
  'endnote',
  'header',
  'footer',
  'speakerNote',
  'label',
]);

interface Wanted {
  readonly kind: UnitKind;
  readonly level?: number;
}

/**
 * The block a new unit is cloned from: the nearest one of its kind and level in the container (before first, then
 * after), else anywhere in the document. `style`: only one of that style will do.
 */
export function pickTemplate(
  wanted: Wanted,
  before: readonly OdfBlock[],
  after: readonly OdfBlock[],
  part: string,
  model: OdfModel,
  style?: string,
): OdfBlock | undefined {
  const fits = (block: OdfBlock): boolean => !block.plain && (style === undefined || styleOf(block, model) === style);
  // A document has one title: a heading beside it is modelled on another heading where there is one.
  const isUsual = (block: OdfBlock): boolean => block.level !== 1 || styleOf(block, model) !== 'Title';
  const near = [...before.toReversed(), ...after].filter((block) => isLike(block, wanted) && fits(block));
  return (
    near.find((block) => isUsual(block)) ??
    model.blocks.find((block) => block.part === part && isSame(block, wanted) && fits(block) && isUsual(block)) ??
    near[0]
  );
}

function isSame(block: OdfBlock, wanted: Wanted): boolean {
  return block.kind === wanted.kind && block.level === wanted.level;
}

function isLike(block: OdfBlock, wanted: Wanted): boolean {
  return PLAIN_KINDS.has(wanted.kind) ? PLAIN_KINDS.has(block.kind) : isSame(block, wanted);
}

/** The name of a block's common paragraph style: what styles of two files have in common. */
export function styleOf({ element, part }: OdfBlock, { parts }: OdfModel): string {
  return parts.get(part)?.scope.named('paragraph', element.attributes['text:style-name'])?.name ?? '';
}
