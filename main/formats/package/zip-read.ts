import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { AdaptaError, type ErrorCode } from '#shared/model/errors.ts';
import { checkEntryName, foldName } from './names.ts';

/** Limits of `trust.md`, "Files from strangers"; sizes in bytes. */
export const ZIP_LIMITS = {
  entries: 1000,
  repeated: 20_000,
  total: 512 * 1024 * 1024,
  ratio: 100,
  input: 512 * 1024 * 1024,
} as const;

/**
 * What a long document has many of: pictures, slides with their notes, charts. They count apart (`repeated`), or a manual of
 * 2,371 pages (2,038 entries) and a deck of 1,424 slides (3,315) would be refused; anything else is counted as ever.
 */
const PICTURE =
  /^(?:(?:word|ppt|xl)\/media|Pictures|media)\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf|svgm?|wdp)$/iu;
const SLIDE =
  /^ppt\/(?:slides|notesSlides|charts|diagrams|drawings|comments|tags)\/(?:_rels\/)?[^/]+\.(?:xml|rels)$|^(?:word|ppt|xl)\/charts\/(?:_rels\/)?[^/]+\.(?:xml|rels)$/u;

/** The end record without the comment, whose length is its last field. */
const END_SIZE = 22;
const STORED = 0;
const DEFLATED = 8;
/** Below this size a ratio says nothing: a page of blanks is not a bomb. */
const RATIO_FLOOR = 64 * 1024;
/** Entries above this size are checked as a stream, so that a picture never stands in memory for a check. */
const STREAM_ABOVE = 4 * 1024 * 1024;
/** What zlib asks for at least. */
const MIN_CHUNK = 64;
/** From here on a buffer has memory of its own and not a piece of the pool, which could not be given back. */
const UNPOOLED = Buffer.poolSize / 2;
const SYMLINK = 0o120_000;
const FILE_TYPE = 0o170_000;

/** One entry of an opened archive; its bytes are inflated when asked for and not kept. */
export interface ZipEntry {
  readonly name: string;
  readonly directory: boolean;
  readonly size: number;
  /** Of the content, as the directory says. */
  readonly crc: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** MS-DOS date and time (APPNOTE 4.4.6), the date in the upper half. */
  readonly date: number;
  /** The compressed bytes as they stand in the archive: a view, no copy. */
  readonly raw: Uint8Array;
}

/** An archive whose directory has been checked. Reading counts real bytes against the limits. */
export class ZipArchive {
  readonly entries: readonly ZipEntry[];
  readonly #byName: ReadonlyMap<string, ZipEntry>;
  readonly #seen = new Map<string, number>();
  #total = 0;

  constructor(entries: readonly ZipEntry[]) {
    this.entries = entries;
    this.#byName = new Map(entries.map((entry) => [foldName(entry.name), entry]));
  }

  /** Finds an entry as the Office programs do: names are compared without regard to case (OPC part 2, 6.2.2.3). */
  find(name: string): ZipEntry | undefined {
    const entry = this.#byName.get(foldName(name));
    return entry?.directory === true ? undefined : entry;
  }

  /** The content, with size, checksum and the limits verified. Throws AdaptaError zipBomb, truncated or malformedPackage. */
  read(entry: ZipEntry): Uint8Array {
    const content = this.#content(entry, MIN_CHUNK);
    // A view of the archive would take all of it along when it is sent to another thread.
    return entry.method === STORED ? new Uint8Array(content) : content;
  }

  /** As {@link read}, for one who takes from the content what is wanted and keeps nothing of it. */
  look<T>(entry: ZipEntry, take: (content: Uint8Array) => T): T {
    const content = this.#content(entry, UNPOOLED);
    const taken = take(content);
    forget(content, entry);
    return taken;
  }

