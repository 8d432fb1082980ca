import type { PartOfSpeech } from '../model/concept.ts';
import { ENGLISH_FIXED, ENGLISH_VERBS_TOO, englishNoun, englishVerb, isEnglishVerb } from './english.ts';
import { isSpanishVerb, SPANISH_FIXED, spanishAdjective, spanishNoun, spanishVerb } from './spanish.ts';
import { isAcronym } from './words.ts';

/** How the words of a language are inflected; of a language nobody described, only the very word counts. */
export interface Inflection {
  /** Prepositions, articles and the like. */
  readonly fixed: ReadonlySet<string>;
  readonly isVerb: (word: string) => boolean;
  readonly noun: (word: string) => readonly string[];
  readonly verb: (word: string) => readonly string[];
  readonly adjective: (word: string) => readonly string[];
  /** Whether people leave out accents that the word has. */
  readonly dropsAccents: boolean;
  /** What a word may carry that is no part of it: `government's`; empty: nothing. */
  readonly genitive: string;
  /** What makes another word of a term's first when a hyphen holds it on. */
  readonly prefixes: ReadonlySet<string>;
  /** Nouns that are verbs as well, and the words after which they are: `to target`. */
  readonly verbToo: ReadonlySet<string>;
  readonly beforeVerb: ReadonlySet<string>;
}

const PREFIXES: ReadonlySet<string> = new Set(
  'anti auto co cross cyber e ex inter intra macro micro multi non post pre pro self semi socio sub trans ultra'.split(
    ' ',
  ),
);

const ENGLISH: Inflection = {
  fixed: ENGLISH_FIXED,
  isVerb: isEnglishVerb,
  noun: englishNoun,
  verb: englishVerb,
  adjective: (word) => [word],
  dropsAccents: false,
  genitive: "'s",
  prefixes: PREFIXES,
  verbToo: ENGLISH_VERBS_TOO,
  beforeVerb: new Set('to will would can could should must may might shall we they you not'.split(' ')),
};

const SPANISH: Inflection = {
  fixed: SPANISH_FIXED,
  isVerb: isSpanishVerb,
  noun: spanishNoun,
  verb: spanishVerb,
  adjective: spanishAdjective,
  dropsAccents: true,
  genitive: '',
  prefixes: PREFIXES,
  verbToo: new Set(),
  beforeVerb: new Set(),
};

const PLAIN: Inflection = {
  fixed: new Set(),
  isVerb: () => false,
  noun: (word) => [word],
  verb: (word) => [word],
  adjective: (word) => [word],
  dropsAccents: false,
  genitive: '',
  prefixes: new Set(),
  verbToo: new Set(),
  beforeVerb: new Set(),
};

/** By primary language subtag. */
export function inflectionOf(language: string): Inflection {
  if (language === 'en') return ENGLISH;
  return language === 'es' ? SPANISH : PLAIN;
}

/**
 * Every form, in small letters, in which a word of a term counts as that word. `isVerb`: it stands where the verb of a term
 * stands, first but for words like *no*.
 */
export function formsOf(
  word: string,
  place: { readonly isVerb: boolean; readonly isAlone: boolean },
  part: PartOfSpeech | undefined,
  inflection: Inflection,
): readonly string[] {
  if (part === 'other' || (!place.isAlone && inflection.fixed.has(word))) return [word];
  if (place.isVerb && (part === 'verb' || (part === undefined && inflection.isVerb(word))))
    return inflection.verb(word);
  return part === 'adjective' ? inflection.adjective(word) : inflection.noun(word);
}

/** An acronym as it may be written: as it is, and with the s of several. */
export function acronymForms(word: string): readonly string[] {
  const bare = /\p{Lu}s$/u.test(word) ? word.slice(0, -1) : word;
  return [bare, `${bare}s`];
}

/**
 * The words of a term that are acronyms. A term in capitals throughout is one only when it is short: a longer one is a
 * heading somebody copied, and capitals say nothing there.
 */
export function acronymsOf(words: readonly string[]): ReadonlySet<string> {
  const capitals = words.filter((word) => isAcronym(word));
  const isHeading = words.length > 1 && capitals.length === words.length && words.some((word) => word.length > 6);
  return new Set(isHeading ? [] : capitals);
}
