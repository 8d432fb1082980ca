import { descendants, parseXml } from '#main/formats/package/xml.ts';
import { Splicer } from '../write/splice.ts';

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

/** Core or extended properties without those that are personal; elements stay, emptied, as Word itself leaves them. */
export function stripProperties(text: string, name: string): string {
  const splicer = new Splicer(text);
  for (const element of descendants(parseXml(text, name), PERSONAL)) {
    if (element.contentStart < element.contentEnd) splicer.replace(element.contentStart, element.contentEnd, '');
  }
  return splicer.render();
}
