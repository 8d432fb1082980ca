import { escapeAttribute } from '../package/xml-text.ts';

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/gu;

/** Attributes of a tag as the file writes them, values with their quotes. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map([...tag.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]));
}

/** The qualified name of a tag. */
export function tagName(tag: string): string {
  return /^<\/?([^\s/>]+)/u.exec(tag)?.[1] ?? '';
}

/** The prefix a tag is written with, colon included; empty when it has none. */
export function prefixIn(tag: string): string {
  const name = tagName(tag);
  return name.slice(0, name.indexOf(':') + 1);
}

/** A start tag with one attribute of another value, new or gone (null); everything else is as it was. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const found = [...tag.matchAll(ATTRIBUTE)].find(([, each]) => each === name);
  const written = value === null ? '' : ` ${name}="${escapeAttribute(value)}"`;
  if (found === undefined)
    return value === null ? tag : tag.replace(/\s*(\/?>)$/u, (_, end: string) => `${written}${end}`);
  return tag.slice(0, found.index) + written + tag.slice(found.index + found[0].length);
}

/** A tag from its name and attributes with their quotes. */
export function tagOf(name: string, attributes: Iterable<readonly [string, string]>, isEmpty = true): string {
  const written = [...attributes].map(([key, value]) => ` ${key}=${value}`).join('');
  return `<${name}${written}${isEmpty ? '/>' : '>'}`;
}
