import { Splicer } from '#main/formats/common/splice.ts';
import { descendants, parseXml } from '#main/formats/package/xml.ts';

const SCRIPTS = new Set(['office:scripts', 'script:event-listener', 'text:script']);

/** A part without programs and without what would start one (ODF 1.3 part 3, 3.12, 14.4.2 and 7.7.10). */
export function withoutScripts(text: string, name: string): string {
  if (!/:(?:scripts|script|event-listener)[ />]/u.test(text)) return text;
  const splicer = new Splicer(text);
  for (const { start, end, children, name: element } of descendants(parseXml(text, name), SCRIPTS)) {
    // An empty list of programs is nothing to take out.
    if (element !== 'office:scripts' || children.length > 0) splicer.replace(start, end, '');
  }
  return splicer.changed ? splicer.render() : text;
}