  /**
   * Inflates what has not been read, only to hold it against its declared size and checksum; keeps nothing. `look` sees
   * each content in passing, but for entries too large to stand in memory.
   */
  async verifyRest(look?: (name: string, content: Uint8Array) => void): Promise<void> {
    for (const entry of this.entries) {
      if (entry.directory || this.#seen.has(entry.name)) continue;
      if (entry.size > STREAM_ABOVE && entry.method === DEFLATED) {
        this.#count(entry, await streamedSize(entry));
        continue;
      }
      this.look(entry, (content) => look?.(entry.name, content));
    }
  }

  #content(entry: ZipEntry, least: number): Uint8Array {
    const content = inflate(entry, least);
    this.#count(entry, content.length);
    return content;
  }

  #count(entry: ZipEntry, size: number): void {
    this.#total += size - (this.#seen.get(entry.name) ?? 0);
    this.#seen.set(entry.name, size);
    if (this.#total > ZIP_LIMITS.total) throw new AdaptaError('zipBomb', { name: entry.name });
  }
}

/**
 * Opens an archive and refuses, before anything is inflated, every offence its directory shows: unsafe names,
 * symbolic links, names that fold to one, overlaps, absurd counts, sizes and ratios, encryption. Throws their codes.
 */
export async function openZip(bytes: Uint8Array): Promise<ZipArchive> {
  if (bytes.length > ZIP_LIMITS.input) throw new AdaptaError('fileTooLarge', { bytes: bytes.length });
  const buffer = withoutTail(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  refuseForeign(buffer);
  const records = await guarded(() => readDirectory(buffer));
  const single = records.filter(({ name }) => !PICTURE.test(name) && !SLIDE.test(name)).length;
  if (single > ZIP_LIMITS.entries) throw new AdaptaError('zipTooManyEntries', { entries: records.length });
  const names = new Set<string>();
  let total = 0;
  for (const { name, entry } of records) {
    checkEntry(name, entry);
    const folded = foldName(name);
    if (names.has(folded)) throw new AdaptaError('zipDuplicateName', { name });
    names.add(folded);
    total += entry.uncompressedSize;
  }
  if (total > ZIP_LIMITS.total) throw new AdaptaError('zipBomb', { bytes: total });
  refuseOverlaps(records);
  return new ZipArchive(records.map((record) => entryOf(buffer, record)));
}

/** Downloads may append bytes to an archive; what stands behind its end record (APPNOTE 4.3.16) is no part of it. */
function withoutTail(buffer: Buffer): Buffer {
  const end = buffer.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + END_SIZE > buffer.length) return buffer;
  return buffer.subarray(0, end + END_SIZE + buffer.readUInt16LE(end + END_SIZE - 2));
}

/** A record of the directory with the place of its content. */
interface Placed {
  readonly name: string;
  readonly entry: Entry;
  readonly start: number;
}

/** Names are decoded here: what is unsafe in them is refused by name of the offence, not by the library's sentence. */
async function readDirectory(buffer: Buffer): Promise<readonly Placed[]> {
  const file = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false });
  if (file.entryCount > ZIP_LIMITS.repeated) throw new AdaptaError('zipTooManyEntries', { entries: file.entryCount });
  const records: { name: string; entry: Entry }[] = [];
  for await (const entry of file.eachEntry()) records.push({ name: nameOf(entry), entry });
  return Promise.all(records.map(async (record) => ({ ...record, start: await contentStart(file, record.entry) })));
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

/** Behind the local header, which has lengths of its own (APPNOTE 4.3.7). */
async function contentStart(file: ZipFile, entry: Entry): Promise<number> {
  return (await file.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
}

function entryOf(buffer: Buffer, { name, entry, start }: Placed): ZipEntry {
  if (start + entry.compressedSize > buffer.length) throw new AdaptaError('truncated', { name });
  return {
    name,
    directory: name.endsWith('/'),
    size: entry.uncompressedSize,
    crc: entry.crc32,
    method: entry.compressionMethod,
    date: entry.lastModFileDate * 0x1_0000 + entry.lastModFileTime,
    raw: buffer.subarray(start, start + entry.compressedSize),
  };
}

function checkEntry(name: string, entry: Entry): void {
  checkEntryName(name);
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) throw new AdaptaError('zipSymlink', { name });
  if (entry.isEncrypted()) throw new AdaptaError('encrypted', { name });
  if (entry.uncompressedSize > RATIO_FLOOR && entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.ratio) {
    throw new AdaptaError('zipBomb', { name });
  }
}

