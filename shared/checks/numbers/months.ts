const ENGLISH = 'january february march april may june july august september october november december'.split(' ');
const SPANISH = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');

const NUMBERS = new Map([
  ...ENGLISH.flatMap((name, index) => [[name, index + 1] as const, [name.slice(0, 3), index + 1] as const]),
  ...SPANISH.map((name, index) => [name, index + 1] as const),
  ['sept', 9] as const,
  ['setiembre', 9] as const,
]);

/** 1 to 12 for the name of a month in English (or its first three letters) or Spanish; undefined for any other word. */
export function monthNumber(name: string): number | undefined {
  return NUMBERS.get(name.toLowerCase());
}

export const SPANISH_MONTHS: readonly string[] = [...SPANISH, 'setiembre'];

/** Pieces for patterns. */
export const ENGLISH_MONTH = `(?:${ENGLISH.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|sept)`;
export const SPANISH_MONTH = `(?:${SPANISH_MONTHS.join('|')})`;
