import { LANGUAGE_MODES, type Check } from '../check.ts';

const WORD = /\p{L}{2,}/gu;
const FEWEST_WORDS = 2;

/** A heading in capitals because the English one is: in Spanish it is set in lower case, looks come from its style. */
export const capsHeading: Check = {
  name: 'caps-heading',
  modes: LANGUAGE_MODES,
  run({ record, targetProse, sourceProse, isSpanish }) {
    if (!isSpanish || record.kind !== 'heading' || record.mode === 'added') return [];
    return isCapitals(targetProse) && isCapitals(sourceProse)
      ? [{ code: 'capsHeading', params: {}, severity: 'info', range: { from: 0, to: targetProse.length } }]
      : [];
  },
};

function isCapitals(text: string): boolean {
  const words = text.match(WORD) ?? [];
  return words.length >= FEWEST_WORDS && text === text.toUpperCase() && words.some((word) => word.length > 5);
}
