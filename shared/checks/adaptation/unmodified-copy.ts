import { textOf } from '#shared/model/content.ts';
import { similarity } from '#shared/text/similarity.ts';
import { wordsOf } from '#shared/text/tokens.ts';
import { primaryLanguage, type Check } from '../check.ts';

const COPY = 0.6;
const FEWEST_WORDS = 4;

/** An adapted or added unit that still is the original in its own language, for the most part. */
export const unmodifiedCopy: Check = {
  name: 'unmodified-copy',
  modes: ['adapted', 'added'],
  run({ record, source }, { sourceLanguage, targetLanguage }) {
    if (primaryLanguage(sourceLanguage) === primaryLanguage(targetLanguage)) return [];
    const after = textOf(record.content);
    const before = textOf(source);
    if (after.trim() === '' || before.length > 3 * after.length || after.length > 3 * before.length) return [];
    if (wordsOf(after).filter((word) => /^\p{Ll}{2,}$/u.test(word)).length < FEWEST_WORDS) return [];
    const alike = similarity(before, after);
    if (alike < COPY) return [];
    return [{ code: 'unmodifiedCopy', params: { percent: Math.floor(alike * 100) }, severity: 'warning' }];
  },
};
