import { primaryLanguage } from './check.ts';

/** Stops that end no sentence: behind an abbreviation, an initial, a number of a list. */
const ABBREVIATIONS: Readonly<Record<string, RegExp>> = {
  es: /(?:^|[\s(«“"\u00A0])(?:\p{L}|EE|UU|a\.\s?m|p\.\s?m|[Ss]ra?s?|[Dd]ra?s?|[Ll]ic|[Ii]ng|[Aa]rq|[Aa]bog|[Pp]rof|[Aa]rts?|[Nn]úms?|[Pp]ágs?|[Cc]ap|[Ff]igs?|[Vv]ol|[Ee]d|[Aa]prox|[Tt]el|[Aa]v|[Bb]s|ej|D\.\s?S|cf|[Nn]o|Inc|vs|máx|mín)\.$/u,
  en: /(?:^|[\s(“"])(?:\p{L}|[Mm]rs?|[Mm]s|[Dd]r|[Pp]rof|[Ss]t|[Nn]os?|[Ff]igs?|[Vv]ol|[Ee]d|[Aa]pprox|vs|e\.\s?g|i\.\s?e|[ap]\.\s?m|U\.\s?S|cf|pp?|Inc|Ltd|max|min|[Ee]q|[Ss]ec|[Cc]h|[Rr]ef)\.$/u,
};
const BORDER = /[.!?…]+["”»’')\]]*(?=\s+[\p{Lu}\p{N}¿¡«“"'(\uFFFC])|\n+/gu;

/** How many sentences a text holds; none of one without letters. */
export function countSentences(text: string, language: string): number {
  if (!/[\p{L}\p{N}]/u.test(text)) return 0;
  const abbreviation = ABBREVIATIONS[primaryLanguage(language)];
  const end = text.trimEnd().length;
  let count = 1;
  for (const { 0: mark, index } of text.matchAll(BORDER)) {
    if (index + mark.length >= end || index === 0) continue;
    if (mark === '.' && abbreviation?.test(text.slice(Math.max(0, index - 8), index + 1)) === true) continue;
    if (mark === '.' && /(?:^|\s)\d{1,2}$/u.test(text.slice(Math.max(0, index - 3), index))) continue;
    count += 1;
  }
  return count;
}

/** Sentences with their positions, cut where {@link countSentences} counts: for findings that name one. */
export function sentencesOf(text: string): readonly { readonly text: string; readonly at: number }[] {
  const out: { readonly text: string; readonly at: number }[] = [];
  let at = 0;
  for (const { 0: mark, index } of text.matchAll(BORDER)) {
    out.push({ text: text.slice(at, index + mark.length), at });
    at = index + mark.length;
  }
  out.push({ text: text.slice(at), at });
  return out;
}
