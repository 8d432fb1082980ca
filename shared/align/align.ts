import { candidates, heaviestChain } from './anchors.ts';
import { bandAround, fullBand, type Anchor, type Band } from './band.ts';
import type { AlignBlock, KnownTranslation, Link } from './block.ts';
import { bestPath, SHAPES, type Step } from './dynamic.ts';
import { readSide, type Side } from './features.ts';
import { groupsOf, ownerScore, pick, type Group } from './groups.ts';
import { explainBackward, explainForward, Explainer, type Novelty } from './lexical.ts';
import { learnLexicons } from './learn.ts';
import { priorLexicons, type Lexicons } from './lexicon.ts';
import { findMoved } from './moved.ts';
import { expansion, stepScore } from './score.ts';
import { cellScore, kindScore, type StructureScore } from './structure.ts';

export interface AlignOptions {
  /** Translations known from elsewhere: blocks with these very texts are drawn together. */
  readonly known?: readonly KnownTranslation[];
  /** Called between passes; throws to give up (an aborted signal, for instance). */
  readonly checkpoint?: () => void;
}

/** Up to this many pairs all are looked at; beyond, those around anchors. */
const FULL = 400_000;
/** How far a pass looks to either side of its anchors, pass by pass. */
const MARGINS = [40, 24, 16];
const NOVELTY: readonly Novelty[] = [
  { forward: 0.7, backward: 0.7 },
  { forward: 0.45, backward: 0.45 },
  { forward: 0.45, backward: 0.45 },
];
/** A link is learnt from, and anchors the next pass, from this posterior on. */
const BELIEVED = 0.8;

/**
 * Links the blocks of an original and of its translation. Every block of either side is in exactly one link; a block
 * without a counterpart is in a link with an empty side. Links come in the order of the received text, those without
 * a received block after the source block before them. Nothing is assumed about the languages; English–Spanish pairs
 * have a built-in lexicon to start from. Memory and time grow with the length of the documents, not with its square.
 */
export function align(
  source: readonly AlignBlock[],
  received: readonly AlignBlock[],
  options: AlignOptions = {},
): readonly Link[] {
  const known = knownFeatures(options.known ?? []);
  const left = readSide(source, (block) => known.source(block.text));
  const right = readSide(received, (block) => known.received(block.text));
  const prior = priorLexicons(left, right);
  const groups = groupsOf(source, received);
  let lexicons = prior;
  let results: readonly GroupResult[] = [];
  for (const [pass, novelty] of NOVELTY.entries()) {
    options.checkpoint?.();
    const before = results;
    const bodyLinks: Link[] = [];
    results = groups.map((group, index) => {
      const result = alignGroup({ group, left, right, lexicons, novelty, pass, before: before[index], bodyLinks });
      if (index === 0) bodyLinks.push(...result.links);
      return result;
    });
    if (pass < NOVELTY.length - 1) {
      const lessons = results.flatMap((result) => result.links.filter(isBelieved));
      lexicons = learnLexicons(left, right, lessons, prior);
    }
  }
  options.checkpoint?.();
  const links = results.flatMap((result) => withMoved(result, lexicons));
  return inReadingOrder(links, source.length);
}

interface GroupResult {
  readonly group: Group;
  readonly left: Side;
  readonly right: Side;
  /** In the group's own indices. */
  readonly steps: readonly Step[];
  /** The same in the whole lists' indices. */
  readonly links: readonly Link[];
  readonly structure: StructureScore;
  readonly ratio: number;
}

interface GroupInput {
  readonly group: Group;
  readonly left: Side;
  readonly right: Side;
  readonly lexicons: Lexicons;
  readonly novelty: Novelty;
  readonly pass: number;
  readonly before: GroupResult | undefined;
  readonly bodyLinks: readonly Link[];
}

function isBelieved(link: Link): boolean {
  return link.source.length > 0 && link.received.length > 0 && link.confidence >= BELIEVED;
}

