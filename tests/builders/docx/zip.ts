import { crc32, deflateRawSync } from 'node:zlib';

/** One entry as it shall stand in the archive. The last five fields make archives no honest tool writes. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  /** Unix mode bits for the external attributes: `0o120777` is a symbolic link. */
  readonly mode?: number;
  /** Name in the local header where it differs from the directory's. */
  readonly localName?: string;
  /** Inflated size told in both headers instead of the real one. */
  readonly claimedSize?: number;
  /** General purpose bits besides UTF-8 (bit 11): 1 says encrypted. */
  readonly flags?: number;
  /** Compressed bytes to store instead of deflating `data`; `claimedSize` should say what they inflate to. */
  readonly raw?: Uint8Array;
  /** Writes no local entry: the directory points at the entry of this name, so both share the same bytes. */
  readonly shares?: string;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 2020-01-01, so that equal input gives equal archives. */
const DOS_DATE = 0x5021;

function bytesOf(data: Uint8Array | string): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
}

interface Packed {
  readonly body: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
}

function pack(entry: ZipEntry): Packed {
  const data = bytesOf(entry.data);
  const size = entry.claimedSize ?? data.length;
  if (entry.raw !== undefined) return { body: entry.raw, method: 8, crc: crc32(data), size };
  return entry.stored === true
    ? { body: data, method: 0, crc: crc32(data), size }
    : { body: deflateRawSync(data), method: 8, crc: crc32(data), size };
}

function header(signature: number, entry: ZipEntry, packed: Packed, name: Uint8Array): Buffer {
  const central = signature === CENTRAL;
  const out = Buffer.alloc(central ? 46 : 30);
  let at = out.writeUInt32LE(signature, 0);
  if (central) at = out.writeUInt16LE(entry.mode === undefined ? 20 : (3 << 8) | 20, at);
  at = out.writeUInt16LE(20, at);
  at = out.writeUInt16LE(0x800 | (entry.flags ?? 0), at);
  at = out.writeUInt16LE(packed.method, at);
  at = out.writeUInt16LE(0, at);
  at = out.writeUInt16LE(DOS_DATE, at);
  at = out.writeUInt32LE(packed.crc, at);
  at = out.writeUInt32LE(packed.body.length, at);
  at = out.writeUInt32LE(packed.size, at);
  out.writeUInt16LE(name.length, at);
  if (central && entry.mode !== undefined) out.writeUInt32LE((entry.mode << 16) >>> 0, 38);
  return out;
}

/** Writes an archive (APPNOTE.TXT 6.3, no ZIP64), entries in the order given. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const packs: Packed[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const shared = entry.shares === undefined ? undefined : entries.findIndex(({ name }) => name === entry.shares);
    const packed = shared === undefined ? pack(entry) : packs[shared];
    if (packed === undefined) throw new RangeError(`no entry to share: ${entry.shares}`);
    packs.push(packed);
    offsets.push(shared === undefined ? at : (offsets[shared] ?? 0));
    if (shared !== undefined) continue;
    const name = bytesOf(entry.localName ?? entry.name);
    chunks.push(header(LOCAL, entry, packed, name), name, packed.body);
    at += 30 + name.length + packed.body.length;
  }
  const directory = at;
  for (const [index, entry] of entries.entries()) {
    const name = bytesOf(entry.name);
    const head = header(CENTRAL, entry, packs[index] as Packed, name);
    head.writeUInt32LE(offsets[index] ?? 0, 42);
    chunks.push(head, name);
    at += head.length + name.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(at - directory, 12);
  end.writeUInt32LE(directory, 16);
  return Buffer.concat([...chunks, end]);
}
