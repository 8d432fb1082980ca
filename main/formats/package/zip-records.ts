const LOCAL = 0x04_03_4b_50;
const CENTRAL = 0x02_01_4b_50;
const END = 0x06_05_4b_50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
/** Version 2.0: folders and deflate. */
const VERSION = 20;
/** General purpose bit 11: the name is UTF-8. */
const UTF8 = 0x08_00;
const DIRECTORY = 0x10;

/** One entry, its content as it is stored. */
export interface ZipRecord {
  readonly name: string;
  readonly directory: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
  /** MS-DOS time and date. */
  readonly date: number;
}

/**
 * An archive of the given entries (APPNOTE 4.3), for contents that are compressed already. What strangers send is read by
 * a library; this writes what has been read, since the library's streams take half a millisecond an entry and a deck of
 * slides has thousands. The caller sees to it that sizes and their sum stay below 4 GB and entries below 65,535.
 */
export function zipOf(records: readonly ZipRecord[]): Uint8Array {
  const names = records.map(({ name }) => Buffer.from(name, 'utf8'));
  const places: number[] = [];
  let at = 0;
  for (const [index, { data }] of records.entries()) {
    places.push(at);
    at += LOCAL_SIZE + (names[index]?.length ?? 0) + data.length;
  }
  const directory = at;
  for (const name of names) at += CENTRAL_SIZE + name.length;
  const out = Buffer.alloc(at + END_SIZE);
  let central = directory;
  for (const [index, record] of records.entries()) {
    const name = names[index] as Buffer;
    const place = places[index] as number;
    out.writeUInt32LE(LOCAL, place);
    writeFacts(out, place + 4, record, name);
    name.copy(out, place + LOCAL_SIZE);
    out.set(record.data, place + LOCAL_SIZE + name.length);
    out.writeUInt32LE(CENTRAL, central);
    out.writeUInt16LE(VERSION, central + 4);
    writeFacts(out, central + 6, record, name);
    out.writeUInt32LE(record.directory ? DIRECTORY : 0, central + 38);
    out.writeUInt32LE(place, central + 42);
    name.copy(out, central + CENTRAL_SIZE);
    central += CENTRAL_SIZE + name.length;
  }
  out.writeUInt32LE(END, central);
  out.writeUInt16LE(records.length, central + 8);
  out.writeUInt16LE(records.length, central + 10);
  out.writeUInt32LE(central - directory, central + 12);
  out.writeUInt32LE(directory, central + 16);
  return out;
}

/** What the local header and the directory say alike (4.3.7, 4.3.12). */
function writeFacts(out: Buffer, at: number, { method, date, crc, data, size }: ZipRecord, name: Buffer): void {
  out.writeUInt16LE(VERSION, at);
  out.writeUInt16LE(UTF8, at + 2);
  out.writeUInt16LE(method, at + 4);
  out.writeUInt32LE(date >>> 0, at + 6);
  out.writeUInt32LE(crc >>> 0, at + 10);
  out.writeUInt32LE(data.length, at + 14);
  out.writeUInt32LE(size, at + 18);
  out.writeUInt16LE(name.length, at + 22);
}
