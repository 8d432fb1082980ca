/** Reads what the application wrote, by other means than its own. */
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Entries of a zip file by name, inflated. */
export async function unzip(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const reader = new ZipReader(new BlobReader(new Blob([Uint8Array.from(bytes)])));
  const parts = new Map<string, Uint8Array>();
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) parts.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  await reader.close();
  return parts;
}

/** All text of a PDF, pages joined by line feeds, blanks folded. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
  }
  return pages.join('\n').replaceAll(/[^\S\n]+/gu, ' ');
}

/**
 * Everything a bundle says, by file: zips and office files unpacked to their parts, PDF as text, the rest as it is.
 * Names of the files are part of it.
 */
export async function everythingIn(zip: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const [name, bytes] of await unzip(zip)) {
    if (name.endsWith('.docx')) {
      for (const [part, inner] of await unzip(bytes))
        all.set(`${name}/${part}`, part + new TextDecoder().decode(inner));
    } else if (name.endsWith('.pdf')) {
      all.set(name, `${name} ${await pdfText(bytes)} ${Buffer.from(bytes).toString('latin1')}`);
    } else {
      all.set(name, name + new TextDecoder().decode(bytes));
    }
  }
  return all;
}

/** Files in which any of the words stands, `file: word`. */
export function whereIs(words: readonly string[], files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([name, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`),
  );
}
