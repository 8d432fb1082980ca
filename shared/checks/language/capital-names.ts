import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';
import { SPANISH_MONTHS } from '../numbers/months.ts';

const MONTHS = SPANISH_MONTHS.map(capital).join('|');
const DAYS = 'Lunes|Martes|Miércoles|Jueves|Viernes|Sábados?|Domingos?';
const PEOPLES = [
  'Bolivian[oa]s?|Peruan[oa]s?|Chilen[oa]s?|Argentin[oa]s|Brasileñ[oa]s?|Paraguay[oa]s?|Colombian[oa]s?|Ecuatorian[oa]s?',
  'Mexican[oa]s?|Español(?:as?|es)?|Ingl[eé]s(?:as?|es)?|Franc[eé]s(?:as?|es)?|Alem[aá]n(?:as?|es)?|Italian[oa]s?|Portugu[eé]s(?:as?|es)?',
  'Japon[eé]s(?:as?|es)?|Chin[oa]s|Rus[oa]s|Europe[oa]s?|Latinoamerican[oa]s?|Norteamerican[oa]s?|African[oa]s?|Asiátic[oa]s?',
  'Paceñ[oa]s?|Alteñ[oa]s?|Cruceñ[oa]s?|Cochabambin[oa]s?|Potosin[oa]s?|Orureñ[oa]s?|Tarijeñ[oa]s?|Benian[oa]s?|Pandin[oa]s?|Chuquisaqueñ[oa]s?',
].join('|');

/** With its day or its year: "7 de Marzo", "Marzo de 2026". */
const MONTH = new RegExp(
  String.raw`(?<=\d{1,2}\.?º?\s(?:de\s)?)(?:${MONTHS})(?!\p{L})|(?<=\p{Ll}\s)(?:${MONTHS})(?=\s(?:de\s|del\s)?\d{4})`,
  'gu',
);
const DAY = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:el|los|este|cada|del|al|un|próximo|pasado|todos los)\s)(?:${DAYS})(?!\p{L})(?!\s(?:Sant|Negr|de [CR]|\p{Lu}))`,
  'gu',
);
/** Behind a word in lower case and before none with a capital: not part of the name of an institution. */
const PEOPLE = new RegExp(
  String.raw`(?<=(?<!\p{L})\p{Ll}+\s)(?:${PEOPLES})(?![\p{L}-])(?!\s(?:de\s(?:la\s|los\s)?|y\s)?\p{Lu})`,
  'gu',
);
const ANY = new RegExp(` (?:${MONTHS}|${DAYS}|${PEOPLES})`);
/** Streets, squares and days that are called by a date: "avenida 6 de Agosto". */
const PLACE =
  /(?:\p{Lu}\p{L}*\.?|avenida|av\.|calle|plaza|plazuela|barrio|zona|villa|puente|distrito|colegio|mercado|urbanización|día|la)\s(?:del?\s)?\d{1,2}\.?º?\s(?:de\s)?$/u;

/** Months, days and demonyms are written in lower case in Spanish. */
export const capitalNames: Check = {
  name: 'capital-names',
  modes: LANGUAGE_MODES,
  run({ targetProse, isSpanish }) {
    if (!isSpanish || !ANY.test(targetProse)) return [];
    return [
      ...found(
        targetProse,
        MONTH,
        'warning',
        (at) => hasYear(targetProse, at) || !PLACE.test(targetProse.slice(Math.max(0, at - 40), at)),
      ),
      ...found(targetProse, DAY, 'warning', () => true),
      ...found(targetProse, PEOPLE, 'info', () => true),
    ];
  },
};

function found(
  text: string,
  pattern: RegExp,
  severity: Finding['severity'],
  isMeant: (at: number) => boolean,
): readonly Finding[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: word, index }): readonly Finding[] => {
    if (!isMeant(index)) return [];
    const expected = word.toLowerCase();
    const range = { from: index, to: index + word.length };
    return [{ code: 'capitalName', params: { word, expected }, severity, range, fix: [{ ...range, text: expected }] }];
  });
}

function hasYear(text: string, at: number): boolean {
  return /^\p{L}+\s(?:del?\s)?\d{4}(?!\d)/u.test(text.slice(at, at + 24));
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
