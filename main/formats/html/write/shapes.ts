import type { Planned } from '#main/formats/common/plan.ts';
import type { Edit } from '#main/formats/common/splice.ts';
import type { HtmlBlock } from '../model.ts';
import { innerRange } from '../tree.ts';
import { renderContent } from './render.ts';
import type { Shop } from './shop.ts';

/** A block as it is put somewhere: an element with what it holds, rendered when the page is written. */
export interface Shape {
  /** Start tag. */
  readonly open: string;
  readonly name: string;
  inner(): string;
}

/** Attributes a copy must not have: what names one place, counts one item or is a text of its own. */
const OWN_ATTRIBUTES =
  /\s(?:id|value|name|accesskey|title|aria-label|placeholder)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/giu;
const UNCOPIED = /<!--[\s\S]*?-->|<(script|style|template)\b[\s\S]*?<\/\1\s*>|<\/?a\b(?:"[^"]*"|'[^']*'|[^"'>])*>/giu;

/** The start tag of an element as another may have it. */
export function copiedTag(tag: string): string {
  return tag.replaceAll(OWN_ATTRIBUTES, '');
}

function nameOf(tag: string): string {
  return /^<([^\s>/]+)/u.exec(tag)?.[1] ?? 'p';
}

/** The start tag a block's own element has in the source. */
function startTag(block: HtmlBlock, text: string): string | undefined {
  const tag = block.owner?.sourceCodeLocation?.startTag;
  return tag === undefined ? undefined : text.slice(tag.startOffset, tag.endOffset);
}

function usualTag(block: Pick<HtmlBlock, 'kind' | 'level'>): string {
  if (block.kind === 'heading') return `<h${Math.min(6, block.level ?? 1)}>`;
  return block.kind === 'listItem' ? '<li>' : '<p>';
}

/** A block taken from its place, with its edits; `removal` is the edit that took it out. */
export function movedShape(block: HtmlBlock, removal: Edit, shop: Shop): Shape {
  const { splicer } = shop;
  const tag = block.standsAlone ? startTag(block, splicer.text) : undefined;
  const inner = block.owner === undefined ? block.outer : innerRange(block.owner);
  if (tag !== undefined && inner !== undefined) {
    return { open: tag, name: nameOf(tag), inner: () => splicer.sliceWithin(removal, inner.start, inner.end, true) };
  }
  const open = block.verbatim ? '<pre>' : usualTag(block);
  const { start, end } = inner ?? block.span;
  return { open, name: nameOf(open), inner: () => splicer.sliceWithin(removal, start, end, true) };
}

/** How far a model for a new block is looked for. */
const REACH = 500;

function nearest(
  place: number,
  fits: (block: HtmlBlock) => boolean,
  blocks: readonly HtmlBlock[],
): HtmlBlock | undefined {
  for (let step = 0; step < REACH; step++) {
    for (const block of [blocks[place - step], blocks[place + step]])
      if (block !== undefined && fits(block)) return block;
  }
  return undefined;
}

/** A new block, modelled on the one of its kind nearest to `place`. */
export function newShape({ unit, content }: Planned<HtmlBlock>, place: number, shop: Shop): Shape {
  const { text } = shop.splicer;
  const fits = (block: HtmlBlock): boolean =>
    block.kind === unit.kind &&
    block.standsAlone &&
    !block.unsound &&
    (block.kind !== 'heading' || block.level === unit.level);
  const template = nearest(place, fits, shop.model.blocks);
  const tag = template === undefined ? undefined : startTag(template, text);
  const inner = template?.owner === undefined ? undefined : innerRange(template.owner);
  if (template === undefined || tag === undefined || inner === undefined) {
    const open = usualTag(unit);
    return { open, name: nameOf(open), inner: () => renderContent(content, { verbatim: false }, shop) };
  }
  const around = (start: number, end: number): string => copiedTag(text.slice(start, end).replaceAll(UNCOPIED, ''));
  const { span } = template;
  return {
    open: copiedTag(tag),
    name: nameOf(tag),
    inner: () => around(inner.start, span.start) + renderContent(content, template, shop) + around(span.end, inner.end),
  };
}
