/** 64 bits that tell a pair from every other, for all that matters: of ten million, two collide once in 400,000 memories. */
export interface PairHash {
  low: number;
  high: number;
}

/** FNV-1a in two lanes over source, a separator and target, each lane mixed at the end (MurmurHash3's finalizer); into `out`. */
export function hashPair(source: string, target: string, out: PairHash): PairHash {
  let low = 0x81_1c_9d_c5;
  let high = 0x2f_0b_44_71;
  for (let index = 0; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01_00_01_93);
    high = Math.imul(high ^ code, 0x5b_d1_e9_95);
  }
  low = Math.imul(low ^ 0x1_00_00, 0x01_00_01_93);
  high = Math.imul(high ^ 0x1_00_00, 0x5b_d1_e9_95) ^ (high >>> 15);
  for (let index = 0; index < target.length; index += 1) {
    const code = target.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01_00_01_93);
    high = Math.imul(high ^ code, 0x5b_d1_e9_95);
  }
  out.low = mixed(low);
  out.high = mixed(high);
  return out;
}

function mixed(lane: number): number {
  let value = lane ^ (lane >>> 16);
  value = Math.imul(value, 0x85_eb_ca_6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2_b2_ae_35);
  return value ^ (value >>> 16);
}

/** Names a text between its neighbours: equal keys mean the same text in the same surroundings. */
export function contextKey(before: string, text: string, after: string): string {
  const { low, high } = hashPair(`${before}\u0001${text}`, after, { low: 0, high: 0 });
  return [low, high].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
