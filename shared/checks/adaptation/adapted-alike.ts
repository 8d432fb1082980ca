import { textOf } from '#shared/model/content.ts';
import { similarity } from '#shared/text/similarity.ts';
import { wordsOf } from '#shared/text/tokens.ts';
import type { Check } from '../check.ts';

/** Words in common and in order, over the longer text. */
const ALMOST_EQUAL = 0.95;

/** An adapted unit that is, but for a word in twenty, what was received: was it adapted at all? */
export const adaptedAlike: Check = {
  name: 'adapted-alike',
  modes: ['adapted'],
  run({ record, received, targetText }) {
    if (received === undefined || received.length === 0 || targetText.trim() === '') return [];
    const before = textOf(received);
    const after = textOf(record.content);
    if (before === after) return [{ code: 'adaptedLikeReceived', params: { percent: 100 }, severity: 'warning' }];
    if (Math.abs(before.length - after.length) > 0.3 * Math.max(before.length, after.length)) return [];
    const alike = similarity(before, after);
    if (alike < ALMOST_EQUAL || wordsOf(after).length === 0) return [];
    // A law's number in a long paragraph is an adaptation of one word: people have seen to it.
    const severity = alike === 1 ? 'warning' : 'info';
    return [{ code: 'adaptedLikeReceived', params: { percent: Math.floor(alike * 100) }, severity }];
  },
};
