import { crc32 } from 'node:zlib';
import { Uint8ArrayReader, ZipWriter, configure } from '@zip.js/zip.js/lib/zip-core-external.js';
import type { Sink } from './safe-write.ts';

configure({ useWebWorkers: false });

/**
 * Writes a zip into a sink, entry by entry. Entries are stored, not deflated: DOCX and PDF are compressed already, so
 * nothing is gained; and a damaged byte then damages one file, and none can change without changing what is read.
 * The same entries and date give the same bytes.
 */
export class ZipFile {
  readonly #writer: ZipWriter<unknown>;
  readonly #date: number;

  /** `at`: ISO 8601; put on every entry, read as UTC. */
  constructor(sink: Sink, at: string) {
    this.#writer = new ZipWriter(new WritableStream<Uint8Array>({ write: (chunk) => sink.write(chunk) }), {
      useWebWorkers: false,
      keepOrder: true,
      extendedTimestamp: false,
      dataDescriptor: false,
      zip64: false,
    });
    this.#date = dosDate(new Date(at));
  }

  async add(path: string, bytes: Uint8Array): Promise<void> {
    await this.#writer.add(path, new Uint8ArrayReader(bytes), {
      passThrough: true,
      uncompressedSize: bytes.length,
      compressionMethod: 0,
      crc32: crc32(bytes),
      rawLastModDate: this.#date,
    });
  }

  async close(): Promise<void> {
    await this.#writer.close();
  }
}

/** MS-DOS date and time (APPNOTE 4.4.6): from 1980, in steps of two seconds; what it cannot hold becomes its first day. */
function dosDate(date: Date): number {
  const year = date.getUTCFullYear() - 1980;
  if (!(year >= 0 && year < 128)) return 0x21_0000;
  const day = (year << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return day * 0x1_0000 + time;
}
