/** Endings by conjugation, as letters: `e` opens the endings before which c, g, z change their spelling. */
const ENDINGS = {
  ar: `o as ás a amos áis an é aste ó asteis aron aba abas ábamos abais aban e es emos éis en ara aras áramos arais aran
    ase ases ásemos aseis asen ad á ando ado ada ados adas`,
  er: `o es és e emos éis en í iste ió imos isteis ieron ía ías íamos íais ían a as amos áis an iera ieras iéramos ierais
    ieran iese ieses iésemos ieseis iesen ed é iendo ido ida idos idas`,
  ir: `o es ís e imos ís en í iste ió isteis ieron ía ías íamos íais ían a as amos áis an iera ieras iéramos ierais ieran
    iese ieses iésemos ieseis iesen id iendo ido ida idos idas`,
} as const;
/** Added to the whole infinitive: future and conditional. */
const WHOLE = ['é', 'ás', 'á', 'emos', 'éis', 'án', 'ía', 'ías', 'íamos', 'íais', 'ían'];

type Conjugation = keyof typeof ENDINGS;

/**
 * Every simple form of an infinitive: regular ones, with the changes of spelling (publicar → publique), of the stem
 * (promover → promueve, rendir → rinde) and of -cer, -cir, -uir (fortalezca, redujo, incluye). A form no verb has does no
 * harm: nobody writes it. Wholly irregular verbs (ser, ir, hacer) have their regular forms only.
 */
export function conjugated(infinitive: string): readonly string[] {
  const ending = infinitive.slice(-2).replace('í', 'i');
  if (ending !== 'ar' && ending !== 'er' && ending !== 'ir') return [infinitive];
  const stem = infinitive.slice(0, -2);
  const forms = new Set([infinitive, ...WHOLE.map((last) => `${infinitive}${last}`)]);
  for (const one of [stem, ...stemsOf(stem, ending)]) {
    for (const last of ENDINGS[ending].split(/\s+/u)) forms.add(joined(one, last, ending));
  }
  for (const form of specials(stem, ending)) forms.add(form);
  return [...forms];
}

/** Stems with the vowel broken or raised; `gobernar` → `gobiern`, `rendir` → `rind`. */
function stemsOf(stem: string, ending: Conjugation): readonly string[] {
  const at = /[eo](?=[^aeiouáéíóú]*(?:[gq]u)?$)/u.exec(stem)?.index;
  if (at === undefined) return [];
  const changes =
    stem[at] === 'e' ? ['ie', ...(ending === 'ir' ? ['i'] : [])] : ['ue', ...(ending === 'ir' ? ['u'] : [])];
  return changes.map((change) => `${stem.slice(0, at)}${change}${stem.slice(at + 1)}`);
}

/** Stem and ending in Spanish spelling: the sound of c, g, z stays before every vowel. */
function joined(stem: string, last: string, ending: Conjugation): string {
  const isFront = /^[eéií]/u.test(last);
  if (ending === 'ar' && isFront) {
    if (stem.endsWith('c')) return `${stem.slice(0, -1)}qu${last}`;
    if (stem.endsWith('g')) return `${stem}u${last}`;
    if (stem.endsWith('z')) return `${stem.slice(0, -1)}c${last}`;
    if (stem.endsWith('gu')) return `${stem.slice(0, -1)}ü${last}`;
  }
  if (ending !== 'ar' && !isFront) {
    if (/[aeiou]c$/u.test(stem)) return `${stem.slice(0, -1)}zc${last}`;
    if (stem.endsWith('c')) return `${stem.slice(0, -1)}z${last}`;
    if (stem.endsWith('g')) return `${stem.slice(0, -1)}j${last}`;
    if (stem.endsWith('gu')) return `${stem.slice(0, -1)}${last}`;
  }
  return `${stem}${last}`;
}

const PRETERITE = ['e', 'iste', 'o', 'imos', 'isteis', 'eron', 'era', 'eras', 'éramos', 'erais', 'eran'];

/** -ducir (redujo), -uir and -eer (incluye, provee → proveyó), and the accents of -iar, -uar (evalúa). */
function specials(stem: string, ending: Conjugation): readonly string[] {
  if (ending === 'ir' && stem.endsWith('duc')) return PRETERITE.map((last) => `${stem.slice(0, -1)}j${last}`);
  if (ending === 'ir' && stem.endsWith('u')) {
    return ['o', 'es', 'e', 'en', 'a', 'as', 'amos', 'áis', 'an', 'ó', 'endo', ...PRETERITE].map(
      (last) => `${stem}y${last}`,
    );
  }
  if (ending === 'er' && /[ae]$/u.test(stem)) {
    return ['ído', 'ída', 'ídos', 'ídas', 'yó', 'yendo', ...PRETERITE.map((last) => `y${last}`)].map(
      (last) => `${stem}${last}`,
    );
  }
  if (ending === 'ar' && /[iu]$/u.test(stem)) {
    const stressed = `${stem.slice(0, -1)}${stem.endsWith('i') ? 'í' : 'ú'}`;
    return ['o', 'as', 'a', 'an', 'e', 'es', 'en'].map((last) => `${stressed}${last}`);
  }
  return [];
}
