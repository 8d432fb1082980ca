/** Numbers that are often written out, by language: index = value. */
const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const SPANISH =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte';
const ENGLISH_MORE: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  once: 1,
  single: 1,
  twice: 2,
  double: 2,
  both: 2,
  half: 2,
  pair: 2,
  triple: 3,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  dozen: 12,
  no: 0,
  none: 0,
  binary: 2,
  hexadecimal: 16,
  decimal: 10,
  octal: 8,
};
const SPANISH_MORE: Readonly<Record<string, number>> = {
  un: 1,
  una: 1,
  primer: 1,
  primero: 1,
  primera: 1,
  segundo: 2,
  segunda: 2,
  tercer: 3,
  tercero: 3,
  tercera: 3,
  cuarto: 4,
  cuarta: 4,
  quinto: 5,
  quinta: 5,
  sexto: 6,
  sexta: 6,
  séptimo: 7,
  séptima: 7,
  octavo: 8,
  octava: 8,
  noveno: 9,
  novena: 9,
  décimo: 10,
  décima: 10,
  doble: 2,
  dobles: 2,
  ambos: 2,
  ambas: 2,
  mitad: 2,
  par: 2,
  triple: 3,
  veintiún: 21,
  veintiuno: 21,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
  cien: 100,
  ciento: 100,
  mil: 1000,
  millón: 1_000_000,
  docena: 12,
  ningún: 0,
  ninguno: 0,
  ninguna: 0,
  nulo: 0,
  nula: 0,
  binario: 2,
  hexadecimal: 16,
  decimal: 10,
  octal: 8,
};

function dictionary(inOrder: string, more: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map([...inOrder.split(' ').map((word, value) => [word, value] as const), ...Object.entries(more)]);
}

const WORDS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  en: dictionary(ENGLISH, ENGLISH_MORE),
  es: dictionary(SPANISH, SPANISH_MORE),
};
const WORD = /\p{L}+/gu;
const ROMAN = /(?<![\p{L}\p{N}])[IVXL]+(?![\p{L}\p{N}])/gu;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** Values a text of that language writes in words ("three", "tercera") or in Roman numerals. */
export function writtenOutNumbers(text: string, language: string): ReadonlySet<number> {
  const words = WORDS[language];
  const out = new Set(Array.from(text.matchAll(ROMAN), ([numeral]) => romanValue(numeral)));
  if (words === undefined) return out;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    const value = words.get(word);
    if (value !== undefined) out.add(value);
  }
  return out;
}

function romanValue(numeral: string): number {
  const values = Array.from(numeral, (letter) => ROMAN_VALUES[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
