import { countWords } from '#shared/text/count-words.ts';
import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';
import { sentencesOf } from '../sentences.ts';

const MOST_WORDS = 40;

/** A sentence that is hard to read aloud, and most of a workshop is. */
export const longSentence: Check = {
  name: 'long-sentence',
  modes: LANGUAGE_MODES,
  run({ targetProse }) {
    if (targetProse.length < 4 * MOST_WORDS) return [];
    return sentencesOf(targetProse).flatMap(({ text, at }): readonly Finding[] => {
      const words = text.length < 4 * MOST_WORDS ? 0 : countWords(text);
      if (words <= MOST_WORDS) return [];
      return [{ code: 'longSentence', params: { words }, severity: 'info', range: { from: at, to: at + text.length } }];
    });
  },
};
