/** Words that do not change inside a term. */
export const ENGLISH_FIXED: ReadonlySet<string> = new Set(
  'a an and as at by for from in into no not of on one or out per the through to up with'.split(' '),
);

/** Nouns of the field that are as often verbs. Most others are not: *access to infrastructure* has no verb in it. */
export const ENGLISH_VERBS_TOO: ReadonlySet<string> = new Set(
  'audit benchmark budget charge focus impact index input issue mandate model monitor output plan process report review survey target trade train'.split(
    ' ',
  ),
);

export function isEnglishVerb(word: string): boolean {
  return /(?:i[sz]e|ify)$/u.test(word) && !/(?:wise|rise|size|prize|expertise|exercise|premise|promise)$/u.test(word);
}

/** A noun in singular and plural, whichever is given, in British and American spelling. */
export function englishNoun(word: string): readonly string[] {
  const singulars = [word, ...singularsOf(word)];
  return spelt(singulars.flatMap((one) => [one, ...pluralsOf(one)]));
}

/** A verb in all its forms, in British and American spelling. */
export function englishVerb(base: string): readonly string[] {
  return spelt([base, ...pluralsOf(base), ...pastsOf(base)]);
}

const PLURALS: Readonly<Record<string, string>> = {
  child: 'children',
  man: 'men',
  woman: 'women',
  person: 'people',
  criterion: 'criteria',
  phenomenon: 'phenomena',
  index: 'indices',
  appendix: 'appendices',
  matrix: 'matrices',
  medium: 'media',
  curriculum: 'curricula',
  forum: 'fora',
  life: 'lives',
  half: 'halves',
  leaf: 'leaves',
};
const SINGULARS: ReadonlyMap<string, string> = new Map(Object.entries(PLURALS).map(([one, many]) => [many, one]));

function pluralsOf(word: string): readonly string[] {
  const own = PLURALS[word];
  const regular = regularPlural(word);
  return own === undefined ? [regular] : [own, regular];
}

function regularPlural(word: string): string {
  if (word.endsWith('sis')) return `${word.slice(0, -2)}es`;
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(word) ? `${word}es` : `${word}s`;
}

/** What a word can be the plural of. */
function singularsOf(word: string): readonly string[] {
  const own = SINGULARS.get(word);
  if (own !== undefined) return [own];
  if (!word.endsWith('s') || word.length < 4 || /(?:ss|us|is)$/u.test(word)) return [];
  if (word.endsWith('yses') || word.endsWith('eses')) return [`${word.slice(0, -2)}is`, word.slice(0, -1)];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  return /(?:[sxz]|ch|sh)es$/u.test(word) ? [word.slice(0, -1), word.slice(0, -2)] : [word.slice(0, -1)];
}

/** Past and participle of irregular verbs that terms are made of. */
const PASTS: Readonly<Record<string, readonly string[]>> = {
  build: ['built'],
  rebuild: ['rebuilt'],
  break: ['broke', 'broken'],
  bring: ['brought'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  get: ['got', 'gotten'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  hold: ['held'],
  keep: ['kept'],
  lead: ['led'],
  leave: ['left'],
  make: ['made'],
  meet: ['met'],
  overcome: ['overcame'],
  put: ['put'],
  run: ['ran'],
  seek: ['sought'],
  set: ['set'],
  speak: ['spoke', 'spoken'],
  take: ['took', 'taken'],
  teach: ['taught'],
  think: ['thought'],
  write: ['wrote', 'written'],
};

function pastsOf(base: string): readonly string[] {
  const stem = /[^eoy]e$/u.test(base) ? base.slice(0, -1) : base;
  const stems = /[^aeiou][aeiou][bdglmnprt]$/u.test(base) ? [stem, `${stem}${stem.at(-1) ?? ''}`] : [stem];
  const past = PASTS[base] ?? (/[^aeiou]y$/u.test(base) ? [`${base.slice(0, -1)}ied`] : stems.map((one) => `${one}ed`));
  return [...past, ...stems.map((one) => `${one}ing`)];
}

/** Pairs of spellings, by ending: Oxford and American beside British. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(?=(?:e|es|ed|ing|ation|ations|er|ers|ational)$)/u, 'iz'],
  [/iz(?=(?:e|es|ed|ing|ation|ations|er|ers|ational)$)/u, 'is'],
  [/our(?=s?$)/u, 'or'],
  [/(?<=lab|behavi|neighb|col|hon|fav)or(?=s?$)/u, 'our'],
  [/^programme(?=s?$)/u, 'program'],
  [/^program(?=s?$)/u, 'programme'],
  [/^centre(?=s?$)/u, 'center'],
  [/^center(?=s?$)/u, 'centre'],
  [/ll(?=(?:ed|ing|er|ers)$)/u, 'l'],
];

function spelt(forms: readonly string[]): readonly string[] {
  return forms.flatMap((form) => [
    form,
    ...SPELLINGS.filter(([ending]) => ending.test(form)).map(([ending, other]) => form.replace(ending, other)),
  ]);
}
