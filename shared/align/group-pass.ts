import { candidates, heaviestChain } from './anchors.ts';
import { bandAround, cellAt, fullBand, type Anchor, type Band } from './band.ts';
import type { Link } from './block.ts';
import { bestPath, SHAPES, type Step } from './dynamic.ts';
import type { Side } from './features.ts';
import { joinsNext, ownerScore, pick, type Group } from './groups.ts';
import { explainBackward, explainForward, Explainer } from './lexical.ts';
import { expansion, stepScore } from './score.ts';
import type { WordModel } from './word-model.ts';
import { cellScore, kindScore, type StructureScore } from './structure.ts';

/** What one pass over one group found. */
export interface GroupResult {
  readonly group: Group;
  /** The group's blocks; steps and scores count in these. */
  readonly left: Side;
  readonly right: Side;
  readonly steps: readonly Step[];
  /** The steps as links between the whole lists' indices. */
  readonly links: readonly Link[];
  /** What the blocks are, without regard to the table cells they stand in: for blocks that moved. */
  readonly anywhere: StructureScore;
  /** Score of a link of the given shape, −∞ where it is not allowed or was not looked at. */
  scoreAt(shape: number, row: number, column: number): number;
  readonly ratio: number;
}

export interface GroupInput {
  readonly group: Group;
  readonly left: Side;
  readonly right: Side;
  readonly model: WordModel;
  /** How many columns to either side of the anchors are looked at. */
  readonly margin: number;
  /** Links of the pass before, in the whole lists' indices; none in the first. */
  readonly before?: readonly Link[];
  /** Links of the body in this pass, when this group is not the body. */
  readonly bodyLinks: readonly Link[];
}

/** Up to this many pairs the first pass looks at all of them. */
const FULL = 300_000;
/** A link is learnt from, and anchors the next pass, from this posterior on. */
const BELIEVED = 0.8;

export function isBelieved(link: Link): boolean {
  return link.source.length > 0 && link.received.length > 0 && link.confidence >= BELIEVED;
}

/** Aligns one group with the lexicon as it is, guided by the links of the pass before. */
export function alignGroup(input: GroupInput): GroupResult {
  const { group, model } = input;
  const { lexicons, novelty } = model;
  const left = pick(input.left, group.source);
  const right = pick(input.right, group.received);
  const trusted = localLinks(group, (input.before ?? []).filter(isBelieved));
  const anchors = trusted.map((link): Anchor => ({
    source: link.source[0] as number,
    received: link.received[0] as number,
  }));
  const kinds = kindScore(left.blocks, right.blocks, trusted);
  const cells = cellScore(left.blocks, right.blocks, trusted);
  const owners = ownerScore(group, input.left.blocks, input.right.blocks, input.bodyLinks);
  const anywhere: StructureScore = (s, r) => kinds(s, r) + owners(s, r);
  const structure: StructureScore = (s, r) => anywhere(s, r) + cells(s, r);
  const band =
    input.before === undefined
      ? firstBand(left, right, model, input.margin)
      : laterBand(left, right, anchors, input.margin);
  const ratio = expansion(left, right, anchors);
  const joins = { source: joinsNext(left.blocks, group.source), received: joinsNext(right.blocks, group.received) };
  const score = stepScore({
    source: left,
    received: right,
    band,
    forward: explainForward(new Explainer(left, right, lexicons.forward, novelty.forward), band, {
      given: joins.source,
      told: joins.received,
    }),
    backward: explainBackward(new Explainer(right, left, lexicons.backward, novelty.backward), band, {
      given: joins.received,
      told: joins.source,
    }),
    structure,
    ratio,
    joinsNext: joins,
  });
  const steps = bestPath(band, score);
  const links = steps.map((step) => linkOf(step, group));
  const scoreAt = (shape: number, row: number, column: number): number => {
    const cell = cellAt(band, row, column);
    return cell < 0 ? Number.NEGATIVE_INFINITY : score(shape, row, column, cell);
  };
  return { group, left, right, steps, links, anywhere, scoreAt, ratio };
}

function firstBand(left: Side, right: Side, { lexicons }: WordModel, margin: number): Band {
  const rows = left.blocks.length;
  const columns = right.blocks.length;
  if (rows * columns <= FULL) return fullBand(rows, columns);
  return bandAround(rows, columns, heaviestChain(candidates(left, right, lexicons.forward), columns), margin);
}

function laterBand(left: Side, right: Side, anchors: readonly Anchor[], margin: number): Band {
  return bandAround(left.blocks.length, right.blocks.length, anchors, margin);
}

function inside(map: ReadonlyMap<number, number>, indices: readonly number[]): readonly number[] {
  return indices.flatMap((index) => map.get(index) ?? []);
}

/** Links in the group's own indices; those that name a block outside the group are left out. */
function localLinks(group: Group, links: readonly Link[]): readonly Link[] {
  const source = new Map(group.source.map((index, local) => [index, local]));
  const received = new Map(group.received.map((index, local) => [index, local]));
  return links
    .map((link) => ({ ...link, source: inside(source, link.source), received: inside(received, link.received) }))
    .filter((link) => link.source.length > 0 && link.received.length > 0);
}

function linkOf(step: Step, group: Group): Link {
  const [down, across] = SHAPES[step.shape] as readonly [number, number];
  return {
    source: group.source.slice(step.row, step.row + down),
    received: group.received.slice(step.column, step.column + across),
    confidence: step.posterior,
  };
}
