import type { DiskEvent } from './recording.ts';

/** What a disk may lose at once. Word of the trade: a sector is written whole or not at all. */
const SECTOR = 512;

/** Files by name, as bytes. */
export type Disk = ReadonlyMap<string, Buffer>;

/** A file being written to: room grows by doubling, so that many small writes stay cheap. */
class Growing {
  #room: Buffer;
  #length: number;

  constructor(bytes: Buffer) {
    this.#room = Buffer.from(bytes);
    this.#length = bytes.length;
  }

  put(at: number, bytes: Buffer): void {
    const end = at + bytes.length;
    if (end > this.#room.length) {
      this.#room = Buffer.concat([this.#room.subarray(0, this.#length), Buffer.alloc(end + this.#length)]);
    }
    bytes.copy(this.#room, at);
    this.#length = Math.max(this.#length, end);
  }

  /** What was never written reads as zeros. */
  resize(length: number): void {
    if (length > this.#length) this.put(length - 1, Buffer.alloc(1));
    else this.#room.fill(0, length);
    this.#length = length;
  }

  bytes(): Buffer {
    return this.#room.subarray(0, this.#length);
  }
}

/**
 * The disk as it may be found after the power failed behind the event `cut`: of each file everything up to its last
 * flush, and of what was written since each sector or not, as `random` decides. With `flushes` false no flush counts: a
 * disk that lies.
 */
export function afterPowerLoss(
  before: Disk,
  events: readonly DiskEvent[],
  cut: number,
  random: () => number,
  flushes = true,
): Disk {
  const disk = new Map([...before].map(([name, bytes]) => [name, new Growing(bytes)]));
  const past = events.slice(0, cut);
  const safe = new Map<string, number>();
  for (const [index, event] of past.entries()) {
    if (flushes && event.what === 'sync') safe.set(event.file, index);
  }
  for (const [index, event] of past.entries()) {
    const durable = index <= (safe.get(event.file) ?? -1);
    apply(disk, event, durable ? () => true : () => random() < 0.5);
  }
  return new Map([...disk].map(([name, file]) => [name, file.bytes()]));
}

function apply(disk: Map<string, Growing>, event: DiskEvent, kept: () => boolean): void {
  // Names that change hands are told by whoever asks: see restore-power.test.ts.
  if (event.what === 'sync' || event.what === 'rename') return;
  const file = disk.get(event.file) ?? new Growing(Buffer.alloc(0));
  if (event.what === 'remove') {
    if (kept()) disk.delete(event.file);
    return;
  }
  disk.set(event.file, file);
  if (event.what === 'truncate') {
    if (kept()) file.resize(event.length);
    return;
  }
  for (let from = 0; from < event.bytes.length; from += SECTOR) {
    if (kept()) file.put(event.at + from, event.bytes.subarray(from, from + SECTOR));
  }
}