/** Two directory records that share bytes: the trick by which a small archive inflates without end. */
function refuseOverlaps(records: readonly Placed[]): void {
  const sorted = records.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  for (const [index, { entry, start }] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next !== undefined && next.entry.relativeOffsetOfLocalHeader < start + entry.compressedSize)
      throw new AdaptaError('zipOverlap', { name: next.name });
  }
}

/** What is not a zip at all, by its first bytes: an old or encrypted compound file, or nothing of ours. */
function refuseForeign(buffer: Buffer): void {
  if (buffer.length >= 8 && buffer.readUInt32BE(0) === 0xd0_cf_11_e0) {
    const encrypted = buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new AdaptaError(encrypted ? 'encrypted' : 'oldFormat');
  }
  if (buffer.length < 4 || buffer[0] !== 0x50 || buffer[1] !== 0x4b) throw new AdaptaError('notAnOfficeFile');
}

/** `least`: the memory taken for a small content. */
function inflate(entry: ZipEntry, least: number): Uint8Array {
  if (entry.method === STORED) return verified(entry, entry.raw);
  if (entry.method !== DEFLATED) throw new AdaptaError('malformedPackage', { name: entry.name });
  try {
    const limits = { chunkSize: chunkFor(entry.size, least), maxOutputLength: Math.max(entry.size, 1) };
    return verified(entry, inflateRawSync(entry.raw, limits));
  } catch (error) {
    throw inflateError(entry, error);
  }
}

/** Gives the memory of a content back at once: the collector would come when hundreds of pictures have gathered. */
function forget(content: Uint8Array, entry: ZipEntry): void {
  const { buffer } = content;
  // Not the archive's own, nor anything shared.
  const isOwn = entry.method === DEFLATED && buffer.byteLength === chunkFor(entry.size, UNPOOLED);
  if (isOwn && buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** One buffer, a byte larger than needed: else the content would be put together from pieces of 16 kB. */
function chunkFor(size: number, least: number): number {
  return Math.max(size + 1, least);
}

function verified(entry: ZipEntry, content: Uint8Array): Uint8Array {
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new AdaptaError('malformedPackage', { name: entry.name });
  }
  return content;
}

function inflateError(entry: ZipEntry, error: unknown): AdaptaError {
  if (error instanceof AdaptaError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_BUFFER_TOO_LARGE') return new AdaptaError('zipBomb', { name: entry.name });
  if (code === 'Z_BUF_ERROR') return new AdaptaError('truncated', { name: entry.name });
  return new AdaptaError('malformedPackage', { name: entry.name }, { cause: error });
}

/** Inflates chunk by chunk without keeping anything, and stops at the first byte beyond the declared size. */
async function streamedSize(entry: ZipEntry): Promise<number> {
  const stream = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  stream.end(entry.raw);
  let size = 0;
  let sum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      sum = crc32(chunk, sum);
      if (size > entry.size) throw new AdaptaError('zipBomb', { name: entry.name });
    }
  } catch (error) {
    throw inflateError(entry, error);
  } finally {
    stream.destroy();
  }
  if (size !== entry.size || sum !== entry.crc) throw new AdaptaError('malformedPackage', { name: entry.name });
  return size;
}

/** The library tells its errors by their sentences alone. */
const LIBRARY_ERRORS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^End of central directory record signature not found/u, 'truncated'],
  [/^strong encryption/u, 'encrypted'],
];

/** Turns the library's errors into ours. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AdaptaError) throw error;
    const message = error instanceof Error ? error.message : '';
    const code = LIBRARY_ERRORS.find(([sentence]) => sentence.test(message))?.[1] ?? 'malformedPackage';
    throw new AdaptaError(code, {}, { cause: error });
  }
}
