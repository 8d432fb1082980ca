import { joinContents } from '#shared/model/content.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { DocxBlock, DocxPart } from '../model.ts';
import { cloneParagraph, editBlock, movedParagraph, removeBlock } from './paragraphs.ts';
import { isUnchanged, type Plan, type Planned } from './plan.ts';
import { propertiesForKind } from './kinds.ts';
import type { Edit } from '#main/formats/common/splice.ts';
import { pickTemplate, styleOf } from './templates.ts';
import type { Workshop } from './workshop.ts';

/** Where inserted paragraphs went, so that nothing emptied is kept beside them for their parent's sake. */
export type Insertions = Map<string, number[]>;

const BLOCK_LEVEL = new Set(['w:p', 'w:tbl', 'w:sdt', 'w:customXml', 'w:altChunk']);

/** Turns a container's plan into edits: contents in place, moved paragraphs, new ones after what precedes them. */
export function placeContainer(plan: Plan, shop: Workshop, insertions: Insertions): void {
  const [first] = plan.items;
  if (first === undefined) return;
  if (first.block?.kind === 'altText') {
    placeAltText(plan, shop);
    return;
  }
  const start = startOf(plan, shop);
  if (start === undefined) {
    shop.find('containerMissing', { container: plan.container });
    return;
  }
  let cursor = start.offset;
  const removals = new Map<DocxBlock, Edit[]>();
  for (const { block, stays } of plan.items)
    if (block !== undefined && !stays) removals.set(block, takeOut(block, shop, insertions));
  const pending: string[] = [];
  for (let index = 0; index < plan.items.length; index++) {
    const item = plan.items[index] as Planned;
    if (item.block !== undefined && !isUnchanged(item.block, item.content)) editBlock(item.block, item.content, shop);
    if (item.block !== undefined && item.stays) {
      cursor = outerOf(item.block.paragraphs.at(-1) as XmlElement).end;
      continue;
    }
    for (const beside of [plan.items[index - 1]?.block, item.block]) if (beside !== undefined) keepMark(beside, shop);
    const render = renderer(item, plan.items, index, start.part, removals, shop, plan.container);
    pending.push(plan.container);
    shop.splicer(start.part.name).add({ start: cursor, end: cursor, render });
    insertions.set(start.part.name, [...(insertions.get(start.part.name) ?? []), cursor]);
  }
  if (pending.length > 0 && start.filler !== undefined)
    shop.splicer(start.part.name).replace(start.filler.start, start.filler.end, '');
}

/** A paragraph whose mark is deleted would run on into the one that now follows it: the deletion ends here. */
function keepMark(block: DocxBlock, shop: Workshop): void {
  const mark = block.paragraphs.at(-1)?.child('w:pPr')?.child('w:rPr');
  if (mark === undefined || shop.settled.has(mark)) return;
  shop.settled.add(mark);
  for (const { name, start, end } of mark.children)
    if (name === 'w:del' || name === 'w:moveFrom') shop.splicer(block.part).replace(start, end, '');
}

/** An attribute is one line: what was parted by line ends is parted by blanks, as it would be read (XML 1.0, 3.3.3). */
function placeAltText({ items }: Plan, shop: Workshop): void {
  const [first] = items;
  if (first?.block === undefined) return;
  const content = joinContents(
    items.map((item) => item.content),
    ' ',
  );
  if (!isUnchanged(first.block, content)) editBlock(first.block, content, shop);
}

interface Start {
  readonly part: DocxPart;
  readonly offset: number;
  /** The empty paragraph a container has when it holds nothing; new paragraphs take its place. */
  readonly filler?: XmlElement;
}

/** Where paragraphs go that come before any that stays. */
function startOf({ container, items }: Plan, shop: Workshop): Start | undefined {
  const staying = items.find((item) => item.stays)?.block;
  const original = staying ?? shop.firstOf(container);
  const paragraph = original?.paragraphs[0];
  if (original !== undefined && paragraph !== undefined) {
    return { part: shop.part(original.part), offset: outerOf(paragraph).start };
  }
  const place = shop.model.containers.get(container);
  if (place === undefined || place.element.contentEnd === place.element.end) return undefined;
  const part = shop.part(place.part);
  const filler = place.element.children.findLast((child) => child.name === 'w:p' && isEmpty(child));
  if (filler !== undefined) return { part, offset: filler.start, filler };
  const section = place.element.children.find((child) => child.name === 'w:sectPr');
  return { part, offset: section?.start ?? place.element.contentEnd };
}

