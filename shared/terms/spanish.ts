import { conjugated } from './spanish-verbs.ts';
import { withoutAccents } from './words.ts';

/** Words that do not change inside a term. */
export const SPANISH_FIXED: ReadonlySet<string> = new Set(
  'a al ante bajo con contra de del desde e el en entre hacia hasta la las lo los no ni o para por que se según sin sobre su sus tras u un una y'.split(
    ' ',
  ),
);

/** Nouns ending like an infinitive are many (taller, hogar): without being told, only these endings make a verb. */
const SURELY_VERB = /(?:izar|ificar|ear|ecer|uir)$/u;

export function isSpanishVerb(word: string): boolean {
  return SURELY_VERB.test(word);
}

/** An infinitive in all its simple tenses, with gerund and participle. */
export function spanishVerb(infinitive: string): readonly string[] {
  return conjugated(infinitive);
}

/** A noun in singular and plural, whichever is given; of people, the feminine of -dor, -tor, -sor too. */
export function spanishNoun(word: string): readonly string[] {
  const singulars = [word, ...singularsOf(word)];
  const feminines = singulars.filter((one) => /[dts]or$/u.test(one)).map((one) => `${one}a`);
  return [...singulars, ...feminines].flatMap((one) => [one, ...pluralsOf(one)]);
}

/** An adjective in both genders and numbers. */
export function spanishAdjective(word: string): readonly string[] {
  return [word, ...singularsOf(word)].flatMap((one) => gendersOf(one)).flatMap((one) => [one, ...pluralsOf(one)]);
}

function gendersOf(word: string): readonly string[] {
  if (/[oa]$/u.test(word)) return [`${word.slice(0, -1)}o`, `${word.slice(0, -1)}a`];
  if (/[dts]or$/u.test(word)) return [word, `${word}a`];
  if (/(?:és|án|ón|ín)$/u.test(word)) return [word, `${withoutAccents(word)}a`];
  return [word];
}

/** Plurals that move their accent. */
const MOVED: Readonly<Record<string, string>> = {
  carácter: 'caracteres',
  régimen: 'regímenes',
  espécimen: 'especímenes',
};

/** Spellings a plural can have; where only the stress decides, all of them (a spelling no word has does no harm). */
function pluralsOf(word: string): readonly string[] {
  const moved = MOVED[word];
  if (moved !== undefined) return [moved];
  if (/[íú]$/u.test(word)) return [`${word}s`, `${word}es`];
  if (/[aeiouáéó]$/u.test(word)) return [`${word}s`];
  if (word.endsWith('z')) return [`${withoutAccents(word.slice(0, -1))}ces`, `${word.slice(0, -1)}ces`];
  if (/[áéó][ns]$/u.test(word)) return [`${withoutAccents(word)}es`];
  if (/[íú][ns]$/u.test(word)) return [`${word}es`, `${withoutAccents(word)}es`];
  if (/[aeiou]n$/u.test(word)) return [`${word}es`, ...accented(word)];
  if (word.endsWith('s')) return word.length <= 3 ? [`${word}es`] : [];
  return /[lrdyj]$/u.test(word) ? [`${word}es`] : [`${word}s`, `${word}es`];
}

/** `imagen` → `imágenes`: the accent comes onto the vowel before the last. */
function accented(word: string): readonly string[] {
  const at = /[aeiou](?=[^aeiou]+[aeiou]n$)/u.exec(word)?.index;
  if (at === undefined) return [];
  const vowel = `${word[at] ?? ''}\u0301`.normalize('NFC');
  return [`${word.slice(0, at)}${vowel}${word.slice(at + 1)}es`];
}

/** What a word can be the plural of. */
function singularsOf(word: string): readonly string[] {
  if (!word.endsWith('s') || word.length < 4) return [];
  if (word.endsWith('iones')) return [`${word.slice(0, -5)}ión`];
  const singulars = /[aeioáéíóú]s$/u.test(word) ? [word.slice(0, -1)] : [];
  if (word.endsWith('ces')) singulars.push(`${word.slice(0, -3)}z`);
  else if (/[lrndyj]es$/u.test(word)) singulars.push(word.slice(0, -2));
  const stressed = /[aeiou]nes$/u.test(word) ? word.slice(0, -2) : null;
  if (stressed !== null) {
    const vowel = `${stressed.at(-2) ?? ''}\u0301`.normalize('NFC');
    singulars.push(`${stressed.slice(0, -2)}${vowel}n`);
  }
  return singulars;
}
