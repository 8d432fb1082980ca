import type { GroupResult } from './group-pass.ts';
import { Explainer } from './lexical.ts';
import { lengthScore, PRIOR } from './score.ts';
import type { WordModel } from './word-model.ts';

/** Log probability of a block without counterpart. */
export const LOOSE = PRIOR[1] as number;
/** A pair that takes in a loose block is a rarer shape, but leaves nothing loose. */
export const JOINING = (PRIOR[3] as number) - (PRIOR[0] as number) - LOOSE;

/** Scores groups of blocks anywhere, as the dynamic programme would. */
export class SpanScorer {
  readonly #result: GroupResult;
  readonly #forward: Explainer;
  readonly #backward: Explainer;

  constructor(result: GroupResult, { lexicons, novelty }: WordModel) {
    this.#result = result;
    this.#forward = new Explainer(result.left, result.right, lexicons.forward, novelty.forward);
    this.#backward = new Explainer(result.right, result.left, lexicons.backward, novelty.backward);
  }

  /** Log odds of some blocks of either side being a link, against standing alone. */
  score(source: readonly number[], received: readonly number[]): number {
    const { left, right, anywhere, ratio } = this.#result;
    const words = told(this.#forward, source, received) + told(this.#backward, received, source);
    const kind = anywhere(source[0] as number, received[0] as number);
    return words / 2 + lengthScore(lengthOf(left, source), lengthOf(right, received), ratio) + kind;
  }
}

function told(explainer: Explainer, given: readonly number[], blocks: readonly number[]): number {
  explainer.know(...given);
  let sum = 0;
  for (const [at, block] of blocks.entries()) {
    sum += explainer.score(block);
    for (const other of blocks.slice(at + 1)) sum -= explainer.excess(block, other);
  }
  return sum;
}

function lengthOf(side: GroupResult['left'], blocks: readonly number[]): number {
  return blocks.reduce((sum, block) => sum + (side.lengths[block] as number), 0);
}
