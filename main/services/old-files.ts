import { AdaptaError } from '#shared/model/errors.ts';
import type { ConvertPort } from './deps.ts';
import type { OfficeFile } from './office.ts';

/** What files of older formats are converted to, by the ending of their names. */
const SUCCESSORS: Readonly<Record<string, string>> = {
  doc: 'docx',
  dot: 'docx',
  rtf: 'docx',
  wps: 'docx',
  ppt: 'pptx',
  pps: 'pptx',
  pot: 'pptx',
  sxw: 'odt',
  sxi: 'odp',
};

/** Endings of the files {@link convertOld} turns into others. */
export const OLD_EXTENSIONS: readonly string[] = Object.keys(SUCCESSORS);

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * A file of an older format as one of today's; any other file as it is. A compound file (MS-CFB) under a new name is told
 * by what it holds. Throws converterMissing where nothing on this computer converts, conversionFailed.
 */
export async function convertOld(
  file: OfficeFile,
  convert: ConvertPort | null,
  signal: AbortSignal,
): Promise<{ readonly file: OfficeFile; readonly converted: boolean }> {
  const from = oldFormatOf(file);
  if (from === null) return { file, converted: false };
  const to = SUCCESSORS[from] as string;
  if (convert === null) throw new AdaptaError('converterMissing', { file: file.name });
  const bytes = await convert.convert(file.bytes, from, to, signal);
  return { file: { name: `${file.name.replace(/\.[^.]*$/u, '')}.${to}`, bytes }, converted: true };
}

function oldFormatOf({ name, bytes }: OfficeFile): string | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (extension in SUCCESSORS) return extension;
  if (!COMPOUND.every((byte, index) => bytes[index] === byte)) return null;
  if (holdsStream(bytes, 'WordDocument')) return 'doc';
  return holdsStream(bytes, 'PowerPoint Document') ? 'ppt' : null;
}

/** Names of streams stand in the directory in UTF-16 (MS-CFB 2.6.1). An encrypted DOCX is a compound file too, without these. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}
