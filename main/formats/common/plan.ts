import { blocksOf, isText, sameLook, type Content, type PlaceholderId, type Run } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { PlaceholderPlace, WriteContainer, WriteUnit } from '../format.ts';

/** What planning looks at of a format's own blocks. */
export interface PlannableBlock {
  readonly container: string;
  readonly content: Content;
}

/** One paragraph of the result: a block of the skeleton where it stands or moved, or a new one. */
export interface Planned<B> {
  readonly unit: WriteUnit;
  /** The skeleton's block; undefined for a new paragraph. */
  readonly block: B | undefined;
  readonly content: Content;
  /** Whether the block keeps its place, others being moved around it. */
  stays: boolean;
}

export interface Plan<B> {
  readonly container: string;
  readonly items: readonly Planned<B>[];
  /** Blocks of merged units that are no longer needed. */
  readonly dropped: readonly B[];
}

export type Locate = (id: PlaceholderId) => PlaceholderPlace | undefined;

/** What a format's writer knows of the skeleton. */
export interface PlanShop<B> {
  readonly model: { readonly byAnchor: ReadonlyMap<string, B> };
  /** Place of each block in reading order. */
  readonly order: ReadonlyMap<B, number>;
  /** Content in the skeleton's placeholder numbers. */
  localize(content: Content, locate: Locate): Content;
}

/**
 * Lays the units of a container out as paragraphs: contents on anchors in order, more contents as new paragraphs. Throws
 * badRequest for an unknown anchor, crossesContainer for one of another container.
 */
export function planContainer<B extends PlannableBlock>(
  { container, units }: WriteContainer,
  locate: Locate,
  shop: PlanShop<B>,
): Plan<B> {
  const items: Planned<B>[] = [];
  const dropped: B[] = [];
  for (const unit of units) {
    const blocks = unit.anchors.map((anchor) => blockAt(anchor, container, shop));
    const content = shop.localize(unit.content, locate);
    const contents = content.some((run) => isText(run) && run.text.includes('\n')) ? blocksOf(content) : [content];
    for (let index = 0; index < contents.length; index++) {
      items.push({ unit, block: blocks[index], content: contents[index] as Content, stays: false });
    }
    if (blocks.length > contents.length) dropped.push(...blocks.slice(contents.length));
  }
  markStaying(items, shop.order);
  return { container, items, dropped };
}

function blockAt<B extends PlannableBlock>(anchor: string, container: string, shop: PlanShop<B>): B {
  const block = shop.model.byAnchor.get(anchor);
  if (block === undefined) throw new AdaptaError('badRequest', { anchor });
  if (block.container !== container) throw new AdaptaError('crossesContainer', { anchor, container });
  return block;
}

/** The longest run of blocks already in the wanted order stays; only the others move. */
function markStaying<B>(items: readonly Planned<B>[], order: ReadonlyMap<B, number>): void {
  const known = items.filter((item) => item.block !== undefined);
  const tails: number[] = [];
  const previous: number[] = [];
  const positions = known.map((item) => order.get(item.block as B) ?? 0);
  if (positions.every((position, index) => index === 0 || position > (positions[index - 1] as number))) {
    for (const item of known) item.stays = true;
    return;
  }
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index] as number;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((positions[tails[middle] as number] as number) < position) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (tails[low - 1] as number);
    tails[low] = index;
  }
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] as number) {
    (known[index] as Planned<B>).stays = true;
  }
}

/** Whether a block's new content is what the reader says it holds; labels are for display and do not count. */
export function isUnchanged({ content: old }: PlannableBlock, content: Content): boolean {
  if (old === content) return true;
  if (old.length !== content.length) return false;
  return old.every((run, index) => isSame(run, content[index] as Run));
}

function isSame(a: Run, b: Run): boolean {
  if (isText(a)) return isText(b) && a.text === b.text && sameLook(a, b);
  return !isText(b) && a.placeholder === b.placeholder && a.kind === b.kind && a.link === b.link;
}
