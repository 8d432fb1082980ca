import { countWords } from '#shared/text/count-words.ts';
import { LANGUAGE_MODES, type Check, type Finding } from '../check.ts';
import { sentencesOf } from '../sentences.ts';

const MOST_WORDS = 40;

/** A sentence that is hard to read aloud, and most of a workshop is. */
export const longSentence: Check = {
  name: 'long-sentence',
  modes: LANGUAGE_MODES,
  run({ targetProse }, { targetLanguage }) {
    if (targetProse.length < 4 * MOST_WORDS) return [];
    return sentencesOf(targetProse, targetLanguage).flatMap(({ from, to }): readonly Finding[] => {
      const words = to - from < 4 * MOST_WORDS ? 0 : countWords(targetProse.slice(from, to));
      if (words <= MOST_WORDS) return [];
      return [{ code: 'longSentence', params: { words }, severity: 'info', range: { from, to } }];
    });
  },
};
