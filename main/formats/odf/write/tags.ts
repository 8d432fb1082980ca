import type { XmlElement } from '#main/formats/package/xml.ts';

/** What names one element only: a copy must not have it. */
const OWN = ['xml:id', 'text:id', 'text:continue-list', 'text:start-value', 'text:restart-numbering'];

/** An element's start tag as it stands. */
export function startTag(element: XmlElement, text: string): string {
  return text.slice(element.start, element.contentStart);
}

export function endTag(element: XmlElement, text: string): string {
  return text.slice(element.contentEnd, element.end);
}

/** A start tag fit for a copy of the element, with an attribute set where it is given. */
export function copiedTag(element: XmlElement, text: string, set: Readonly<Record<string, string>> = {}): string {
  let tag = withoutAttributes(startTag(element, text), [...OWN, ...Object.keys(set)]).replace(/\/>$/u, '>');
  for (const [name, value] of Object.entries(set)) {
    const prefix = /^<([\w.-]+):/u.exec(tag)?.[1] ?? 'text';
    tag = tag.replace(/>$/u, ` ${prefix}:${name.slice(name.indexOf(':') + 1)}="${value}">`);
  }
  return tag;
}

/** The end tag of a copy, where the element itself may have none. */
export function copiedEnd(element: XmlElement, text: string): string {
  return `</${/^<([^\s/>]+)/u.exec(startTag(element, text))?.[1] ?? 'text:p'}>`;
}

function withoutAttributes(tag: string, names: readonly string[]): string {
  const locals = new Set(names.map((name) => name.slice(name.indexOf(':') + 1)));
  return tag.replaceAll(/\s+([\w.-]+):([\w.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/gu, (found, prefix: string, local: string) =>
    prefix !== 'xmlns' && locals.has(local) ? '' : found,
  );
}
