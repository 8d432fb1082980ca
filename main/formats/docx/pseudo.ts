import { isText, normalizeContent, type Content } from '#shared/model/content.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'åƀçđéƒğĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';
const FORWARD = new Map(Array.from(PLAIN, (char, index) => [char, Array.from(ACCENTED)[index] as string]));
const BACKWARD = new Map(Array.from(FORWARD, ([plain, accented]) => [accented, plain]));

/** Marks around every changed run, by seed, so that two runs of different seeds differ. */
const MARKS: readonly (readonly [string, string])[] = [
  ['⟪', '⟫'],
  ['‹', '›'],
  ['⁅', '⁆'],
  ['⦃', '⦄'],
];
const ESCAPE = '\u2063';

/**
 * Changes every text of a unit in a way that can be undone: letters get accents, each run of text marks at both ends.
 * Characters the mapping itself uses are preceded by an invisible sign. Placeholders, marks, links stay as they are.
 */
export function pseudoTranslate(content: Content, seed: number): Content {
  const [open, close] = marksOf(seed);
  const change = (line: string): string => (line === '' ? line : open + accent(line) + close);
  return content.map((run) => {
    if (!isText(run)) return run;
    const text = run.text.includes('\n') ? run.text.split('\n').map(change).join('\n') : change(run.text);
    return { ...run, text: text.normalize('NFC') };
  });
}

/** The inverse of {@link pseudoTranslate} with the same seed. */
export function pseudoRestore(content: Content, seed: number): Content {
  const [open, close] = marksOf(seed);
  return normalizeContent(
    content.map((run) => {
      if (!isText(run)) return run;
      return { ...run, text: restore(run.text, open, close) };
    }),
  );
}

function marksOf(seed: number): readonly [string, string] {
  const index = ((seed % MARKS.length) + MARKS.length) % MARKS.length;
  return MARKS[index] as readonly [string, string];
}

const HELD = new Set([...BACKWARD.keys(), ESCAPE, ...MARKS.flat()]);
/** By UTF-16 unit: what it becomes, or 0 for a unit that stays. */
const ACCENTS = new Uint16Array(0x1_00_00);
for (const [plain, accented] of FORWARD) ACCENTS[plain.charCodeAt(0)] = accented.charCodeAt(0);
/** Units that are preceded by the invisible sign. */
const HELD_UNITS = new Uint8Array(0x1_00_00);
for (const char of HELD) HELD_UNITS[char.charCodeAt(0)] = 1;

/** Grows with the longest text, so that forty thousand texts need not have one each. */
let units = new Uint16Array(4096);

function accent(text: string): string {
  if (units.length < text.length * 2) units = new Uint16Array(text.length * 4);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (HELD_UNITS[code] === 1) units[length++] = ESCAPE.charCodeAt(0);
    units[length++] = ACCENTS[code] || code;
  }
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
}

function restore(text: string, open: string, close: string): string {
  let out = '';
  let literal = false;
  for (const char of text) {
    if (literal) {
      out += char;
      literal = false;
    } else if (char === ESCAPE) literal = true;
    else if (char !== open && char !== close) out += BACKWARD.get(char) ?? char;
  }
  return out;
}
