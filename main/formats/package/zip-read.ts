import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import {
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_EOCDR_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
  ERR_UNSAFE_FILENAME,
  ZipReader,
  configure,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js/lib/zip-core-external.js';
import { BytesReader, BytesWriter } from './bytes-io.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { checkEntryName, foldName } from './names.ts';

configure({ useWebWorkers: false });

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

const STORED = 0;
const DEFLATED = 8;
/** Below this size a ratio says nothing: a page of blanks is not a bomb. */
const RATIO_FLOOR = 64 * 1024;
/** Entries above this size are checked as a stream, so that a picture never stands in memory for a check. */
const STREAM_ABOVE = 4 * 1024 * 1024;
const SYMLINK = 0o120_000;
const FILE_TYPE = 0o170_000;

/** One entry of an opened archive; its bytes are inflated when asked for and not kept. */
export interface ZipEntry {
  readonly name: string;
  readonly directory: boolean;
  readonly size: number;
  readonly source: Entry;
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

  /** The compressed bytes as they stand in the archive. */
  async raw(entry: ZipEntry): Promise<Uint8Array> {
    return guarded(() => (entry.source as FileEntry).getData(new BytesWriter(), { passThrough: true }));
  }

  /** The content, with size, checksum and the limits verified. Throws AdaptaError zipBomb, truncated or malformedPackage. */
  async read(entry: ZipEntry): Promise<Uint8Array> {
    const content = inflate(entry, await this.raw(entry));
    this.#count(entry, content.length);
    return content;
  }

  /**
   * Inflates what has not been read, only to hold it against its declared size and checksum; keeps nothing. `look` sees
   * each content in passing, but for entries too large to stand in memory.
   */
  async verifyRest(look?: (name: string, content: Uint8Array) => void): Promise<void> {
    for (const entry of this.entries) {
      if (entry.directory || this.#seen.has(entry.name)) continue;
      const raw = await this.raw(entry);
      if (entry.size > STREAM_ABOVE && entry.source.compressionMethod === DEFLATED) {
        this.#count(entry, await streamedSize(entry, raw));
        continue;
      }
      const content = inflate(entry, raw);
      this.#count(entry, content.length);
      look?.(entry.name, content);
    }
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
  refuseForeign(bytes);
  const reader = new ZipReader(new BytesReader(bytes), {
    useWebWorkers: false,
    checkSignature: true,
    checkOverlappingEntry: true,
    strictness: 'tolerant',
  });
  const found = await guarded(() => reader.getEntries());
  const single = found.filter(({ filename }) => !PICTURE.test(filename) && !SLIDE.test(filename)).length;
  if (single > ZIP_LIMITS.entries || found.length > ZIP_LIMITS.repeated) {
    throw new AdaptaError('zipTooManyEntries', { entries: found.length });
  }
  const names = new Set<string>();
  let total = 0;
  for (const entry of found) {
    checkEntry(entry);
    const folded = foldName(entry.filename);
    if (names.has(folded)) throw new AdaptaError('zipDuplicateName', { name: entry.filename });
    names.add(folded);
    total += entry.uncompressedSize;
  }
  if (total > ZIP_LIMITS.total) throw new AdaptaError('zipBomb', { bytes: total });
  refuseOverlaps(found);
  for (const entry of found) {
    if (!entry.directory) await guarded(() => entry.getData(new BytesWriter(), { checkOverlappingEntryOnly: true }));
  }
  return new ZipArchive(
    found.map((source) => ({
      name: source.filename,
      directory: source.directory,
      size: source.uncompressedSize,
      source,
    })),
  );
}

function checkEntry(entry: Entry): void {
  const name = entry.filename;
  checkEntryName(name);
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) throw new AdaptaError('zipSymlink', { name });
  if (entry.encrypted) throw new AdaptaError('encrypted', { name });
  if (entry.uncompressedSize > RATIO_FLOOR && entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.ratio) {
    throw new AdaptaError('zipBomb', { name });
  }
}

/** Two directory records that share bytes: the trick by which a small archive inflates without end. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1];
    const least = entry.offset + 30 + entry.rawFilename.length + entry.compressedSize;
    if (next !== undefined && next.offset < least) throw new AdaptaError('zipOverlap', { name: next.filename });
  }
}

/** What is not a zip at all, by its first bytes: an old or encrypted compound file, or nothing of ours. */
function refuseForeign(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length >= 8 && buffer.readUInt32BE(0) === 0xd0_cf_11_e0) {
    const encrypted = buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new AdaptaError(encrypted ? 'encrypted' : 'oldFormat');
  }
  if (buffer.length < 4 || buffer[0] !== 0x50 || buffer[1] !== 0x4b) throw new AdaptaError('notAnOfficeFile');
}

function inflate(entry: ZipEntry, raw: Uint8Array): Uint8Array {
  const method = entry.source.compressionMethod;
  if (method === STORED) return verified(entry, raw);
  if (method !== DEFLATED) throw new AdaptaError('malformedPackage', { name: entry.name });
  try {
    return verified(entry, inflateRawSync(raw, { maxOutputLength: Math.max(entry.size, 1) }));
  } catch (error) {
    throw inflateError(entry, error);
  }
}

function verified(entry: ZipEntry, content: Uint8Array): Uint8Array {
  if (content.length !== entry.size || crc32(content) !== entry.source.signature) {
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
async function streamedSize(entry: ZipEntry, raw: Uint8Array): Promise<number> {
  const stream = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  stream.end(raw);
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
  if (size !== entry.size || sum !== entry.source.signature)
    throw new AdaptaError('malformedPackage', { name: entry.name });
  return size;
}

/** Turns the library's errors into ours. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AdaptaError) throw error;
    const message = error instanceof Error ? error.message : '';
    if (message === ERR_OVERLAPPING_ENTRY) throw new AdaptaError('zipOverlap', {}, { cause: error });
    if (message === ERR_EOCDR_NOT_FOUND) throw new AdaptaError('truncated', {}, { cause: error });
    if (message === ERR_UNSAFE_FILENAME) throw new AdaptaError('zipSlip', {}, { cause: error });
    if (message === ERR_AMBIGUOUS_ARCHIVE) throw new AdaptaError('malformedPackage', {}, { cause: error });
    throw new AdaptaError('malformedPackage', {}, { cause: error });
  }
}
