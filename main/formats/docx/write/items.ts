import type { XmlElement } from '#main/formats/package/xml.ts';
import { wrapperContent } from '../inline.ts';
import type { DocxPart, Item } from '../model.ts';
import type { Splicer } from '#main/formats/common/splice.ts';

/** Writes items back as they stood: neighbours of one run share a run again, edits inside them are made. */
export function renderItems(items: readonly Item[], { prefix }: DocxPart, splicer: Splicer): string {
  const balanced = balancedOnly(items);
  let out = '';
  let run: XmlElement | null = null;
  for (const item of balanced) {
    if (item.run !== run) {
      if (run !== null) out += `</${prefix}r>`;
      ({ run } = item);
      if (run !== null) out += `<${prefix}r>${rawProperties(run, splicer.text)}`;
    }
    out += renderItem(item, splicer);
  }
  return run === null ? out : `${out}</${prefix}r>`;
}

function rawProperties(run: XmlElement, text: string): string {
  const rPr = run.child('w:rPr');
  return rPr === undefined ? '' : text.slice(rPr.start, rPr.end);
}

function renderItem(item: Item, splicer: Splicer): string {
  const { element, kind } = item;
  if (kind === 'wrapOpen' || kind === 'linkOpen') {
    return splicer.slice(element.start, (wrapperContent(element) ?? element).contentStart);
  }
  if (kind === 'wrapClose' || kind === 'linkClose') return closeTag(element, splicer.text);
  return splicer.slice(element.start, element.end);
}

/** Everything of a wrapper before its content, properties included. */
export function openTag(element: XmlElement, text: string): string {
  return text.slice(element.start, (wrapperContent(element) ?? element).contentStart);
}

export function closeTag(element: XmlElement, text: string): string {
  return text.slice((wrapperContent(element) ?? element).contentEnd, element.end);
}

/** Without the half of an element whose other half is not among the items; a single end of a pair is asked for as such. */
function balancedOnly(items: readonly Item[]): readonly Item[] {
  if (items.length <= 1) return items;
  const opened = new Set<XmlElement>();
  const closed = new Set<XmlElement>();
  for (const { kind, element } of items) {
    if (kind === 'wrapOpen' || kind === 'linkOpen') opened.add(element);
    if ((kind === 'wrapClose' || kind === 'linkClose') && opened.has(element)) closed.add(element);
  }
  if (opened.size === closed.size && items.every(({ kind, element }) => !isEnd(kind) || closed.has(element)))
    return items;
  return items.filter(({ kind, element }) => !(isStart(kind) || isEnd(kind)) || closed.has(element));
}

function isStart(kind: Item['kind']): boolean {
  return kind === 'wrapOpen' || kind === 'linkOpen';
}

function isEnd(kind: Item['kind']): boolean {
  return kind === 'wrapClose' || kind === 'linkClose';
}
