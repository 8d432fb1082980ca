import { isText } from '#shared/model/content.ts';
import type { XmlElement } from '#main/formats/package/xml.ts';
import type { DocxBlock } from '../model.ts';
import type { Workshop } from './workshop.ts';

/** What ties a control to the data it shows. */
export const BINDINGS: ReadonlySet<string> = new Set(['w:dataBinding', 'w15:dataBinding']);

/** Beyond these a control holds tables or other stories, whose texts no data is bound to. */
const ENDS = new Set(['w:tr', 'w:tbl', 'w:txbxContent', 'w:body']);

/**
 * Unties the content controls inside and around a changed paragraph from the data they show (17.5.2.6): Word would put
 * the old title or author back as soon as the file is opened. The one thing outside a changed paragraph that may change.
 */
export function releaseBindings(block: DocxBlock, shop: Workshop): void {
  for (const run of block.content) {
    if (isText(run) || run.kind !== 'open') continue;
    const wrapper = shop.model.placeholders[run.placeholder - 1]?.items[0]?.element;
    if (wrapper !== undefined) release(wrapper, block.part, shop);
  }
  for (const { items } of block.edges) {
    for (const { kind, element } of items) if (kind === 'wrapOpen') release(element, block.part, shop);
  }
  let outer = block.paragraphs.at(-1)?.parent ?? null;
  for (; outer !== null && !ENDS.has(outer.name); outer = outer.parent) release(outer, block.part, shop);
}

function release(control: XmlElement, part: string, shop: Workshop): void {
  const properties = control.name === 'w:sdt' ? control.child('w:sdtPr') : undefined;
  for (const binding of properties?.children ?? []) {
    if (!BINDINGS.has(binding.name) || shop.settled.has(binding)) continue;
    shop.settled.add(binding);
    shop.splicer(part).replace(binding.start, binding.end, '');
  }
}
