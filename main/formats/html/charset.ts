import { decodeText, type TextFile } from '../common/text-file.ts';

/** How far a page's declaration of its encoding is looked for (HTML Standard 13.2.3.2). */
const PRESCAN = 1024;
const META = /<meta[^>]+?charset\s*=\s*["']?\s*([\w-]+)/iu;
const XML = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w-]+)["']/u;

/** Decodes a page by its mark, what it declares, or what it can be. Throws fileTooLarge, notUtf8. */
export function decodeHtml(bytes: Uint8Array): TextFile {
  const head = Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1');
  return decodeText(bytes, META.exec(head)?.[1] ?? XML.exec(head)?.[1]);
}
