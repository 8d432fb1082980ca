import type { Status } from '#shared/model/unit.ts';
import type { ExchangeFormat } from '../exchange.ts';
import type { ReviewWords } from './words.ts';

/**
 * The table for reviewers who have Word and not Adapta. `words` is what it says; `others` what it may have said when it went
 * out in another language.
 */
export function reviewFormat(words: ReviewWords, others: readonly ReviewWords[] = []): ExchangeFormat {
  const statusWords = [words, ...others].flatMap(({ status }) =>
    Object.entries(status).map(([name, word]) => [word, name as Status] as const),
  );
  return {
    id: 'review',
    extension: 'docx',
    write: async (document) => {
      const { writeReview } = await import('./write.ts');
      return await writeReview(document, words);
    },
    read: async (bytes, signal) => {
      const { readReview } = await import('./read.ts');
      return await readReview(bytes, statusWords, signal);
    },
  };
}
