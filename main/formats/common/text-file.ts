import { AdaptaError } from '#shared/model/errors.ts';

/** More characters than any text people edit by hand. */
const MAX_BYTES = 64_000_000;

/** A file of text with what is needed to write it back; a byte order mark, where there is one, stays in `text`. */
export interface TextFile {
  readonly text: string;
  /** A label of the Encoding Standard: `utf-8`, `utf-16le`, `utf-16be`, or one of a byte per character. */
  readonly encoding: string;
}

/** The encoding the first bytes give away. */
export function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * Decodes text so that encoding it again gives the same bytes: a mark is not swallowed and nothing is replaced. A mark
 * counts before what the file declares; without either it is UTF-8 if it can be, else windows-1252. Throws fileTooLarge,
 * notUtf8 for an encoding of several bytes that cannot be written back.
 */
export function decodeText(bytes: Uint8Array, declared?: string): TextFile {
  if (bytes.length > MAX_BYTES) throw new AdaptaError('fileTooLarge', { bytes: bytes.length });
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return { text: decodeUnicode(bytes, marked), encoding: marked };
  const label = declared === undefined ? undefined : standardName(declared);
  // A page that can declare its encoding in ASCII is not in UTF-16 (HTML, "prescan a byte stream").
  if (label === undefined || label === 'utf-8' || label.startsWith('utf-16')) return guess(bytes);
  return { text: decodeTable(bytes, tableOf(label)), encoding: label };
}

function guess(bytes: Uint8Array): TextFile {
  try {
    return { text: decodeUnicode(bytes, 'utf-8'), encoding: 'utf-8' };
  } catch {
    return { text: decodeTable(bytes, tableOf('windows-1252')), encoding: 'windows-1252' };
  }
}

function decodeUnicode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch (error) {
    throw new AdaptaError('notUtf8', { encoding }, { cause: error });
  }
}

/** The standard's own name of an encoding; undefined for what it does not know. */
function standardName(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** Encodings of one byte per character (Encoding Standard 4.2, "legacy single-byte encodings"). */
const ONE_BYTE = /^(?:windows-\d{3,4}|iso-8859-\d+(?:-i)?|koi8-[ru]|macintosh|x-mac-cyrillic|ibm866)$/u;

const tables = new Map<string, readonly string[]>();

/** What each byte stands for; bytes that stand for nothing keep their number, as windows-1252 has it. */
function tableOf(encoding: string): readonly string[] {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  if (!ONE_BYTE.test(encoding)) throw new AdaptaError('notUtf8', { encoding });
  const decoder = new TextDecoder(encoding);
  const table = Array.from({ length: 256 }, (_, byte) => {
    const char = encoding === 'windows-1252' ? westernChar(byte) : decoder.decode(Uint8Array.of(byte));
    return char === '\uFFFD' || char === '' ? String.fromCharCode(byte) : char;
  });
  tables.set(encoding, table);
  return table;
}

/** 0x80–0x9F of windows-1252; some versions of Node take it for ISO 8859-1. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function westernChar(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? (WESTERN[byte - 0x80] as string) : String.fromCharCode(byte);
}

function decodeTable(bytes: Uint8Array, table: readonly string[]): string {
  const units = new Uint16Array(bytes.length);
  const codes = Uint16Array.from(table, (char) => char.charCodeAt(0));
  for (let index = 0; index < bytes.length; index++) units[index] = codes[bytes[index] as number] as number;
  return Buffer.from(units.buffer).toString('utf16le');
}

/**
 * The inverse of {@link decodeText}: the same text gives the same bytes. A character the encoding lacks is written as
 * `instead` says.
 */
export function encodeText({ text, encoding }: TextFile, instead: (char: string) => string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le');
    return encoding === 'utf-16be' ? bytes.swap16() : bytes;
  }
  const bytes = new Map(tableOf(encoding).map((char, byte) => [char, byte]));
  const out: number[] = [];
  for (const char of text) {
    const byte = bytes.get(char);
    if (byte !== undefined) out.push(byte);
    else for (const unit of instead(char)) out.push(bytes.get(unit) ?? 0x3f);
  }
  return Uint8Array.from(out);
}
