import type { XmlElement } from '../package/xml.ts';

/** An element's name in XLIFF 1.2, whether or not the file declares the namespace; names of others stay as they are. */
export function name12({ name }: XmlElement): string {
  return name.startsWith('xlf12:') ? name.slice('xlf12:'.length) : name;
}

/** The first child of that XLIFF 1.2 name. */
export function child12(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => name12(child) === name);
}
