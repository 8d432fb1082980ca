import type { Anchor } from './band.ts';
import type { Side } from './features.ts';
import type { FlatLexicon } from './lexicon.ts';

interface Candidate extends Anchor {
  readonly weight: number;
}

/** Words in more blocks than this say nothing about place. */
const COMMON = 24;
const BEST_PER_BLOCK = 4;

/**
 * Pairs of blocks that share rare words (as the lexicon has them), without regard to place: for each source block its
 * best few. `wanted` limits the search to some blocks of either side.
 */
export function candidates(
  source: Side,
  received: Side,
  forward: FlatLexicon,
  wanted?: { source: ReadonlySet<number>; received: ReadonlySet<number> },
): readonly Candidate[] {
  const postings = postingsOf(received, wanted?.received);
  const out: Candidate[] = [];
  for (const [index, tokens] of source.tokens.entries()) {
    if (wanted !== undefined && !wanted.source.has(index)) continue;
    const votes = new Map<number, number>();
    for (const token of new Set(tokens)) {
      if ((source.spread[token] as number) > COMMON && wanted === undefined) continue;
      for (let at = forward.start[token] as number; at < (forward.start[token + 1] as number); at += 1) {
        const where = postings.get(forward.words[at] as number) ?? [];
        if (where.length > COMMON) continue;
        const weight = (forward.probabilities[at] as number) * Math.log(1 + received.tokens.length / where.length);
        for (const block of where) votes.set(block, (votes.get(block) ?? 0) + weight);
      }
    }
    const best = [...votes].toSorted((a, b) => b[1] - a[1]).slice(0, BEST_PER_BLOCK);
    for (const [block, weight] of best) {
      out.push({ source: index, received: block, weight: weight / Math.sqrt(tokens.length) });
    }
  }
  return out;
}

function postingsOf(side: Side, wanted?: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const postings = new Map<number, number[]>();
  for (const [index, tokens] of side.tokens.entries()) {
    if (wanted !== undefined && !wanted.has(index)) continue;
    for (const token of new Set(tokens)) {
      const list = postings.get(token);
      if (list === undefined) postings.set(token, [index]);
      else list.push(index);
    }
  }
  return postings;
}

/** The heaviest chain of candidates that rises on both sides: O(k log n) with a Fenwick tree of prefix maxima. */
export function heaviestChain(list: readonly Candidate[], columns: number): readonly Anchor[] {
  const sorted = list.toSorted((a, b) => a.source - b.source || b.received - a.received);
  const best = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length).fill(-1);
  const tree = new Int32Array(columns + 2).fill(-1);
  const scoreOf = (index: number): number => (index < 0 ? 0 : (best[index] as number));
  for (const [index, candidate] of sorted.entries()) {
    let before = -1;
    for (let at = candidate.received; at > 0; at -= at & -at) {
      const entry = tree[at] as number;
      if (scoreOf(entry) > scoreOf(before)) before = entry;
    }
    best[index] = scoreOf(before) + candidate.weight;
    previous[index] = before;
    for (let at = candidate.received + 1; at < tree.length; at += at & -at) {
      if (scoreOf(tree[at] as number) < scoreOf(index)) tree[at] = index;
    }
  }
  let last = -1;
  for (let index = 0; index < best.length; index += 1) if (scoreOf(index) > scoreOf(last)) last = index;
  const chain: Anchor[] = [];
  for (let index = last; index >= 0; index = previous[index] as number) chain.push(sorted[index] as Anchor);
  return chain.toReversed();
}
