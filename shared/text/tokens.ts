/**
 * Pieces of a text in order; joined they give the text again. Words keep inner apostrophes and hyphens, numbers their
 * separators, placeholders (`⟦n⟧`) and blanks are pieces of their own, as is every other sign.
 */
export function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

const TOKEN = /⟦⟦|⟦-?\d+⟧|\d+(?:[.,\u00A0\u202F]\d+)*|[\p{L}\p{M}\p{N}]+(?:['’ʼ‑-][\p{L}\p{M}\p{N}]+)*|\s+|[^]/gu;

const WORD = /[\p{L}\p{N}]/u;

/** The words and numbers of a text, as written. */
export function wordsOf(text: string): readonly string[] {
  return tokensOf(text).filter((token) => WORD.test(token) && !token.startsWith('⟦'));
}
