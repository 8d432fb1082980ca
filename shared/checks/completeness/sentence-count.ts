import type { Check } from '../check.ts';
import { countSentences } from '../sentences.ts';

/** A sentence more or less than the original: one may have been left out. One long sentence made two is good Spanish. */
export const sentenceCount: Check = {
  name: 'sentence-count',
  modes: ['faithful'],
  run({ sourceProse, targetProse }, settings) {
    if (sourceProse.length < 30 || targetProse.trim() === '') return [];
    const source = countSentences(sourceProse, settings.sourceLanguage);
    const target = countSentences(targetProse, settings.targetLanguage);
    if (source === target) return [];
    return [{ code: 'sentenceCountDiffers', params: { source, target }, severity: 'info' }];
  },
};
