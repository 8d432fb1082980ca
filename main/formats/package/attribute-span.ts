import type { XmlElement } from './xml.ts';

/** Where an attribute's value stands in its part's text; undefined when the tag has no such attribute. */
export function attributeSpan(
  text: string,
  element: XmlElement,
  attribute: string,
): { start: number; end: number } | undefined {
  const tag = text.slice(element.start, element.contentStart);
  for (const match of tag.matchAll(/\s([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/gu)) {
    if (match[1] !== attribute) continue;
    const end = element.start + match.index + match[0].length - 1;
    return { start: end - (match[2] as string).length + 2, end };
  }
  return undefined;
}
