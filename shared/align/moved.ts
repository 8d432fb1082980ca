import { candidates } from './anchors.ts';
import { SHAPES, type Step } from './dynamic.ts';
import type { GroupResult } from './group-pass.ts';
import { JOINING, LOOSE, SpanScorer } from './spans.ts';
import type { WordModel } from './word-model.ts';

/** Blocks found again out of order, in the group's own indices. */
export interface Moved {
  readonly source: readonly number[];
  readonly received: readonly number[];
  /** Log odds against standing alone. */
  readonly odds: number;
}

/** Blocks of links surer than this are not looked for elsewhere, … */
const SURE = 0.97;

/**
 * Pairs blocks that match well by their words wherever they stand: those without a counterpart, and those of weak links
 * where the gain is greater than what the link loses. Best pairs first, each block once.
 */
export function findMoved(result: GroupResult, model: WordModel): readonly Moved[] {
  const stakes = stakesOf(result);
  if (stakes.source.size === 0 || stakes.received.size === 0) return [];
  const spans = new SpanScorer(result, model);
  const wanted = { source: new Set(stakes.source.keys()), received: new Set(stakes.received.keys()) };
  // The more blocks it is compared with, the likelier a good match by chance.
  const toll = Math.log(stakes.looseReceived + 1);
  const found: { source: number; received: number; odds: number }[] = [];
  for (const pair of candidates(result.left, result.right, model.lexicons.forward, wanted)) {
    const own = stakes.source.get(pair.source) as number;
    const other = stakes.received.get(pair.received) as number;
    if (stakes.linked.has(`${pair.source} ${pair.received}`)) continue;
    const odds = spans.score([pair.source], [pair.received]) - toll - Math.max(0, own) - Math.max(0, other);
    if (odds > 0) found.push({ source: pair.source, received: pair.received, odds });
  }
  const takenSource = new Set<number>();
  const takenReceived = new Set<number>();
  const out: Moved[] = [];
  for (const pair of found.toSorted((a, b) => b.odds - a.odds)) {
    if (takenSource.has(pair.source) || takenReceived.has(pair.received)) continue;
    takenSource.add(pair.source);
    takenReceived.add(pair.received);
    out.push({ source: [pair.source], received: [pair.received], odds: pair.odds });
  }
  return out;
}

/** Lets a moved pair take in a loose neighbour it was merged with. `loose` are the blocks still without counterpart. */
export function growMoved(
  result: GroupResult,
  model: WordModel,
  moved: readonly Moved[],
  loose: { readonly source: ReadonlySet<number>; readonly received: ReadonlySet<number> },
): readonly Moved[] {
  const spans = new SpanScorer(result, model);
  const freeSource = new Set(loose.source);
  const freeReceived = new Set(loose.received);
  return moved.map((pair) => {
    const s = pair.source[0] as number;
    const r = pair.received[0] as number;
    let best = { source: pair.source, received: pair.received, score: spans.score(pair.source, pair.received) };
    const consider = (source: readonly number[], received: readonly number[]): void => {
      const score = spans.score(source, received) + JOINING;
      if (score > best.score) best = { source, received, score };
    };
    for (const at of [s - 1, s + 1]) {
      if (freeSource.has(at) && sameContainer(result.left, s, at)) consider([s, at].toSorted(byNumber), [r]);
    }
    for (const at of [r - 1, r + 1]) {
      if (freeReceived.has(at) && sameContainer(result.right, r, at)) consider([s], [r, at].toSorted(byNumber));
    }
    for (const index of best.source) freeSource.delete(index);
    for (const index of best.received) freeReceived.delete(index);
    return { source: best.source, received: best.received, odds: pair.odds };
  });
}

function byNumber(a: number, b: number): number {
  return a - b;
}

function sameContainer(side: GroupResult['left'], a: number, b: number): boolean {
  return side.blocks[a]?.container === side.blocks[b]?.container;
}

interface Stakes {
  /** Blocks worth looking for, with what their present link would lose. */
  readonly source: ReadonlyMap<number, number>;
  readonly received: ReadonlyMap<number, number>;
  readonly looseReceived: number;
  readonly linked: ReadonlySet<string>;
}

function stakesOf(result: GroupResult): Stakes {
  const source = new Map<number, number>();
  const received = new Map<number, number>();
  const linked = new Set<string>();
  let looseReceived = 0;
  for (const step of result.steps) {
    const [down, across] = SHAPES[step.shape] as readonly [number, number];
    // … but one of two joined blocks may always turn out to stand elsewhere.
    if (across === 1 && down === 1 && step.posterior >= SURE) continue;
    if (down === 0) looseReceived += 1;
    for (let offset = 0; offset < down; offset += 1)
      source.set(step.row + offset, loss(result, step, 'source', offset));
    for (let offset = 0; offset < across; offset += 1) {
      received.set(step.column + offset, loss(result, step, 'received', offset));
      for (let other = 0; other < down; other += 1) linked.add(`${step.row + other} ${step.column + offset}`);
    }
  }
  return { source, received, looseReceived, linked };
}

/** How much worse the step gets without one of its blocks, against a block that stands alone anyway. */
function loss(result: GroupResult, step: Step, side: 'source' | 'received', offset: number): number {
  const [down, across] = SHAPES[step.shape] as readonly [number, number];
  if (down === 0 || across === 0) return 0;
  const fewer = side === 'source' ? [down - 1, across] : [down, across - 1];
  const shape = SHAPES.findIndex(([d, a]) => d === fewer[0] && a === fewer[1]);
  if (shape < 0 || fewer[0] === 0 || fewer[1] === 0) return step.score - 2 * LOOSE;
  const row = step.row + (side === 'source' && offset === 0 ? 1 : 0);
  const column = step.column + (side === 'received' && offset === 0 ? 1 : 0);
  return step.score - result.scoreAt(shape, row, column) - LOOSE;
}
