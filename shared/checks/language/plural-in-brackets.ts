import { LANGUAGE_MODES, type Check } from '../check.ts';

const PLURAL = /\p{L}+\((?:e?s|[oa]s?)\)/gu;

/** "municipio(s)", "el/la participante(s)": write the plural, or both. */
export const pluralInBrackets: Check = {
  name: 'plural-in-brackets',
  modes: LANGUAGE_MODES,
  run({ targetProse, isSpanish }) {
    if (!isSpanish || !/\((?:e?s|[oa]s?)\)/.test(targetProse)) return [];
    return Array.from(targetProse.matchAll(PLURAL), ({ 0: word, index }) => ({
      code: 'pluralInBrackets',
      params: { word },
      severity: 'info',
      range: { from: index, to: index + word.length },
    }));
  },
};
