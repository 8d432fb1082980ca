import { MAX_SIGNS } from './normal-form.ts';

/**
 * Signatures: a few words of bits per text from which a lower bound of the edit distance of two texts can be read, so
 * that most texts of a memory need never be compared. Two parts:
 *
 * - signs: how often each sign occurs, in unary, up to a width that fits what is usual for the length. One edit changes
 *   the counts of two texts by at most 2 together, so distance ≥ (bits that differ + difference of lengths) / 2;
 * - neighbours: which pairs of neighbouring signs occur, hashed. One edit makes and breaks at most four, so
 *   distance ≥ bits that differ / 4.
 *
 * Texts of one class of lengths have signatures of one size; a query has one for each class it is compared with.
 */
export interface SignatureClass {
  /** The longest text of the class, in signs. */
  readonly longest: number;
  readonly signWords: number;
  readonly words: number;
  /** First bit and number of bits, by byte. */
  readonly first: Uint16Array;
  readonly width: Uint8Array;
}

/** Percentages of signs in English and Spanish text with its blanks. Others share the bits of {@link OTHERS}. */
const USUAL: Readonly<Record<string, number>> = Object.fromEntries(
  (
    ' 16.5,e 10,a 6.5,t 6.5,o 6.5,i 6,n 6,s 5.8,r 5.5,l 3.7,d 3.3,c 3,u 2.7,m 2.3,p 2.3,h 2.4,f 1.7,g 1.7,b 1.3,y 1.1,' +
    "w 1,v 0.8,k 0.7,. 1,0 0.8,x 0.3,z 0.2,q 0.2,j 0.2,- 0.4,_ 0.3,: 0.4,% 0.3,' 0.3,/ 0.3,( 0.2"
  )
    .split(/,(?=. )/u)
    .map((each) => [each.charAt(0), Number(each.slice(2))]),
);
/** Slots that the remaining bytes share. */
const OTHERS = 12;
const LENGTHS = [16, 24, 40, 64, 100, 160, 256, 512, MAX_SIGNS];
/** Beyond this a longer text tells nothing more in the bits there are. */
const MEASURE = 400;

function classOf(longest: number): SignatureClass {
  const length = Math.min(longest, MEASURE);
  const first = new Uint16Array(256);
  const width = new Uint8Array(256);
  let bits = OTHERS;
  for (let byte = 0; byte < 256; byte += 1) {
    const share = USUAL[String.fromCharCode(byte)];
    if (share === undefined) {
      first[byte] = byte % OTHERS;
      width[byte] = 1;
    } else {
      first[byte] = bits;
      width[byte] = Math.max(1, Math.round((share / 100) * length * 1.15 + 0.9));
      bits += width[byte] ?? 0;
    }
  }
  const signWords = Math.ceil(bits / 32);
  return { longest, signWords, words: signWords + Math.ceil((length * 2.2) / 32), first, width };
}

export const SIGNATURE_CLASSES: readonly SignatureClass[] = LENGTHS.map((longest) => classOf(longest));

/** Lengths that are stored and loaded together, each within one class of signatures. */
export interface Band {
  /** Shortest and longest text, in signs. */
  readonly from: number;
  readonly to: number;
  readonly kind: SignatureClass;
}

function allBands(): readonly Band[] {
  const bands: Band[] = [];
  let from = 0;
  for (const kind of SIGNATURE_CLASSES) {
    while (from <= kind.longest) {
      const to = Math.min(kind.longest, from + Math.max(1, from >>> 4) - 1);
      bands.push({ from, to, kind });
      from = to + 1;
    }
  }
  return bands;
}

export const BANDS: readonly Band[] = allBands();

const BAND_OF = new Uint16Array(MAX_SIGNS + 1);
for (const [index, { from, to }] of BANDS.entries()) BAND_OF.fill(index, from, to + 1);

/** Index in {@link BANDS} by length in signs. */
export function bandOf(length: number): number {
  return BAND_OF[Math.min(length, MAX_SIGNS)] ?? 0;
}

const counts = new Uint8Array(256);

/** Writes the signature of `bytes[0 … length)` into `out` at `at`. */
export function writeSignature(
  { first, width, signWords, words }: SignatureClass,
  bytes: Uint8Array,
  length: number,
  out: Int32Array,
  at: number,
): void {
  const pairBits = (words - signWords) * 32;
  out.fill(0, at, at + words);
  counts.fill(0);
  let before = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index] as number;
    const count = counts[byte] as number;
    if (count < (width[byte] as number)) {
      counts[byte] = count + 1;
      setBit(out, at, (first[byte] as number) + count);
    }
    if (index > 0) {
      setBit(out, at + signWords, (Math.imul((before << 8) | byte, 0x9e_37_79_b1) >>> 12) % pairBits);
    }
    before = byte;
  }
}

function setBit(words: Int32Array, at: number, bit: number): void {
  const word = at + (bit >>> 5);
  words[word] = (words[word] as number) | (1 << (bit & 31));
}

function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}

/**
 * A distance the two texts behind the signatures have at least; more than `limit` as soon as it is certain. `between`:
 * difference of their lengths.
 */
export function leastDistance(
  { signWords, words }: SignatureClass,
  one: Int32Array,
  all: Int32Array,
  at: number,
  between: number,
  limit: number,
): number {
  let signs = between + 1;
  for (let word = 0; word < signWords; word += 1) signs += bitsOf((all[at + word] as number) ^ (one[word] as number));
  const least = signs >>> 1;
  if (least > limit) return least;
  let pairs = 3;
  for (let word = signWords; word < words; word += 1)
    pairs += bitsOf((all[at + word] as number) ^ (one[word] as number));
  return Math.max(least, pairs >>> 2);
}