function isEmpty(paragraph: XmlElement): boolean {
  return paragraph.children.every((child) => child.name === 'w:pPr' && child.child('w:sectPr') === undefined);
}

/** A content control for one plain paragraph cannot take a second: what follows goes after the control. */
function outerOf(paragraph: XmlElement): XmlElement {
  const content = paragraph.parent;
  const control = content?.name === 'w:sdtContent' ? content.parent : null;
  const holdsOne = content?.children.length === 1 && control?.child('w:sdtPr')?.child('w:text') !== undefined;
  return holdsOne && control !== null ? control : paragraph;
}

function takeOut(block: DocxBlock, shop: Workshop, insertions: Insertions): Edit[] {
  const splicer = shop.splicer(block.part);
  return block.paragraphs.map((paragraph) => {
    const section = paragraph.child('w:pPr')?.child('w:sectPr');
    if (section === undefined && !mustStay(paragraph, block.part, shop, insertions))
      return splicer.replace(paragraph.start, paragraph.end, '');
    const { prefix } = shop.part(block.part);
    const kept =
      section === undefined ? '' : `<${prefix}pPr>${splicer.text.slice(section.start, section.end)}</${prefix}pPr>`;
    return splicer.replace(paragraph.start, paragraph.end, `<${prefix}p>${kept}</${prefix}p>`);
  });
}

function renderer(
  { block, content, unit }: Planned,
  items: readonly Planned[],
  index: number,
  part: DocxPart,
  removals: ReadonlyMap<DocxBlock, Edit[]>,
  shop: Workshop,
  container: string,
): () => string {
  if (block !== undefined) {
    const edits = removals.get(block) ?? [];
    const splicer = shop.splicer(block.part);
    return () =>
      block.paragraphs.map((paragraph, at) => movedParagraph(paragraph, splicer, edits[at] as Edit)).join('');
  }
  const before = items.slice(0, index).flatMap(blockOf);
  const after = items.slice(index + 1).flatMap(blockOf);
  const donor = shop.carrier?.block(unit.donor);
  const style =
    donor === undefined || shop.carrier === undefined ? undefined : styleOf(donor, shop.carrier.source.model);
  const template = pickTemplate(unit, before, after, shop.model, style);
  if (template?.fits === true) return () => cloneParagraph(template.block, content, undefined, part, shop);
  const blank = shop.blankBlock(part, container);
  if (donor === undefined || shop.carrier === undefined) {
    const properties = propertiesForKind(unit, part, shop);
    return () => cloneParagraph(blank, content, properties, part, shop);
  }
  const { properties, base } = shop.carrier.paragraph(donor, part);
  return () => cloneParagraph({ ...blank, base: { ...donor.base, ...base } }, content, properties, part, shop);
}

function blockOf({ block }: Planned): readonly DocxBlock[] {
  return block === undefined ? [] : [block];
}

/** Drops a block: omitted, or no longer needed by a merged unit. */
export function dropBlock(block: DocxBlock, shop: Workshop, insertions: Insertions): void {
  removeBlock(block, shop, (paragraph) => mustStay(paragraph, block.part, shop, insertions));
}

/**
 * Whether a paragraph must stay because its parent needs one: a cell, note, header or control without a paragraph is
 * not valid, and a cell must end with one (17.4.65). A paragraph that need not stay counts as gone from here on.
 */
function mustStay(paragraph: XmlElement, part: string, shop: Workshop, insertions: Insertions): boolean {
  const { parent } = paragraph;
  if (parent === null) return true;
  const inserted = (insertions.get(part) ?? []).some(
    (offset) => offset >= parent.contentStart && offset <= parent.contentEnd,
  );
  const left = parent.children.filter(
    (child) => BLOCK_LEVEL.has(child.name) && !shop.gone.has(child) && child !== paragraph,
  );
  const mustEndSo = parent.name === 'w:tc' || parent.name === 'w:txbxContent';
  const needed = !inserted && (left.length === 0 || (mustEndSo && left.at(-1)?.name !== 'w:p'));
  if (!needed) shop.gone.add(paragraph);
  return needed;
}
