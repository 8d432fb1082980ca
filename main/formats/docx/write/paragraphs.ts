import { isText, type Content } from '#shared/model/content.ts';
import { escapeAttribute } from '#main/formats/package/xml-text.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { DocxBlock, DocxPart, EdgeItems, Item } from '../model.ts';
import { releaseBindings } from './bindings.ts';
import { renderContent } from './content-xml.ts';
import { renderItems } from './items.ts';
import type { Splicer } from '#main/formats/common/splice.ts';
import type { Workshop } from './workshop.ts';

/** Paragraph properties a copy must not have: sections, frames of initials, page breaks, tracked changes of the mark. */
const NOT_CLONED = new Set(['w:sectPr', 'w:pPrChange', 'w:pageBreakBefore', 'w:framePr']);
const NOT_CLONED_IN_MARK = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange']);

/** Replaces a block's content where it stands. */
export function editBlock(block: DocxBlock, content: Content, shop: Workshop): void {
  const splicer = shop.splicer(block.part);
  shop.edited.add(block);
  if (block.kind === 'altText') {
    const value = escapeAttribute(content.map((run) => (isText(run) ? run.text : '')).join(''));
    const render = (): string => {
      shop.rendered.add(block);
      return value;
    };
    for (const { start, end } of [block.span, ...block.twins]) splicer.add({ start, end, render });
    return;
  }
  releaseBindings(block, shop);
  const { start, end } = block.span;
  for (const paragraph of block.paragraphs.slice(0, -1)) splicer.replace(paragraph.start, paragraph.end, '');
  splicer.add({ start, end, render: () => inside(block, content, shop) });
}

/** Everything between the edges of the span: what has no width and stood at the edges stays there. */
function inside(block: DocxBlock, content: Content, shop: Workshop): string {
  const part = shop.part(block.part);
  const splicer = shop.splicer(block.part);
  shop.rendered.add(block);
  const orphans = stillNeeded(droppedPlaceholders(block, shop));
  return (
    renderItems(block.lead, part, splicer) +
    renderItems(orphans.filter(isStart), part, splicer) +
    renderContent(content, { part, block, isNew: false }, shop) +
    renderItems(
      orphans.filter((item) => !isStart(item)),
      part,
      splicer,
    ) +
    renderItems(block.tail, part, splicer)
  );
}

/** Placeholders of a block that no unit has put anywhere. */
function droppedPlaceholders(block: DocxBlock, shop: Workshop): EdgeItems[] {
  return block.content.flatMap((run) => {
    if (isText(run) || run.kind === 'close' || shop.wanted.has(run.placeholder)) return [];
    const placeholder = shop.model.placeholders[run.placeholder - 1];
    if (placeholder === undefined) return [];
    return { items: placeholder.items, halfField: placeholder.unpaired && placeholder.kind === 'field' };
  });
}

/**
 * Of what is about to go, what something elsewhere relies on: half a field, and starts and ends of bookmarks, comments
 * and permissions whose partner does not go with them.
 */
function stillNeeded(going: readonly EdgeItems[]): readonly Item[] {
  const counts = new Map<string, number>();
  for (const item of going.flatMap(({ items }) => items)) {
    const key = partnerKey(item);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return going.flatMap(({ items, halfField }) => {
    if (halfField) return items;
    return items.filter((item) => {
      const key = partnerKey(item);
      return key !== undefined && counts.get(key) === 1;
    });
  });
}

const PARTNERED = /^w:(.+?)(?:RangeStart|RangeEnd|Start|End)$/u;

/** What the start and the end of one range share. */
function partnerKey({ element }: Item): string | undefined {
  const match = PARTNERED.exec(element.name);
  return match === null ? undefined : `${match[1]}:${element.attributes['w:id'] ?? ''}`;
}

function isStart({ element }: Item): boolean {
  return element.name.endsWith('Start');
}

/**
 * Takes a block out. Its paragraph stays, emptied, when it carries a section's properties or half of something whose
 * other half lies elsewhere, or when what contains it would be left without the paragraph it must have.
 */
export function removeBlock(block: DocxBlock, shop: Workshop, isLastNeeded: (paragraph: XmlElement) => boolean): void {
  const splicer = shop.splicer(block.part);
  if (block.kind === 'altText') {
    for (const { start, end } of [block.span, ...block.twins]) splicer.replace(start, end, '');
    return;
  }
  const part = shop.part(block.part);
  const kept = stillNeeded([...block.edges, ...droppedPlaceholders(block, shop)]);
  for (const paragraph of block.paragraphs) {
    const isLast = paragraph === block.paragraphs.at(-1);
    const hasSection = paragraph.child('w:pPr')?.child('w:sectPr') !== undefined;
    if (hasSection || (isLast && (kept.length > 0 || isLastNeeded(paragraph)))) {
      const start = paragraph.child('w:pPr')?.end ?? paragraph.contentStart;
      splicer.add({ start, end: paragraph.contentEnd, render: () => (isLast ? renderItems(kept, part, splicer) : '') });
      shop.find('omitKept', { container: block.container, anchor: block.anchor });
    } else splicer.replace(paragraph.start, paragraph.end, '');
  }
}

/** A new paragraph with the look of `template`'s: its properties without what belongs to one paragraph only. */
export function cloneParagraph(
  template: DocxBlock,
  content: Content,
  properties: string | undefined,
  part: DocxPart,
  shop: Workshop,
): string {
  const { prefix } = part;
  const pPr = properties ?? clonedProperties(template.paragraphs.at(-1), shop.splicer(template.part).text);
  return `<${prefix}p>${pPr}${renderContent(content, { part, block: template, isNew: true }, shop)}</${prefix}p>`;
}

/** A paragraph's properties as text, fit for another paragraph. */
export function clonedProperties(paragraph: XmlElement | undefined, text: string): string {
  const pPr = paragraph?.child('w:pPr');
  if (pPr === undefined) return '';
  const inner = pPr.children.flatMap((child) => {
    if (NOT_CLONED.has(child.name)) return [];
    if (child.name !== 'w:rPr') return text.slice(child.start, child.end);
    return `${text.slice(child.start, child.contentStart)}${without(child, NOT_CLONED_IN_MARK, text)}${text.slice(child.contentEnd, child.end)}`;
  });
  if (inner.length === 0) return '';
  return `${text.slice(pPr.start, pPr.contentStart)}${inner.join('')}${text.slice(pPr.contentEnd, pPr.end)}`;
}

function without(element: XmlElement, names: ReadonlySet<string>, text: string): string {
  return element.children
    .filter((child) => !names.has(child.name))
    .map((child) => text.slice(child.start, child.end))
    .join('');
}

/** A paragraph that moves: as it stands, with its edits, but its section's end stays where it was. */
export function movedParagraph(
  paragraph: XmlElement,
  splicer: Splicer,
  removal: { start: number; end: number; render(): string },
): string {
  const section = paragraph.child('w:pPr')?.child('w:sectPr');
  if (section === undefined) return splicer.sliceWithin(removal, paragraph.start, paragraph.end);
  return (
    splicer.sliceWithin(removal, paragraph.start, section.start) +
    splicer.sliceWithin(removal, section.end, paragraph.end)
  );
}
