import { isText, type Content } from '#shared/model/content.ts';
import { escapeXml } from '#main/formats/package/xml-text.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { OdfBlock, OdfPart } from '../model.ts';
import { renderContent } from './content-xml.ts';
import { countPartners, isStart, stillNeeded } from './partners.ts';
import type { Workshop } from './shop.ts';
import { changesPage, changesPageStyle } from './styles-made.ts';
import { copiedEnd, copiedTag } from './tags.ts';

/** Replaces a block's content where it stands. */
export function editBlock(block: OdfBlock, content: Content, shop: Workshop): void {
  const splicer = shop.splicer(block.part);
  const { element, twin } = block;
  shop.edited.add(block);
  const words = escapeXml(content.map((run) => (isText(run) ? run.text : '')).join(''));
  if (twin !== undefined) splicer.replace(twin.contentStart, twin.contentEnd, words);
  if (block.plain) {
    splicer.replace(element.contentStart, element.contentEnd, words);
    shop.rendered.add(block);
    return;
  }
  const render = (): string => inside(block, content, shop);
  splicer.add({ start: element.contentStart, end: element.contentEnd, render });
}

/** Everything inside the paragraph: what has no width and stood at its edges stays there. */
function inside(block: OdfBlock, content: Content, shop: Workshop): string {
  const { part: name, lead, tail, changes } = block;
  const part = shop.part(name);
  const splicer = shop.splicer(name);
  const raw = (elements: readonly XmlElement[]): string =>
    elements.map(({ start, end }) => splicer.slice(start, end)).join('');
  shop.rendered.add(block);
  const orphans = needed([...dropped(block, shop)], block, shop);
  // What lies between two halves in different paragraphs is less than it was, never more.
  const halves = needed(changes, block, shop);
  const { hint, xml } = renderContent(content, { part, block }, shop);
  return [
    hint,
    raw(halves.filter((mark) => !isStart(mark))),
    raw(lead),
    raw(orphans.filter((mark) => isStart(mark))),
    xml,
    raw(orphans.filter((mark) => !isStart(mark))),
    raw(tail),
    raw(halves.filter((mark) => isStart(mark))),
  ].join('');
}

/** Elements without width of a block that no unit has put anywhere. */
function dropped(block: OdfBlock, shop: Workshop): readonly XmlElement[] {
  return block.content.flatMap((run) => {
    if (isText(run) || run.kind === 'close' || shop.wanted.has(run.placeholder)) return [];
    return shop.model.placeholders[run.placeholder - 1]?.elements ?? [];
  });
}

function needed(going: readonly XmlElement[], block: OdfBlock, shop: Workshop): readonly XmlElement[] {
  if (going.length === 0) return going;
  return stillNeeded(going, (key) => (partners(block.part, shop).get(key) ?? 0) > 1);
}

const COUNTS = new WeakMap<OdfPart, ReadonlyMap<string, number>>();

function partners(name: string, shop: Workshop): ReadonlyMap<string, number> {
  const part = shop.part(name);
  const known = COUNTS.get(part) ?? countPartners(part.root);
  COUNTS.set(part, known);
  return known;
}

/** What a block that goes leaves behind: marks whose other half lies elsewhere. */
export function leftBehind(block: OdfBlock, shop: Workshop): readonly XmlElement[] {
  return needed([...block.lead, ...dropped(block, shop), ...block.tail, ...block.changes], block, shop);
}

/** Whether another style of page begins with the paragraph: without it the pages after would be others. */
export function beginsPageStyle({ element, part }: OdfBlock, shop: Workshop): boolean {
  const style = shop.part(part).scope.get('paragraph', element.attributes['text:style-name']);
  return style !== undefined && changesPageStyle(style);
}

/** A new paragraph with the look of `template`'s, without what belongs to one paragraph only. */
export function cloneParagraph(template: OdfBlock, content: Content, part: OdfPart, shop: Workshop): string {
  const { outer, element } = template;
  const { text, scope } = shop.part(template.part);
  const style = scope.get('paragraph', element.attributes['text:style-name']);
  const isPaged = style !== undefined && changesPage(style);
  const name = isPaged ? shop.styles(template.part).withoutPage(style) : undefined;
  const open = copiedTag(element, text, name === undefined ? {} : { 'text:style-name': name });
  const { hint, xml } = renderContent(content, { part, block: template }, shop);
  const paragraph = `${open}${hint}${xml}${copiedEnd(element, text)}`;
  return outer === element ? paragraph : `${copiedTag(outer, text)}${paragraph}${copiedEnd(outer, text)}`;
}

/** A new paragraph of a kind the file has no example of, in the style of that name if it has it. */
export function newParagraph(
  content: Content,
  { name, level, style }: { readonly name: 'text:p' | 'text:h'; readonly level?: number; readonly style?: string },
  block: OdfBlock,
  part: OdfPart,
  shop: Workshop,
): string {
  const prefixes = shop.prefixes(part.name);
  const { hint, xml } = renderContent(content, { part, block }, shop);
  const open = prefixes.tag(name, {
    'text:style-name': style,
    'text:outline-level': name === 'text:h' ? String(level ?? 1) : undefined,
  });
  return `${open}${hint}${xml}${prefixes.end(name)}`;
}
