import type { Check } from '../check.ts';
import { looksLikeAsMany, sentencesOf } from '../sentences.ts';

/** Of less than this no sentence is left out. */
const SHORT = 30;

/** A sentence more or less than the original: one may have been left out. One long sentence made two is good Spanish. */
export const sentenceCount: Check = {
  name: 'sentence-count',
  modes: ['faithful'],
  run({ sourceProse, targetProse }, { sourceLanguage, targetLanguage }) {
    if (sourceProse.length < SHORT || targetProse.trim() === '' || looksLikeAsMany(sourceProse, targetProse)) return [];
    const source = sentencesOf(sourceProse, sourceLanguage).length;
    const target = sentencesOf(targetProse, targetLanguage).length;
    if (source === target) return [];
    return [{ code: 'sentenceCountDiffers', params: { source, target }, severity: 'info' }];
  },
};
