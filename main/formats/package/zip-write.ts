import { crc32, deflateRawSync } from 'node:zlib';
import type { Entry } from '@zip.js/zip.js/lib/zip-core-external.js';
import { ZIP_LIMITS, type ZipArchive } from './zip-read.ts';
import { zipOf, type ZipRecord } from './zip-records.ts';

const NOTHING = new Uint8Array();
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
  const records: ZipRecord[] = [];
  for (const entry of archive.entries) {
    const { name, size, source, directory } = entry;
    if (changes.removed.has(name)) continue;
    const content = changes.replaced.get(name);
    if (content !== undefined && !directory) {
      records.push(deflated(name, content, dosDate(source)));
      continue;
    }
    const data = directory ? NOTHING : await archive.raw(entry);
    const method = directory ? STORED : source.compressionMethod;
    const crc = directory ? 0 : (source.signature ?? 0);
    records.push({ name, directory, method, crc, size: directory ? 0 : size, data, date: dosDate(source) });
  }
  for (const [name, content] of changes.added) records.push(deflated(name, content, DOS_EPOCH));
  return zipOf(records);
}

function deflated(name: string, content: Uint8Array, date: number): ZipRecord {
  const small = deflateRawSync(content);
  // What is written has to be opened again: beyond that ratio it would be taken for a bomb.
  const isBombLike = content.length > small.length * ZIP_LIMITS.ratio;
  return {
    name,
    directory: false,
    method: isBombLike ? STORED : DEFLATED,
    crc: crc32(content),
    size: content.length,
    data: isBombLike ? content : small,
    date,
  };
}

function dosDate(entry: Entry): number {
  return Number(entry.rawLastModDate) || DOS_EPOCH;
}
