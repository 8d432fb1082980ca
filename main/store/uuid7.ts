import { randomFillSync } from 'node:crypto';

/** Makes UUIDv7 (RFC 9562, 5.7) that sort by the order they were made in, even when the clock is set back. */
export function createUuid7(clock: () => number = Date.now): () => string {
  let last = 0;
  let sequence = 0;
  return () => {
    const now = clock();
    if (now > last) {
      last = now;
      sequence = 0;
    } else {
      sequence += 1;
      if (sequence > 0xf_ff) {
        last += 1;
        sequence = 0;
      }
    }
    return format(last, sequence);
  };
}

/** Random bytes are asked for by the page: one call an id took longer than all else about it. */
const pool = Buffer.alloc(16 * 256);
let used = pool.length;

function randomBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return pool.subarray(used - 16, used);
}

/** `sequence` takes the 12 bits of rand_a (method 1 of RFC 9562, 6.2). */
function format(time: number, sequence: number): string {
  const bytes = randomBytes();
  bytes.writeUIntBE(time, 0, 6);
  bytes.writeUInt16BE(0x70_00 | sequence, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
