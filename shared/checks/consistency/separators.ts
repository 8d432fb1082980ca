import { numbersOf } from '#shared/text/numbers.ts';

/** A number of a text and which separators it is written with. */
export interface Separated {
  readonly text: string;
  readonly at: number;
  /** What is told: how thousands are grouped, or how decimals begin. */
  readonly what: 'group' | 'decimal';
  readonly style: string;
}

const GROUPED = /^[1-9]\d{0,2}([.\u00A0\u202F\u2009 ])\d{3}(?:\1\d{3})*(?:,\d+)?$/u;
const DECIMAL = /^\d+([.,])\d+$/u;
/** A point between figures is a decimal one only where a quantity is meant; sections and versions have points too. */
const QUANTITY = /^[\s\u00A0\u202F]?(?:%|por ciento|millones|km|kg|ha\b)/iu;

/** Numbers of a Spanish text whose separators show a habit; those as English writes them are another check's. */
export function separatedNumbers(text: string): readonly Separated[] {
  if (!/\d[.,\u00A0\u202F\u2009 ]\d/u.test(text)) return [];
  return numbersOf(text).flatMap(({ text: written, at, ambiguous }): readonly Separated[] => {
    const group = GROUPED.exec(written)?.[1];
    if (group !== undefined) return [{ text: written, at, what: 'group', style: group === '.' ? 'point' : 'space' }];
    const decimal = DECIMAL.exec(written)?.[1];
    if (decimal === undefined || ambiguous || !QUANTITY.test(text.slice(at + written.length, at + written.length + 12)))
      return [];
    return [{ text: written, at, what: 'decimal', style: decimal === '.' ? 'point' : 'comma' }];
  });
}
