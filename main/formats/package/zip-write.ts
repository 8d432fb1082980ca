import { crc32, deflateRawSync } from 'node:zlib';
import AdmZip from 'adm-zip';
import { ZIP_LIMITS, type ZipArchive, type ZipEntry } from './zip-read.ts';

const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980, the first date a zip can hold: a new part says nothing about when or where it was made. */
const DOS_EPOCH = 0x21_0000;
/** Made by version 2.0 on MS-DOS, whose attributes say only what is a folder: the same bytes on every system. */
const MADE_BY = 20;
const FOLDER = 0x10;
const NOTHING = Buffer.alloc(0);

/** Contents from here on give their memory back as soon as they are compressed; smaller ones may share theirs. */
const LARGE = 1024 * 1024;

/**
 * What changes in an archive: new content by entry name, entries to leave out, and entries to append. New content is asked
 * for when its turn comes and is not whole afterwards.
 */
export interface ZipChanges {
  readonly replaced: ReadonlyMap<string, () => Uint8Array>;
  readonly removed: ReadonlySet<string>;
  readonly added: ReadonlyMap<string, Uint8Array>;
}

/**
 * Writes an archive anew: entries keep their order, names and dates; those not named in `changes` keep their compressed
 * bytes. Comments and extra fields stay behind. The same input gives the same bytes.
 */
export function rewriteZip(archive: ZipArchive, changes: ZipChanges): Uint8Array {
  const zip = new AdmZip({ noSort: true });
  for (const entry of archive.entries) {
    if (changes.removed.has(entry.name)) continue;
    const content = entry.directory ? undefined : changes.replaced.get(entry.name);
    add(zip, content === undefined ? entry : spent(entry.name, content(), entry.date || DOS_EPOCH));
  }
  for (const [name, content] of changes.added) add(zip, deflated(name, content, DOS_EPOCH));
  return zip.toBuffer();
}

/** As {@link deflated}, giving back the memory of the content. */
function spent(name: string, content: Uint8Array, date: number): ZipEntry {
  const entry = deflated(name, content, date);
  const { buffer } = content;
  if (entry.raw !== content && buffer.byteLength >= LARGE && buffer instanceof ArrayBuffer) buffer.transfer(0);
  return entry;
}

function deflated(name: string, content: Uint8Array, date: number): ZipEntry {
  const small = deflateRawSync(content);
  // What is written has to be opened again: beyond that ratio it would be taken for a bomb.
  const isBombLike = content.length > small.length * ZIP_LIMITS.ratio;
  return {
    name,
    directory: false,
    size: content.length,
    crc: crc32(content),
    method: isBombLike ? STORED : DEFLATED,
    date,
    raw: isBombLike ? content : small,
  };
}

/**
 * The library writes the records and asks each entry for its content as it is to stand in the archive: it gets the bytes at
 * hand, since it would deflate anew whatever it is given to compress.
 */
function add(zip: AdmZip, { name, directory, size, crc, method, date, raw }: ZipEntry): void {
  // Under a number first: the library finds entries by tidied names, and two that differ may be one to it.
  const entry = zip.addFile(String(zip.getEntryCount()), NOTHING);
  const content = directory ? NOTHING : Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  entry.entryName = name;
  entry.attr = directory ? FOLDER : 0;
  entry.getCompressedData = () => content;
  Object.assign(entry.header, {
    made: MADE_BY,
    method: directory ? STORED : method,
    timeval: date || DOS_EPOCH,
    crc: directory ? 0 : crc,
    size: directory ? 0 : size,
    compressedSize: content.length,
  });
}
