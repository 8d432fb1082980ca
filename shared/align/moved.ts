import { candidates } from './anchors.ts';
import type { Side } from './features.ts';
import { Explainer, type Novelty } from './lexical.ts';
import type { Lexicons } from './lexicon.ts';
import { lengthScore } from './score.ts';
import type { StructureScore } from './structure.ts';

/** A block found again out of order. */
export interface Moved {
  readonly source: number;
  readonly received: number;
  /** Log odds against any other unlinked block of the received side. */
  readonly odds: number;
}

export interface MovedInput {
  readonly source: Side;
  readonly received: Side;
  readonly lexicons: Lexicons;
  readonly novelty: Novelty;
  readonly structure: StructureScore;
  readonly ratio: number;
}

const WORDS_WEIGHT = 0.8;
const ENOUGH = 1;

/** Pairs unlinked blocks that match well by their words wherever they stand; best pairs first, each block once. */
export function findMoved(input: MovedInput, source: readonly number[], received: readonly number[]): readonly Moved[] {
  const { lexicons, novelty, ratio } = input;
  if (source.length === 0 || received.length === 0) return [];
  const wanted = { source: new Set(source), received: new Set(received) };
  const forward = new Explainer(input.source, input.received, lexicons.forward, novelty.forward);
  const backward = new Explainer(input.received, input.source, lexicons.backward, novelty.backward);
  const toll = Math.log(received.length) + ENOUGH;
  const found: Moved[] = [];
  for (const pair of candidates(input.source, input.received, lexicons.forward, wanted)) {
    forward.know(pair.source, pair.source);
    backward.know(pair.received, pair.received);
    const words = forward.score(pair.received) + backward.score(pair.source);
    const lengths = lengthScore(
      input.source.lengths[pair.source] as number,
      input.received.lengths[pair.received] as number,
      ratio,
    );
    const odds = (WORDS_WEIGHT / 2) * words + lengths + input.structure(pair.source, pair.received) - toll;
    if (odds > 0) found.push({ source: pair.source, received: pair.received, odds });
  }
  return bestFirst(found);
}

function bestFirst(found: readonly Moved[]): readonly Moved[] {
  const out: Moved[] = [];
  for (const pair of found.toSorted((a, b) => b.odds - a.odds)) {
    const taken = out.some((other) => other.source === pair.source || other.received === pair.received);
    if (!taken) out.push(pair);
  }
  return out;
}
