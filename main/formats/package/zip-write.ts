import { crc32, deflateRawSync } from 'node:zlib';
import { ZipWriter, configure, type Entry } from '@zip.js/zip.js/lib/zip-core-external.js';
import { BytesReader, BytesWriter } from './bytes-io.ts';
import { ZIP_LIMITS, type ZipArchive } from './zip-read.ts';

configure({ useWebWorkers: false });

const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980, the first date a zip can hold: a new part says nothing about when or where it was made. */
const DOS_EPOCH = 0x21_0000;

/** What changes in an archive: new content by entry name, entries to leave out, and entries to append. */
export interface ZipChanges {
  readonly replaced: ReadonlyMap<string, Uint8Array>;
  readonly removed: ReadonlySet<string>;
  readonly added: ReadonlyMap<string, Uint8Array>;
}

/**
 * Writes an archive anew: entries keep their order, names and dates; those not named in `changes` keep their compressed
 * bytes. The same input gives the same bytes.
 */
export async function rewriteZip(archive: ZipArchive, changes: ZipChanges): Promise<Uint8Array> {
  const writer = new ZipWriter(new BytesWriter(), {
    useWebWorkers: false,
    keepOrder: true,
    extendedTimestamp: false,
    dataDescriptor: false,
    zip64: false,
  });
  for (const entry of archive.entries) {
    if (changes.removed.has(entry.name)) continue;
    const content = changes.replaced.get(entry.name);
    if (entry.directory) {
      await writer.add(entry.name, undefined, { directory: true, rawLastModDate: dosDate(entry.source) });
    } else if (content === undefined) {
      await writer.add(entry.name, new BytesReader(await archive.raw(entry)), {
        passThrough: true,
        uncompressedSize: entry.size,
        compressionMethod: entry.source.compressionMethod,
        crc32: entry.source.signature ?? 0,
        rawLastModDate: dosDate(entry.source),
      });
    } else {
      await addDeflated(writer, entry.name, content, dosDate(entry.source));
    }
  }
  for (const [name, content] of changes.added) await addDeflated(writer, name, content, DOS_EPOCH);
  return writer.close();
}

async function addDeflated(
  writer: ZipWriter<Uint8Array>,
  name: string,
  content: Uint8Array,
  date: number,
): Promise<void> {
  const small = deflateRawSync(content);
  // What is written has to be opened again: beyond that ratio it would be taken for a bomb.
  const isBombLike = content.length > small.length * ZIP_LIMITS.ratio;
  await writer.add(name, new BytesReader(isBombLike ? content : small), {
    passThrough: true,
    uncompressedSize: content.length,
    compressionMethod: isBombLike ? STORED : DEFLATED,
    crc32: crc32(content),
    rawLastModDate: date,
  });
}

function dosDate(entry: Entry): number {
  return Number(entry.rawLastModDate) || DOS_EPOCH;
}
