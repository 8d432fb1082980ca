import { parseXml, type XmlElement } from '#main/formats/package/xml.ts';
import { Splicer } from '#main/formats/common/splice.ts';

/** Properties of a document that say nothing of people (ODF 1.3 part 3, 4.3). */
const KEPT = new Set(['meta:generator', 'dc:title', 'dc:subject', 'dc:language', 'meta:document-statistic']);
/** Settings that name a machine, a person or their session. */
const PERSONAL = /printer|faxname|redline|rsid|author|user|database|password|signature|macro|path|url|template/iu;

/** The document's properties without those that name people, their times and their folders. */
export function stripMeta(text: string, name: string): string {
  if (!/:meta[\s>]/u.test(text)) return text;
  const splicer = new Splicer(text);
  for (const { children } of parseXml(text, name).children.filter((child) => child.name === 'office:meta')) {
    for (const { name: property, start, end } of children) if (!KEPT.has(property)) splicer.replace(start, end, '');
  }
  return splicer.changed ? splicer.render() : text;
}

/** The settings without those of one machine or person. */
export function stripSettings(text: string, name: string): string {
  if (!/:settings[\s>]/u.test(text)) return text;
  const splicer = new Splicer(text);
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (PERSONAL.test(child.attributes['config:name'] ?? '')) splicer.replace(child.start, child.end, '');
      else visit(child);
    }
  };
  for (const child of parseXml(text, name).children) if (child.name === 'office:settings') visit(child);
  return splicer.changed ? splicer.render() : text;
}
