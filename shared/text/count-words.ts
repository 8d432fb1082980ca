/** Scripts written without blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PIECE = /\S+/gu;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Words of a text as a word processor counts them: pieces between blanks that hold a letter or a digit ("y/o" and
 * "e-mail" are one). Pieces in scripts without blanks are counted by Unicode's word rules (UAX #29) for `language`
 * (BCP 47). Placeholders are no words: count `textOf(content)`.
 */
export function countWords(text: string, language?: string): number {
  let count = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    if (UNSPACED.test(piece)) count += segmentedWords(piece, language);
    else if (WORD.test(piece)) count += 1;
  }
  return count;
}

const segmenters = new Map<string | undefined, Intl.Segmenter>();

function segmentedWords(text: string, language: string | undefined): number {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return Array.from(segmenter.segment(text)).filter((segment) => segment.isWordLike === true).length;
}
