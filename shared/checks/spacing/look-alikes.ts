import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';

/** Letters of Cyrillic and Greek that look like Latin ones, with these below them. */
const FOREIGN = 'аеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικν';
const LATIN = 'aeopcyxijsdhqwABEKMHOPCTXIJSABEZHIKMNOPTYXoikv';
const TWINS = new Map(Array.from(FOREIGN, (letter, index) => [letter, LATIN.charAt(index)] as const));
const WORD = /[\p{L}\p{M}]*[\u0370-\u03FF\u0400-\u052F][\p{L}\p{M}]*/gu;

/** Cyrillic or Greek letters inside a Latin word: they look right and are found by no search. */
export const lookAlikes: Check = {
  name: 'look-alikes',
  modes: LANGUAGE_MODES,
  run({ targetText }) {
    if (!/[\u0370-\u03FF\u0400-\u052F]/u.test(targetText)) return [];
    return Array.from(targetText.matchAll(WORD)).flatMap(({ 0: word, index }): readonly Finding[] => {
      if (!/\p{Script=Latin}/u.test(word)) return [];
      const foreign = Array.from(word).filter((letter) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter));
      if (!foreign.every((letter) => TWINS.has(letter))) return [];
      const range = { from: index, to: index + word.length };
      const expected = Array.from(word, (letter) => TWINS.get(letter) ?? letter).join('');
      const params = { word, letters: foreign.join(' ') };
      return [{ code: 'lookAlikeLetter', params, severity: 'warning', range, fix: [{ ...range, text: expected }] }];
    });
  },
};
