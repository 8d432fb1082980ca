const QUOTES = /[«»“”„‟‹›"]/gu;
const APOSTROPHES = /[‘’‚‛ʼ´`]/gu;
const DASHES = /[‐‑‒–—―−]/gu;
/** Characters that print nothing: soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** NFC, one kind of blank, quote, apostrophe and dash, nothing invisible, trimmed: how two texts are compared for being "the same". */
export function normalizeText(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(QUOTES, '"')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** {@link normalizeText} without case and accents (ñ becomes n): for finding and matching, never for showing. */
export function foldText(text: string): string {
  return normalizeText(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
}
