import { descendants, parseXml } from '../package/xml.ts';
import { Splicer } from './splice.ts';

/** Document properties that name people or their folders; the title, subject and language of a document stay. */
const PERSONAL = new Set([
  'dc:creator',
  'cp:lastModifiedBy',
  'dc:description',
  'cp:keywords',
  'cp:category',
  'cp:contentStatus',
  'dc:identifier',
  'ep:Company',
  'ep:Manager',
  'ep:Template',
  'ep:HyperlinkBase',
]);

/** Lists Word keeps of a document's headings and addresses: they tell of units left out, and cannot stand empty. */
const LISTS = new Set(['ep:HeadingPairs', 'ep:TitlesOfParts', 'ep:HLinks', 'ep:DigSig']);

/** Core or extended properties without those that are personal; elements stay, emptied, as Word itself leaves them. */
export function stripProperties(text: string, name: string): string {
  const splicer = new Splicer(text);
  const root = parseXml(text, name);
  for (const { start, end } of descendants(root, LISTS)) splicer.replace(start, end, '');
  for (const element of descendants(root, PERSONAL)) {
    if (element.contentStart < element.contentEnd) splicer.replace(element.contentStart, element.contentEnd, '');
  }
  return splicer.render();
}
