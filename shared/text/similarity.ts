import { diffArrays } from 'diff';
import { foldText } from './normalize.ts';
import { wordsOf } from './tokens.ts';

const MAX_CHANGES = 1500;

/**
 * How alike two texts of one language are, 0 to 1: words in common and in order (longest common subsequence) over the
 * words of the longer text, without regard to case, accents and punctuation. Two texts without words are alike (1).
 * Texts that differ in more than 1,500 words count as 0.
 */
export function similarity(a: string, b: string): number {
  const left = [...wordsOf(foldText(a))];
  const right = [...wordsOf(foldText(b))];
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return 1;
  const changes = diffArrays(left, right, { maxEditLength: MAX_CHANGES });
  if (changes === undefined) return 0;
  const common = changes.reduce((sum, change) => sum + (change.added || change.removed ? 0 : change.count), 0);
  return common / longest;
}
