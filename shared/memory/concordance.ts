import { foldText } from '#shared/text/normalize.ts';

/** Endings by which forms of one word differ, in English and Spanish, without accents. */
const ENDINGS = new Set(
  (
    ' s es a o as os e y ies ied d ed ing er ers or ors ar ir r n an en on aba aban ara aran aria ado ada ados adas ido ida ' +
    'idos idas ando iendo amos emos imos io ion iones cion ciones acion aciones al ales mente ly ment ments ness able ' +
    'ables ador adora adores adoras ora oras tion tions ation ations ce ces z'
  ).split(' '),
);
const WORD = /[\p{L}\p{N}]+/gu;
const SHORTEST = 3;

/** One word of a query: what its forms begin with. */
export interface QueryWord {
  readonly word: string;
  readonly stem: string;
}

/** The words of a query, each found by its forms whatever their accents and endings. */
export function queryWords(query: string): readonly QueryWord[] {
  return Array.from(foldText(query).matchAll(WORD), ([word]) => ({ word, stem: stemOf(word) }));
}

/** What is left without the commonest endings of number, gender and verb; short words keep their vowel: meta is not metal. */
function stemOf(word: string): string {
  const cut = /(?:ies|es|s)$/u.exec(word)?.[0] ?? '';
  let stem = word.length - cut.length >= SHORTEST ? word.slice(0, word.length - cut.length) : word;
  const ending = /(?:ing|ed|ar|er|ir|[aeoy])$/u.exec(stem)?.[0] ?? '';
  const shortest = ending === 'y' ? SHORTEST : SHORTEST + 1;
  if (stem.length - ending.length >= shortest) stem = stem.slice(0, stem.length - ending.length);
  return stem;
}

function isForm(word: string, { word: query, stem }: QueryWord): boolean {
  return word === query || (word.startsWith(stem) && ENDINGS.has(word.slice(stem.length)));
}

/** A stretch of a text; UTF-16 offsets. */
export type Range = readonly [from: number, to: number];

const ANY_WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Where forms of the words stand in a text; null unless each of them does. */
export function concordanceIn(text: string, words: readonly QueryWord[]): readonly Range[] | null {
  const ranges: Range[] = [];
  const left = new Set(words);
  for (const match of text.matchAll(ANY_WORD)) {
    const folded = foldText(match[0]);
    for (const word of words) {
      if (!isForm(folded, word)) continue;
      left.delete(word);
      ranges.push([match.index, match.index + match[0].length]);
      break;
    }
  }
  return left.size === 0 && words.length > 0 ? ranges : null;
}

const ACCENTED = /[aeiounc]/gu;

/** A LIKE pattern every text with a form of the word fits, whatever its accents: letters that may have one are any letter. */
export function likePattern({ stem }: QueryWord): string {
  return `%${stem.replace(ACCENTED, '_')}%`;
}
