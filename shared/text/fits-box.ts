/** A paragraph in a box, with line feeds where it breaks by itself. */
export interface BoxParagraph {
  readonly text: string;
  /** Height of its letters in points. */
  readonly size: number;
  /** Millimetres it is indented by on the left. */
  readonly indent?: number;
}

/** The room for text in a box, in millimetres, insets taken off. */
export interface BoxRoom {
  readonly width: number;
  readonly height: number;
}

const MM_PER_POINT = 25.4 / 72;
/** From line to line in one paragraph, as times of the letters' height. */
const LINE = 1.2;
/** A box a hair too small is no finding: what is measured is an estimate. */
const TOLERANCE = 1.05;

const NARROW = /[ijltfrI1.,;:'!|()[\]{}\-\u2013\u2018\u2019¡]/u;
const BROAD = /[mwMW@%—…æœÆŒ]/u;
const UPPER = /\p{Lu}/u;
const SQUARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;
const MARK = /\p{M}/u;

/** By code unit, as times of the letters' height: the widths of a common humanist sans, roughly. */
const KNOWN = new Float32Array(0x0250);

function widthOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  const known = KNOWN[code];
  if (known !== undefined && known > 0) return known;
  const width = guess(char);
  if (code < KNOWN.length) KNOWN[code] = width;
  return width;
}

function guess(char: string): number {
  if (char === ' ') return 0.27;
  if (char === '\t') return 2;
  if (MARK.test(char)) return 0.001;
  if (SQUARE.test(char)) return 1;
  if (NARROW.test(char)) return 0.3;
  if (BROAD.test(char)) return 0.84;
  return UPPER.test(char) ? 0.64 : 0.52;
}

/** How many lines a text takes where `width` holds that many times the height of its letters; at least one. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + wrapped(line, Math.max(width, 1)), 0);
}

/** Words are put side by side as long as they fit; one wider than the line goes on in the next. */
function wrapped(line: string, width: number): number {
  let lines = 1;
  let at = 0;
  let word = 0;
  let blanks = 0;
  const place = (): void => {
    if (at > 0 && at + word > width) {
      lines += 1;
      at = 0;
    }
    const more = word > width ? Math.ceil(word / width) - 1 : 0;
    lines += more;
    at += word - more * width + blanks;
    word = 0;
    blanks = 0;
  };
  for (const char of line) {
    const isBlank = char === ' ' || char === '\t';
    if (!isBlank && blanks > 0) place();
    if (isBlank) blanks += widthOf(char);
    else word += widthOf(char);
  }
  place();
  return lines;
}

/** Height of the paragraphs one below the other in a column of that width, in millimetres: an estimate. */
export function textHeight(paragraphs: readonly BoxParagraph[], width: number): number {
  return paragraphs.reduce((sum, { text, size, indent = 0 }) => {
    const letter = size * MM_PER_POINT;
    return sum + linesOf(text, (width - indent) / letter) * letter * LINE;
  }, 0);
}

/**
 * Whether text fits its box, by an estimate: average widths of letters, words wrapped greedily. `shrink`: down to what
 * part of their size the letters may become smaller (1 for not at all).
 */
export function fitsBox(paragraphs: readonly BoxParagraph[], { width, height }: BoxRoom, shrink = 1): boolean {
  const smaller = shrink >= 1 ? paragraphs : paragraphs.map((one) => ({ ...one, size: one.size * shrink }));
  return textHeight(smaller, width) <= height * TOLERANCE;
}

/** Whether a text that fitted its box no longer does. A box that was too full before is nobody's new trouble. */
export function outgrowsBox(
  before: readonly BoxParagraph[],
  after: readonly BoxParagraph[],
  room: BoxRoom,
  shrink = 1,
): boolean {
  return !fitsBox(after, room, shrink) && fitsBox(before, room, shrink);
}
