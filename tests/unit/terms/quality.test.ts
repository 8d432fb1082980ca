import { expect, test } from 'vitest';
import { isOtherField, scoreTerms, SENTENCES, starterConcepts } from '#tests/builders/term-truth.ts';

const field = SENTENCES.filter((sentence) => !isOtherField(sentence));

test('there are at least two hundred labelled sentences of the field, many without a term', () => {
  expect(field.length).toBeGreaterThanOrEqual(200);
  expect(field.filter(({ terms }) => terms.length === 0).length).toBeGreaterThan(80);
});

test('every label is on whole words and names a concept of the starter glossary', () => {
  const known = new Set(starterConcepts().map(({ id }) => id));
  const bad = SENTENCES.flatMap(({ text, terms }) =>
    terms.filter(
      ({ from, to, concept }) =>
        !known.has(concept) || /[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, from - 1), from + 1)) || to > text.length,
    ),
  );
  expect(bad).toEqual([]);
});

test.each(['en', 'es'] as const)('precision and recall in the texts of the field (%s)', (language) => {
  const score = scoreTerms(field.filter((sentence) => sentence.language === language));
  expect(score.recall).toBeGreaterThanOrEqual(0.97);
  expect(score.precision).toBeGreaterThanOrEqual(0.94);
});

test('texts of another field have the words and not the concepts, seven in ten sentences at most', () => {
  const other = SENTENCES.filter(isOtherField);
  expect(scoreTerms(other).mistakes.length / other.length).toBeLessThanOrEqual(0.7);
});
