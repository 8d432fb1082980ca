/** A number as it stands in a text. */
export interface NumberFound {
  /** As written. */
  readonly text: string;
  /** UTF-16 offset of its first digit. */
  readonly at: number;
  /** The value; of a path like `2.1.3` or `10:40` there is none. */
  readonly value?: number;
  /** Equal keys mean the same number, however it is written: the value, or the path with single dots. */
  readonly key: string;
  /** Readable as thousands or as decimals ("1,234"): taken as thousands. */
  readonly ambiguous: boolean;
}

const SPACES = '\u00A0\u202F\u2009 ';
/** Digits with separators between them; an ordinary blank separates only groups of exactly three. */
const NUMBER = new RegExp(`\\d{1,3}(?:[${SPACES}]\\d{3})+(?![\\d])(?:[.,]\\d+)?|\\d+(?:[.,:'’]\\d+)*`, 'gu');
const SPACE_GROUPED = new RegExp(`^\\d{1,3}(?:[${SPACES}]\\d{3})+(?:[.,]\\d+)?$`, 'u');
const COMMA_GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u;
const POINT_GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u;
const QUOTE_GROUPED = /^[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d+)?$/u;
const DECIMAL = /^\d+(?:[.,]\d+)?$/u;
const ONE_GROUP = /^[1-9]\d{0,2}[.,]\d{3}$/u;

/**
 * The numbers of a text in order, by value: `1.234.567,89`, `1 234 567,89` and `1,234,567.89` are equal, and so are
 * `1 000,5` and `1,000.5`. Four digits in a row ("2014", "Ley 1178") are never grouped, section numbers, versions and
 * times are paths, compared as written.
 */
export function numbersOf(text: string): readonly NumberFound[] {
  return Array.from(text.matchAll(NUMBER), (match) => readNumber(match[0], match.index));
}

function readNumber(text: string, at: number): NumberFound {
  const value = valueOf(text);
  const key = value === undefined ? text.replace(/[.,:'’]/gu, '.') : String(value);
  return { text, at, ...(value === undefined ? {} : { value }), key, ambiguous: ONE_GROUP.test(text) };
}

function valueOf(text: string): number | undefined {
  if (POINT_GROUPED.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (COMMA_GROUPED.test(text)) return Number(text.replaceAll(',', ''));
  if (SPACE_GROUPED.test(text) || QUOTE_GROUPED.test(text))
    return Number(text.replace(/[^\d.,]/gu, '').replace(',', '.'));
  return DECIMAL.test(text) ? Number(text.replace(',', '.')) : undefined;
}
