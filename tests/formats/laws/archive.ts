import { inflateRawSync } from 'node:zlib';

/** An entry as the archive's directory tells it, with the bytes exactly as stored. */
export interface ArchiveEntry {
  readonly name: string;
  readonly raw: Uint8Array;
  readonly bytes: Uint8Array;
}

const END = 0x06054b50;

/**
 * Reads an honest archive on its own, without the product's package reader, so that a fault there cannot hide itself.
 * Throws RangeError for anything unusual (ZIP64, encryption).
 */
export function readArchive(file: Uint8Array): readonly ArchiveEntry[] {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let end = buffer.length - 22;
  while (end >= 0 && buffer.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new RangeError('no end of directory');
  const entries: ArchiveEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const method = buffer.readUInt16LE(at + 10);
    const length = buffer.readUInt32LE(at + 20);
    const nameLength = buffer.readUInt16LE(at + 28);
    const local = buffer.readUInt32LE(at + 42);
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const raw = buffer.subarray(start, start + length);
    entries.push({ name, raw, bytes: method === 0 ? raw : inflateRawSync(raw) });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

/** The text of an XML part: UTF-8 or UTF-16 by its byte order mark (which stays, as U+FEFF). */
export function partText(bytes: Uint8Array): string {
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}
