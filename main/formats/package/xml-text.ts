import { writable } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';

/** A part's text with what is needed to write it back: a byte order mark, where there is one, stays in `text`. */
export interface PartText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

const DECLARED = /^\uFEFF?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/u;

/**
 * Decodes a part so that every index of the text stands for the same place in the bytes: the mark is not swallowed and
 * nothing is replaced. Throws malformedXml for bytes the encoding cannot hold and for encodings Office never writes.
 */
export function decodePart(bytes: Uint8Array, part: string): PartText {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);
    const declared = DECLARED.exec(text.slice(0, 200))?.[1]?.toLowerCase();
    if (encoding === 'utf-8' && declared !== undefined && declared !== 'utf-8' && !isAscii(text)) {
      throw new AdaptaError('malformedXml', { part, encoding: declared });
    }
    return { text, encoding };
  } catch (error) {
    if (error instanceof AdaptaError) throw error;
    throw new AdaptaError('malformedXml', { part }, { cause: error });
  }
}

/** The inverse of {@link decodePart}: the same text gives the same bytes. */
export function encodePart({ text, encoding }: PartText): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

function encodingOf(bytes: Uint8Array): PartText['encoding'] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return 'utf-8';
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

/** Anything that could need care, cheap to test: most text has nothing of it. */
const DOUBTFUL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF&<>"]/;

/** Text as XML character data; characters XML cannot hold are left out. Safe between double quotes too. */
export function escapeXml(text: string): string {
  if (!DOUBTFUL.test(text)) return text;
  return writable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An attribute's value: as {@link escapeXml}, with line ends and tabs kept from being normalised to blanks. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\r', '&#13;').replaceAll('\t', '&#9;');
}
