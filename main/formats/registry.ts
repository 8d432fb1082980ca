import { AdaptaError } from '#shared/model/errors.ts';
import { docxFormat } from './docx/index.ts';
import type { Format } from './format.ts';
import { htmlFormat } from './html/index.ts';
import { markdownFormat } from './markdown/index.ts';
import { odpFormat, odtFormat } from './odf/index.ts';
import { pdfFormat } from './pdf/index.ts';
import { pptxFormat } from './pptx/index.ts';
import { textFormat } from './text/index.ts';
import { xliffFormat } from './xliff/index.ts';

/** Every format Adapta reads and writes: a new one is a folder and a line here. */
export const FORMATS: readonly Format[] = [
  docxFormat,
  pptxFormat,
  odtFormat,
  odpFormat,
  htmlFormat,
  markdownFormat,
  textFormat,
  pdfFormat,
  xliffFormat,
];

/**
 * The format a file claims by its name; one without a known name is tried as an Office file when it is a zip or a
 * compound file, since the format's own errors say best what it is. Throws unsupportedFormat.
 */
export function formatOf(name: string, bytes: Uint8Array): Format {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const named = FORMATS.find((format) => format.extensions.includes(extension));
  if (named !== undefined) return named;
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  // Open Document says what it is in its first entry, stored (ODF 1.3 part 2, 3.3).
  const kind = Buffer.from(bytes.subarray(30, 90)).toString('latin1');
  if (isArchive && kind.startsWith('mimetypeapplication/vnd.oasis.opendocument.presentation')) return odpFormat;
  if (isArchive && kind.startsWith('mimetypeapplication/vnd.oasis.opendocument')) return odtFormat;
  if (isArchive || isCompound) return docxFormat;
  throw new AdaptaError('unsupportedFormat', { name: name.slice(-120) });
}

/** The format of that id, for files stored under it. Throws unsupportedFormat. */
export function formatById(id: string): Format {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (format === undefined) throw new AdaptaError('unsupportedFormat', { name: id });
  return format;
}
