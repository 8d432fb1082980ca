import { numbersOf, type NumberFound } from '#shared/text/numbers.ts';
import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

const ENGLISH_GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u;
const GROUPED = /^[1-9]\d{0,2}(?:[.,\u00A0\u202F ]\d{3})+$/u;
const DECIMAL_POINT = /^\d+\.\d+$/u;
/** What stands before a number that is a name, not a quantity: never grouped. */
const NAMING =
  /(?:\bley(?:es)?|decretos?(?: supremos?| municipales?)?|\bD\.\s?S\.|\bart(?:ículos?|s?\.)|\bresoluci(?:ón|ones)(?: \p{L}+)?|\baños?|\bde (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?: de)?)\s+(?:n\.?\s?[ºo°]\.?\s*)?$/iu;
/** What makes a number with a point a quantity and no section or version. */
const QUANTITY_AFTER =
  /^[\s\u00A0\u202F]?(?:%|por ciento|millones|millón|mil\b|km\b|kg\b|ha\b|m²|hectáreas|bolivianos|dólares)/iu;
const QUANTITY_BEFORE = /(?:Bs\.?|US\$|\$us|\$|€|USD)\s?$/u;

/**
 * Numbers as es-BO writes them: points between thousands, a comma before decimals (1.234.567,89), and no separator in the
 * number of a law, an article or a year.
 */
export const numberFormat: Check = {
  name: 'number-format',
  modes: LANGUAGE_MODES,
  run({ targetProse, sourceProse, isSpanish, record }) {
    if (!isSpanish || !/\d[.,\u00A0\u202F ]\d/u.test(targetProse)) return [];
    const source = record.mode === 'faithful' ? numbersOf(sourceProse) : [];
    return numbersOf(targetProse).flatMap((number) => judge(number, targetProse, source) ?? []);
  },
};

function judge(number: NumberFound, text: string, source: readonly NumberFound[]): Finding | undefined {
  const { text: written, at } = number;
  const range = { from: at, to: at + written.length };
  if (/[\p{L}_/]$/u.test(text.slice(0, at)) || /^[\p{L}_/]/u.test(text.slice(range.to))) return undefined;
  const before = text.slice(Math.max(0, at - 40), at);
  if (GROUPED.test(written) && NAMING.test(before)) {
    const plain = written.replace(/\D/gu, '');
    return {
      code: 'numberGrouped',
      params: { number: written, expected: plain },
      severity: 'warning',
      range,
      fix: [{ ...range, text: plain }],
    };
  }
  if (ENGLISH_GROUPED.test(written)) return englishGrouped(number, range, source);
  const isQuantity = QUANTITY_AFTER.test(text.slice(range.to, range.to + 14)) || QUANTITY_BEFORE.test(before);
  if (DECIMAL_POINT.test(written) && !number.ambiguous && isQuantity) {
    return format(written, written.replace('.', ','), range, 'info');
  }
  return undefined;
}

/** "1,234" with nothing in the original that tells may be a bit more than one, or a thousand. */
function englishGrouped(
  { text, ambiguous, key }: NumberFound,
  range: { from: number; to: number },
  source: readonly NumberFound[],
): Finding | undefined {
  if (ambiguous) {
    const same = source.find((other) => other.key === key);
    if (same?.text.includes('.') === true) return undefined;
    if (same === undefined) {
      return { code: 'numberAmbiguous', params: { number: text }, severity: 'warning', range };
    }
  }
  const spanish = text.replace(/[.,]/gu, (sign) => (sign === ',' ? '.' : ','));
  return format(text, spanish, range, 'warning');
}

function format(
  number: string,
  expected: string,
  range: { from: number; to: number },
  severity: 'warning' | 'info',
): Finding {
  return { code: 'numberFormat', params: { number, expected }, severity, range, fix: [{ ...range, text: expected }] };
}
