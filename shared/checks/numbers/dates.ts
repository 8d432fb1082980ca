import { ENGLISH_MONTH, monthNumber, SPANISH_MONTH } from './months.ts';

/** A calendar date as it stands in a text. */
export interface DateFound {
  readonly at: number;
  readonly text: string;
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  /** Written in figures with the day or the month first: which one is which cannot be told from it alone. */
  readonly figures: boolean;
}

const FIGURES = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/gu;
const ISO = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu;
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.?º)?\\s+(?:de\\s+|of\\s+)?(${ENGLISH_MONTH}|${SPANISH_MONTH})(?![\\p{L}])(?:(?:,|\\s+de|\\s+del)?\\s+(\\d{4}))?`,
  'giu',
);
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}])(${ENGLISH_MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.:]\\d)(?:,?\\s+(\\d{4}))?`,
  'giu',
);

/**
 * The dates of a text. Those in figures are read day first, as in Bolivia and Britain; the reader of an American text turns
 * them round. "May 5" is a date, "may 5" (may) as well: what is compared is whether both texts have the same ones.
 */
export function datesOf(text: string): readonly DateFound[] {
  if (!/\d/u.test(text)) return [];
  const out: DateFound[] = [];
  for (const match of text.matchAll(FIGURES)) add(out, match, match[1], match[3], match[4], true);
  for (const match of text.matchAll(ISO)) add(out, match, match[3], match[2], match[1], false);
  for (const match of text.matchAll(DAY_FIRST)) add(out, match, match[1], monthOf(match[2]), match[3], false);
  for (const match of text.matchAll(MONTH_FIRST)) {
    const overlaps = out.some(
      (date) => date.at < match.index + match[0].length && match.index < date.at + date.text.length,
    );
    if (!overlaps) add(out, match, match[2], monthOf(match[1]), match[3], false);
  }
  return out;
}

function monthOf(name = ''): string {
  return String(monthNumber(name) ?? 0);
}

function add(
  out: DateFound[],
  match: RegExpExecArray,
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  figures: boolean,
): void {
  const date = { at: match.index, text: match[0], day: Number(day), month: Number(month), figures };
  if (date.day < 1 || date.day > 31 || date.month < 1 || date.month > 31) return;
  out.push(year === undefined ? date : { ...date, year: Number(year) });
}
