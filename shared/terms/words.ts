/** A word of a text, with where it stands. */
export interface Word {
  /** As written, composed (NFC), without what prints nothing, with the straight apostrophe. */
  readonly text: string;
  readonly from: number;
  /** Behind it, and behind an ending written after it: `facilitador/a`, `goal(s)`. */
  readonly to: number;
}

/** Soft hyphen, zero-width space and joiners, word joiner: they may stand inside a word and print nothing. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060]/gu;
const APOSTROPHES = /['’ʼ‘´`]/gu;

const NUMBER = String.raw`\d+(?:[.,]\d+)*(?![\p{L}\p{N}])`;
const LETTERS = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]*`;
const ENDING = String.raw`\/(?:as?|os?|es|sa|esa|esas|ora|oras)(?![\p{L}\p{N}])|\((?:as?|os?|es|s)\)`;
const WORD = new RegExp(`(${NUMBER}|${LETTERS}(?:['’ʼ‘´\`]${LETTERS})*)(?:${ENDING})?`, 'gu');

/** The words and numbers of a text, in order. */
export function wordsIn(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    words.push({ text: plainWord(match[1] ?? ''), from: match.index, to: match.index + match[0].length });
  }
  return words;
}

/** Most words are plain already, and there are many. */
const PLAIN = /^[\p{Script=Latin}\p{Nd}.,]*$/u;
const COMBINING = /\p{M}/u;

function plainWord(written: string): string {
  if (PLAIN.test(written) && !COMBINING.test(written)) return written;
  return written.normalize('NFC').replace(INVISIBLE, '').replace(APOSTROPHES, "'");
}

/** Blanks of any kind, with or without placeholders between them, or one hyphen that holds two words together. */
const JOINED = /^(?:[\s\uFFFC]+|[-\u2010\u2011])$/u;

/** What stands between two words: nothing to speak of (empty), or the signs that part them. */
export function gapOf(between: string): string {
  return JOINED.test(between) ? '' : between.replaceAll(/\s+/gu, '').replace(APOSTROPHES, "'");
}

const ACRONYM = /^(?=(?:.*\p{Lu}){2})[\p{Lu}\p{N}]+s?$/u;

/** Whether a word is one of capitals alone (ODS, SDGs, AGETIC), which is only ever written so. */
export function isAcronym(word: string): boolean {
  return ACRONYM.test(word);
}

const ACCENTED = /[^a-z0-9ñ]/u;

/** Without the accents people leave out when they write in haste or in capitals; ñ is a letter of its own. */
export function withoutAccents(word: string): string {
  if (!ACCENTED.test(word)) return word;
  return word
    .normalize('NFD')
    .replaceAll(/[\u0301\u0308]/gu, '')
    .normalize('NFC');
}
