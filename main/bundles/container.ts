/**
 * Zip keeps most facts twice, in front of each entry and in the directory at the end, and readers look at one of them.
 * A bundle has changed when the two disagree, even where nobody would notice (APPNOTE 4.3.7, 4.3.12, 4.3.16).
 */

const LOCAL = 0x04_03_4b_50;
const CENTRAL = 0x02_01_4b_50;
const END = 0x06_05_4b_50;
const HAS_DESCRIPTOR = 0x08;

interface Record {
  readonly name: Buffer;
  readonly local: number;
  readonly flags: number;
  readonly method: number;
  readonly size: number;
  readonly extra: number;
  readonly fields: DirectoryFields;
}

/** What the directory says of an entry and its local header has to say too, in header order. */
interface DirectoryFields {
  readonly needed: number;
  readonly shared: Buffer;
  /** Fields only the directory has: made by, comment length, disk, internal and external attributes. */
  readonly own: string;
}

/**
 * Names of entries whose two headers disagree, or `''` for the archive itself; empty when the container is sound. Says
 * nothing about contents. Zips another program packed pass too, where they follow the format.
 */
export function containerFaults(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records = readDirectory(buffer);
  if (records === null) return [''];
  const faults = new Set<string>();
  const isOurs = records.every(
    ({ method, extra, flags }) => method === 0 && extra === 0 && (flags & HAS_DESCRIPTOR) === 0,
  );
  const sorted = records.toSorted((a, b) => a.local - b.local);
  let expected = 0;
  for (const record of sorted) {
    const end = localEnd(buffer, record, isOurs);
    const isGap = (record.flags & HAS_DESCRIPTOR) === 0 && record.local !== expected;
    if (end === null || (isOurs && isGap)) faults.add(record.name.toString());
    expected = end ?? record.local;
  }
  const end = buffer.lastIndexOf(signature(END));
  if (isOurs && expected !== buffer.readUInt32LE(end + 16)) faults.add('');
  if (isOurs && new Set(records.map(({ fields }) => fields.own)).size > 1) faults.add('');
  return [...faults];
}

/** Null when the end record and the directory do not fit each other and the file. */
function readDirectory(buffer: Buffer): readonly Record[] | null {
  const end = buffer.lastIndexOf(signature(END));
  if (end < 0 || end + 22 > buffer.length) return null;
  const [count, size, offset] = [
    buffer.readUInt16LE(end + 10),
    buffer.readUInt32LE(end + 12),
    buffer.readUInt32LE(end + 16),
  ];
  const isSound =
    buffer.readUInt32LE(end + 4) === 0 &&
    buffer.readUInt16LE(end + 8) === count &&
    offset + size === end &&
    end + 22 + buffer.readUInt16LE(end + 20) === buffer.length;
  if (!isSound) return null;
  const records: Record[] = [];
  let at = offset;
  while (at + 46 <= end && buffer.readUInt32LE(at) === CENTRAL) {
    const lengths = [buffer.readUInt16LE(at + 28), buffer.readUInt16LE(at + 30), buffer.readUInt16LE(at + 32)] as const;
    records.push({
      name: buffer.subarray(at + 46, at + 46 + lengths[0]),
      local: buffer.readUInt32LE(at + 42),
      flags: buffer.readUInt16LE(at + 8),
      method: buffer.readUInt16LE(at + 10),
      size: buffer.readUInt32LE(at + 20),
      extra: lengths[1],
      fields: {
        needed: buffer.readUInt16LE(at + 6),
        shared: buffer.subarray(at + 8, at + 28),
        own: `${buffer.readUInt16LE(at + 4)} ${lengths[2]} ${buffer.subarray(at + 34, at + 42).toString('hex')}`,
      },
    });
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return at === end && records.length === count ? records : null;
}

/** Where the entry's bytes end; null when its local header is not there or says something else than the directory. */
function localEnd(buffer: Buffer, record: Record, isStrict: boolean): number | null {
  const { local: at, name, fields } = record;
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== LOCAL) return null;
  const [nameLength, extraLength] = [buffer.readUInt16LE(at + 26), buffer.readUInt16LE(at + 28)];
  // With a descriptor behind the data, checksum and sizes in front may be zero: only flags, method and date are compared.
  const shared = (record.flags & HAS_DESCRIPTOR) === 0 ? 20 : 8;
  const agrees =
    buffer.subarray(at + 30, at + 30 + nameLength).equals(name) &&
    buffer.subarray(at + 6, at + 6 + shared).equals(fields.shared.subarray(0, shared)) &&
    (!isStrict || (extraLength === 0 && buffer.readUInt16LE(at + 4) === fields.needed));
  return agrees ? at + 30 + nameLength + extraLength + record.size : null;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
