import { normalizeText } from '#shared/text/normalize.ts';

/** Anything {@link normalizeText} would change. */
const UNUSUAL = /[^ -~]| {2}|^ | $/u;
/** What is one sign whatever it says: a digit; a placeholder (`⟦n⟧`, not a doubled bracket). And an ellipsis, which is three. */
const ATOM = /\d|⟦-?\d+⟧|…/gu;
const HAS_ATOM = /[\d⟦…]/u;

/** What stands for any digit. */
const DIGIT_SIGN = '0';
/** What stands for any placeholder. */
const PLACEHOLDER_SIGN = '⟦';

/**
 * A text as its edit distance sees it, case kept: one kind of blank, quote, apostrophe and dash, an ellipsis as three
 * points; every digit is the same sign and every placeholder is one, so that another number of as many digits is no edit.
 */
export function casedForm(text: string): string {
  const normal = UNUSUAL.test(text) ? normalizeText(text) : text;
  return HAS_ATOM.test(normal) ? normal.replace(ATOM, signOf) : normal;
}

function signOf(atom: string): string {
  if (atom === '…') return '...';
  return atom.startsWith('⟦') ? PLACEHOLDER_SIGN : DIGIT_SIGN;
}

/** {@link casedForm} without case: texts with one folded form differ in nothing that has to be translated again. */
export function foldedForm(text: string): string {
  return casedForm(text).toLowerCase();
}

const PLACEHOLDER = /⟦⟦|⟦-?\d+⟧/gu;

/**
 * A text with its placeholders counted from 1 in the order they come: their numbers belong to one document and mean nothing
 * elsewhere. NFC.
 */
export function renumbered(text: string): string {
  const normal = text.normalize('NFC');
  if (!normal.includes('⟦')) return normal;
  const known = new Map<string, string>();
  return normal.replace(PLACEHOLDER, (found) => {
    if (found === '⟦⟦') return found;
    const number = known.get(found) ?? `⟦${known.size + 1}⟧`;
    known.set(found, number);
    return number;
  });
}

/** Signs a text is compared by: no paragraph is longer, and what is has its beginning compared. */
export const MAX_SIGNS = 8192;

/** Room for the signs of one text, to be filled again and again. */
export function signRoom(): Uint8Array {
  return new Uint8Array(MAX_SIGNS);
}

const BLANK = 0x20;

/**
 * Writes the folded form of a text into `out`, one byte a sign, and returns how many. Signs beyond Latin-1 share 128
 * bytes: a distance in bytes is never more than that in signs.
 */
export function writeSigns(text: string, out: Uint8Array): number {
  const length = text.length;
  if (length <= MAX_SIGNS && text.charCodeAt(0) !== BLANK && text.charCodeAt(length - 1) !== BLANK) {
    let before = 0;
    let at = 0;
    for (; at < length; at += 1) {
      let code = text.charCodeAt(at);
      if (code < BLANK || code > 0x7e || (code === BLANK && before === BLANK)) break;
      before = code;
      if (code >= 0x41 && code <= 0x5a) code += 0x20;
      else if (code >= 0x30 && code <= 0x39) code = 0x30;
      out[at] = code;
    }
    if (at === length) return length;
  }
  const folded = foldedForm(text);
  const signs = Math.min(folded.length, MAX_SIGNS);
  for (let at = 0; at < signs; at += 1) {
    const code = folded.charCodeAt(at);
    out[at] = code < 256 ? code : 128 + (Math.imul(code, 0x9e_37_79_b1) >>> 25);
  }
  return signs;
}
