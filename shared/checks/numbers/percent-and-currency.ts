import type { Check, Finding } from '../check.ts';

const ENGLISH_PERCENT = /\d[\s\u00A0\u202F]?%|\d[\s\u00A0-]per ?cent\b/giu;
const SPANISH_PERCENT = /%|por ciento|por mil\b|porcentua|porcentaje/giu;

/** Something of the kind, and a figure. */
const ANY = /[%$€£]|per.?cent|USD|EUR|GBP|Bs|BOB|dollar|euro|bolivianos/i;

/** Currencies by the ways they are written; in Bolivia the dollar of the United States is $us as well. */
const CURRENCIES: readonly { readonly name: string; readonly source: RegExp; readonly target: RegExp }[] = [
  {
    name: 'USD',
    source: /(?:US|U\.S\. ?)?\$ ?\d|\bUSD\b|\d\s(?:million |billion )?(?:US )?dollars?\b/u,
    target: /\$|USD|dólar|dolar/iu,
  },
  { name: 'EUR', source: /€|\bEUR\b|\d\seuros?\b/u, target: /€|EUR|euro/iu },
  { name: 'GBP', source: /£ ?\d|\bGBP\b/u, target: /£|GBP|libra/iu },
  { name: 'BOB', source: /\bBs\.? ?\d|\bBOB\b|\d\sbolivianos\b/u, target: /Bs|BOB|boliviano/iu },
];

/** A percentage that is none any more, and amounts in another currency. */
export const percentAndCurrency: Check = {
  name: 'percent-and-currency',
  modes: ['faithful'],
  run({ sourceProse, targetProse, isSpanish, isFromEnglish }) {
    if (!isSpanish || !isFromEnglish || targetProse === '' || !ANY.test(sourceProse)) return [];
    const out: Finding[] = [];
    const percents = count(sourceProse, ENGLISH_PERCENT);
    if (percents > 0 && percents > count(targetProse, SPANISH_PERCENT)) {
      out.push({ code: 'percentMissing', params: {}, severity: 'warning' });
    }
    for (const { name, source, target } of CURRENCIES) {
      if (source.test(sourceProse) && !target.test(targetProse)) {
        out.push({ code: 'currencyDiffers', params: { currency: name }, severity: 'warning' });
      }
    }
    return out;
  },
};

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
