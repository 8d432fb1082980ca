import { expect, test } from 'vitest';
import { compileGlossary } from '#shared/terms/glossary.ts';
import { variantsOf } from '#shared/terms/variants.ts';
import { isAcronym, withoutAccents, wordsIn } from '#shared/terms/words.ts';
import { starterConcepts } from '#tests/builders/term-truth.ts';

const concepts = starterConcepts();
const glossary = compileGlossary(concepts, { sourceLanguage: 'en', targetLanguage: 'es', municipality: '' });

/** Every text a term of the starter glossary stands for. */
const texts = concepts.flatMap((concept) =>
  concept.terms.flatMap((term) => variantsOf(term.text).map((text) => ({ concept: concept.id, term, text }))),
);

function missed(write: (text: string) => string): readonly string[] {
  return texts.flatMap(({ concept, term, text }) => {
    const written = write(text);
    const found = glossary.recognise(`(${written})`, term.language === 'en' ? 'source' : 'target');
    const isWhole = found.some((it) => it.concept.id === concept && it.from === 1 && it.to === written.length + 1);
    return isWhole ? [] : [text];
  });
}

const hasAcronym = (text: string): boolean => wordsIn(text).some((word) => isAcronym(word.text));

test('every term is found as it is written', () => {
  expect(missed((text) => text)).toEqual([]);
});

test('every term but an acronym is found in capitals, and in capitals without accents', () => {
  expect(missed((text) => text.toUpperCase()).filter((text) => !hasAcronym(text))).toEqual([]);
  const bare = missed((text) => withoutAccents(text.toLowerCase()).toUpperCase());
  expect(bare.filter((text) => !hasAcronym(text))).toEqual([]);
});

test('no term is found in small letters where it is an acronym', () => {
  const small = missed((text) => text.toLowerCase());
  expect(texts.filter(({ text }) => isAcronym(text)).filter(({ text }) => !small.includes(text))).toEqual([]);
});