function alignGroup(input: GroupInput): GroupResult {
  const { group, lexicons, novelty, pass, before } = input;
  const left = pick(input.left, group.source);
  const right = pick(input.right, group.received);
  const trusted = (before?.steps ?? []).filter(
    (step) => (step.shape === 0 || step.shape > 2) && step.posterior >= BELIEVED,
  );
  const pairs = trusted.map((step): [number, number] => [step.row, step.column]);
  const trustedLinks = trusted.map((step) => linkOf(step));
  const kinds = kindScore(left.blocks, right.blocks, trustedLinks);
  const cells = cellScore(left.blocks, right.blocks, trustedLinks);
  const owners = ownerScore(group, input.left.blocks, input.right.blocks, input.bodyLinks);
  const structure: StructureScore = (s, r) => kinds(s, r) + cells(s, r) + owners(s, r);
  const anchors = pairs.map(([row, column]): Anchor => ({ source: row, received: column }));
  const band = bandFor(left, right, lexicons, pass, anchors);
  const ratio = expansion(left, right, pairs);
  const score = stepScore({
    source: left,
    received: right,
    band,
    forward: explainForward(new Explainer(left, right, lexicons.forward, novelty.forward), band),
    backward: explainBackward(new Explainer(right, left, lexicons.backward, novelty.backward), band),
    structure,
    ratio,
    joinsNext: { source: joinsNext(left.blocks), received: joinsNext(right.blocks) },
  });
  const steps = bestPath(band, score);
  const links = steps.map((step) => {
    const link = linkOf(step);
    return {
      source: link.source.map((index) => group.source[index] as number),
      received: link.received.map((index) => group.received[index] as number),
      confidence: link.confidence,
    };
  });
  return { group, left, right, steps, links, structure, ratio };
}

function linkOf(step: Step): Link {
  const [down, across] = SHAPES[step.shape] as readonly [number, number];
  return {
    source: Array.from({ length: down }, (_, offset) => step.row + offset),
    received: Array.from({ length: across }, (_, offset) => step.column + offset),
    confidence: step.posterior,
  };
}

function bandFor(left: Side, right: Side, lexicons: Lexicons, pass: number, anchors: readonly Anchor[]): Band {
  const rows = left.blocks.length;
  const columns = right.blocks.length;
  if (rows * columns <= FULL) return fullBand(rows, columns);
  const posts = pass > 0 ? anchors : heaviestChain(candidates(left, right, lexicons.forward), columns);
  return bandAround(rows, columns, posts, MARGINS[pass] as number);
}

function joinsNext(blocks: readonly AlignBlock[]): Uint8Array {
  return Uint8Array.from(blocks, (block, index) => (blocks[index + 1]?.container === block.container ? 1 : 0));
}

function withMoved(result: GroupResult, lexicons: Lexicons): readonly Link[] {
  const { group, left, right, steps, links } = result;
  const looseSource = steps.filter((step) => step.shape === 1).map((step) => step.row);
  const looseReceived = steps.filter((step) => step.shape === 2).map((step) => step.column);
  const novelty = NOVELTY.at(-1) as Novelty;
  const moved = findMoved(
    { source: left, received: right, lexicons, novelty, structure: result.structure, ratio: result.ratio },
    looseSource,
    looseReceived,
  );
  const foundSource = new Set(moved.map((pair) => group.source[pair.source]));
  const foundReceived = new Set(moved.map((pair) => group.received[pair.received]));
  const kept = links.filter((link) => {
    if (link.source.length > 0 && link.received.length > 0) return true;
    return !foundSource.has(link.source[0]) && !foundReceived.has(link.received[0]);
  });
  const added = moved.map((pair) => ({
    source: [group.source[pair.source] as number],
    received: [group.received[pair.received] as number],
    confidence: 1 / (1 + Math.exp(-pair.odds)),
  }));
  return [...kept, ...added];
}

/** By the received text; a link without received blocks follows its source predecessor. */
function inReadingOrder(links: readonly Link[], sources: number): readonly Link[] {
  const place = new Float64Array(sources + 1).fill(-1);
  for (const link of links) {
    if (link.received.length > 0) for (const index of link.source) place[index] = link.received[0] as number;
  }
  for (let index = 0; index < sources; index += 1) {
    if (place[index] === -1) place[index] = index === 0 ? -1 : (place[index - 1] as number);
  }
  const keyOf = (link: Link): number => link.received[0] ?? (place[link.source[0] as number] as number) + 0.5;
  return links.toSorted((a, b) => keyOf(a) - keyOf(b) || (a.source[0] ?? 0) - (b.source[0] ?? 0));
}

interface KnownFeatures {
  source(text: string): readonly string[];
  received(text: string): readonly string[];
}

/** A known pair gives both texts one feature in common. */
function knownFeatures(known: readonly KnownTranslation[]): KnownFeatures {
  const bySource = new Map<string, string[]>();
  const byReceived = new Map<string, string[]>();
  for (const [index, pair] of known.entries()) {
    const feature = `≡${index}`;
    bySource.set(pair.source.trim(), [...(bySource.get(pair.source.trim()) ?? []), feature]);
    byReceived.set(pair.received.trim(), [...(byReceived.get(pair.received.trim()) ?? []), feature]);
  }
  return {
    source: (text) => bySource.get(text.trim()) ?? [],
    received: (text) => byReceived.get(text.trim()) ?? [],
  };
}
