import type { CheckCode } from '#shared/checks/codes.ts';

/** A pair of original and translation. */
export type TextPair = readonly [source: string, target: string];

/** One kind of mistake, made in a pair that is right; null where the pair has nothing to make it in. */
export interface Mutation {
  readonly name: string;
  /** One of these has to be found then, and none of them before. */
  readonly codes: readonly CheckCode[];
  make(pair: TextPair, random: () => number): TextPair | null;
}

/** Numbers in [0, 1) from a seed, the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function pick<T>(items: readonly T[], random: () => number): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Changes one match of the target. */
function inTarget(pattern: RegExp, change: (found: string, random: () => number) => string): Mutation['make'] {
  return ([source, target], random) => {
    const match = pick([...target.matchAll(pattern)], random);
    if (match === undefined) return null;
    const changed = change(match[0], random);
    return [source, target.slice(0, match.index) + changed + target.slice(match.index + match[0].length)];
  };
}

/** Where the target has one match only: of two the other one would still be right. */
function once(pattern: RegExp, change: (found: string) => string): Mutation['make'] {
  const make = inTarget(pattern, change);
  return (pair, random) => (pair[1].match(pattern)?.length === 1 ? make(pair, random) : null);
}

const CODE = /%(?:\d+\$)?[sd]|\{\w+\}|<\/?(?:b|i|a|p|br|span|code)\b[^<>]*>/gu;
/** A number by itself, in no code and no name. */
const NUMBER = /(?<![\p{L}\p{N}_.,%$/:{[-])\d{1,4}(?![\p{L}\p{N}_%/:$}\]-]|[.,]\d)/gu;
const TWINS: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х' };

export const MUTATIONS: readonly Mutation[] = [
  { name: 'text emptied', codes: ['targetEmpty'], make: ([source]) => [source, ''] },
  {
    name: 'text left in English',
    codes: ['targetEqualsSource'],
    make: ([source]) => (/\p{Ll}{3,} \p{Ll}{3,} \p{Ll}{3,}/u.test(source) ? [source, source] : null),
  },
  {
    name: 'sentence dropped',
    codes: ['sentenceCountDiffers'],
    make: ([source, target]) => {
      const cut = target.search(/(?<=\p{Ll}{3}[.!?]) \p{Lu}\p{Ll}/u);
      return cut < 0 || !/\p{Ll}{3}[.!?] +\p{Lu}/u.test(source) ? null : [source, target.slice(0, cut)];
    },
  },
  {
    name: 'number changed',
    codes: ['numberDiffers', 'numberMissing', 'numberExtra'],
    make: inTarget(NUMBER, (found) => String(Number(found) + 7)),
  },
  { name: 'number dropped', codes: ['numberMissing'], make: inTarget(NUMBER, () => '') },
  {
    name: 'percent sign dropped',
    codes: ['percentMissing'],
    make: inTarget(/(?<=\d)[ \u00A0]?%(?![\p{L}\d(%])/gu, () => ''),
  },
  { name: 'code dropped', codes: ['codeMissing'], make: inTarget(CODE, () => '') },
  { name: 'code doubled', codes: ['codeExtra'], make: inTarget(CODE, (found) => `${found}${found}`) },
  {
    name: 'address changed',
    codes: ['addressMissing'],
    make: once(/(?<=https?:\/\/)\w+/gu, (found) => `x${found}`),
  },
  {
    name: 'acronym dropped',
    codes: ['acronymMissing'],
    make: inTarget(/(?<![\p{L}\p{N}_.-])\p{Lu}{3,5}(?![\p{L}\p{N}_-])/gu, () => 'esto'),
  },
  { name: 'end mark dropped', codes: ['endMarkDiffers'], make: inTarget(/(?<=\p{L})[.:]$/gu, () => '') },
  { name: 'end mark added', codes: ['endMarkDiffers'], make: inTarget(/\p{Ll}{4}$/gu, (found) => `${found}.`) },
  { name: '¿ removed', codes: ['openingMarkMissing'], make: inTarget(/¿/gu, () => '') },
  { name: '¡ removed', codes: ['openingMarkMissing'], make: inTarget(/¡/gu, () => '') },
  { name: '? removed', codes: ['closingMarkMissing'], make: inTarget(/(?<=¿[^?]*)\?/gu, () => '') },
  { name: 'bracket dropped', codes: ['bracketUnpaired'], make: inTarget(/[()](?![sea])/gu, () => '') },
  { name: 'quotation mark dropped', codes: ['quoteUnpaired'], make: inTarget(/[«»“”]/gu, () => '') },
  {
    name: 'space before a mark',
    codes: ['spaceBeforeMark'],
    make: inTarget(/(?<=\p{L})[,;](?= )/gu, (found) => ` ${found}`),
  },
  { name: 'space after (', codes: ['spaceAfterOpening'], make: inTarget(/\((?=\p{L})/gu, () => '( ') },
  { name: 'space after ¿', codes: ['spaceAfterOpening'], make: inTarget(/¿(?=\p{L})/gu, () => '¿ ') },
  { name: 'double space', codes: ['doubleSpace'], make: inTarget(/(?<=\p{L}) (?=\p{L})/gu, () => '  ') },
  { name: 'two dots', codes: ['ellipsisStyle'], make: inTarget(/(?<=\p{L})(?:\.\.\.|…)$/gu, () => '..') },
  { name: 'blank at the end', codes: ['edgeBlanks'], make: ([source, target]) => [source, `${target} `] },
  {
    name: 'zero-width space',
    codes: ['invisibleCharacter'],
    make: inTarget(/(?<=\p{Ll})(?=\p{Ll})/gu, () => '\u200B'),
  },
  {
    name: 'Cyrillic letter',
    codes: ['lookAlikeLetter'],
    make: inTarget(/(?<=\p{Ll})[aeocpx](?=\p{Ll})/gu, (found) => TWINS[found] ?? found),
  },
  { name: 'accent apart', codes: ['notComposed'], make: inTarget(/[áéíóúñ]/gu, (found) => found.normalize('NFD')) },
  {
    name: 'word doubled',
    codes: ['doubledWord'],
    make: inTarget(/(?<= )\p{Ll}{2,}(?= )/gu, (found) => `${found} ${found}`),
  },
  { name: 'month in capitals', codes: ['capitalName'], make: inTarget(/(?<=\d de )\p{Ll}+(?= de \d{4})/gu, capital) },
  {
    name: 'English separators',
    codes: ['numberFormat'],
    make: (pair, random) =>
      /\d,\d{3}(?!\d)/u.test(pair[0])
        ? inTarget(/\b\d{1,3}\.\d{3}\b/gu, (found) => found.replace('.', ','))(pair, random)
        : null,
  },
  {
    name: 'term replaced',
    codes: ['termNotUsed'],
    make: once(
      /(?<!\p{L})(?:archivos?|carpetas?|usuarios?|ventanas?|contraseñas?|servidor(?:es)?)(?!\p{L})/gu,
      () => 'cosa',
    ),
  },
];

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
