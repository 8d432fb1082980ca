import type { Link } from './block.ts';
import { confidenceOf } from './confidence.ts';
import type { GroupResult } from './group-pass.ts';
import { JOINING, SpanScorer } from './spans.ts';
import type { WordModel } from './word-model.ts';

/** Past so many blocks without counterpart a loose block is joined with another. */
const FARTHEST = 2;

/** So many blocks of a side a link takes in at most. */
const MOST = 4;

type SideName = 'source' | 'received';

/**
 * Two blocks may have been joined after what stood between them was left out or moved: no path can tell. A loose block
 * is given to the nearest link past other loose blocks, or takes the place of the nearer of that link's two, where the
 * words gain by it. `links` and `moved` are in the group's own indices.
 */
export function rejoin(
  result: GroupResult,
  model: WordModel,
  links: readonly Link[],
  moved: Readonly<Record<SideName, ReadonlySet<number>>>,
): readonly Link[] {
  const spans = new SpanScorer(result, model);
  const once = rejoinSide('source', result, spans, links, moved.source);
  return rejoinSide('received', result, spans, once, moved.received);
}

interface Change {
  readonly link: Link;
  readonly members: readonly number[];
  readonly gain: number;
}

function rejoinSide(
  side: SideName,
  result: GroupResult,
  spans: SpanScorer,
  links: readonly Link[],
  moved: ReadonlySet<number>,
): readonly Link[] {
  const other = side === 'source' ? 'received' : 'source';
  const { blocks } = side === 'source' ? result.left : result.right;
  const linkOf = new Map<number, Link>();
  for (const link of links) for (const block of link[side]) linkOf.set(block, link);
  const isLoose = (block: number): boolean => linkOf.get(block)?.[other].length === 0;
  const scoreOf = (members: readonly number[], link: Link): number =>
    side === 'source' ? spans.score(members, link.received) : spans.score(link.source, members);
  const changes = (loose: number, step: number): readonly Change[] => {
    let near = loose + step;
    while (Math.abs(near - loose) <= FARTHEST && (isLoose(near) || moved.has(near))) near += step;
    const link = linkOf.get(near);
    if (link === undefined || link[other].length !== 1 || moved.has(near)) return [];
    if (blocks[near]?.container !== blocks[loose]?.container) return [];
    const change = (kept: readonly number[], prior: number): Change => {
      const members = [...kept, loose].toSorted((a, b) => a - b);
      return { link, members, gain: scoreOf(members, link) + prior - scoreOf(link[side], link) };
    };
    const seen = link[side].length === 1 && Math.abs(near - loose) === 1;
    const grown = seen || link[side].length >= MOST ? [] : [change(link[side], JOINING)];
    if (link[side].length !== 2) return grown;
    return [
      ...grown,
      change(
        link[side].filter((block) => block !== near),
        0,
      ),
    ];
  };
  for (const loose of [...linkOf.keys()].filter(isLoose)) {
    const [best] = [...changes(loose, -1), ...changes(loose, 1)].toSorted((a, b) => b.gain - a.gain);
    if (best === undefined || best.gain <= 0) continue;
    const alone = linkOf.get(loose) as Link;
    const confidence = Math.min(best.link.confidence, confidenceOf('merged', best.gain));
    const joined = { ...best.link, [side]: best.members, confidence };
    for (const block of best.link[side]) linkOf.set(block, { ...alone, [side]: [block] });
    for (const block of best.members) linkOf.set(block, joined);
  }
  return [...new Set(linkOf.values()), ...links.filter((link) => link[side].length === 0)];
}
