import type { AlignBlock, KnownTranslation, Link } from './block.ts';
import { confidenceOf, logOddsOf } from './confidence.ts';
import { readSide } from './features.ts';
import { alignGroup, isBelieved, type GroupResult } from './group-pass.ts';
import { groupsOf } from './groups.ts';
import { priorLexicons } from './lexicon.ts';
import { findMoved, growMoved, type Moved } from './moved.ts';
import { rejoin } from './rejoined.ts';
import { firstModel, learnModel, type WordModel } from './word-model.ts';

export interface AlignOptions {
  /** Translations known from elsewhere: blocks with these very texts are drawn together. */
  readonly known?: readonly KnownTranslation[];
  /** Called between passes; throws to give up (an aborted signal, for instance). */
  readonly checkpoint?: () => void;
}

/** How far from its anchors a pass looks: the first, and the later ones, which have the one before as guide. */
const FIRST_MARGIN = 30;
const MARGINS = [14, 12];

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
  const runAll = (model: WordModel, margin: number, before?: readonly GroupResult[]): readonly GroupResult[] => {
    options.checkpoint?.();
    const results: GroupResult[] = [];
    for (const [index, group] of groups.entries()) {
      const earlier = before?.[index]?.links;
      const bodyLinks = results[0]?.links ?? [];
      const guided = earlier === undefined ? {} : { before: earlier };
      results.push(alignGroup({ group, left, right, model, margin, ...guided, bodyLinks }));
    }
    return results;
  };
  let model = firstModel(left, right, prior);
  let results = runAll(model, FIRST_MARGIN);
  for (const margin of MARGINS) {
    const lessons = results.flatMap((result) => result.links.filter(isBelieved));
    model = learnModel(left, right, lessons, prior);
    results = runAll(model, margin, results);
  }
  options.checkpoint?.();
  const bodyLinks = results[0]?.links ?? [];
  const links = results.flatMap((result) => {
    const moved = findMoved(result, model);
    const margin = MARGINS.at(-1) as number;
    const again = (): GroupResult =>
      alignGroup({ group: withoutMoved(result, moved), left, right, model, margin, before: result.links, bodyLinks });
    const found = moved.length === 0 ? result.links.map(calibrated) : withMoved(again(), result, moved, model);
    return withRejoined(result, found, moved, model);
  });
  return inReadingOrder(links, source.length);
}

/** A link whose confidence is still its posterior. */
function calibrated(link: Link): Link {
  const blocks = link.source.length + link.received.length;
  const form = blocks > 2 ? 'merged' : link.source.length === link.received.length ? 'single' : 'loose';
  return { ...link, confidence: confidenceOf(form, logOddsOf(link.confidence)) };
}

function withoutMoved(result: GroupResult, moved: readonly Moved[]): GroupResult['group'] {
  const source = new Set(moved.flatMap((pair) => pair.source));
  const received = new Set(moved.flatMap((pair) => pair.received));
  return {
    name: result.group.name,
    source: result.group.source.filter((_, index) => !source.has(index)),
    received: result.group.received.filter((_, index) => !received.has(index)),
  };
}

/** Puts the moved pairs, grown by their loose neighbours, to the links found without them. */
function withMoved(
  again: GroupResult,
  result: GroupResult,
  moved: readonly Moved[],
  model: WordModel,
): readonly Link[] {
  const localSource = localOf(result.group.source);
  const localReceived = localOf(result.group.received);
  const loose = {
    source: new Set(
      again.links.flatMap((link) =>
        link.received.length === 0 ? link.source.flatMap((s) => localSource.get(s) ?? []) : [],
      ),
    ),
    received: new Set(
      again.links.flatMap((link) =>
        link.source.length === 0 ? link.received.flatMap((r) => localReceived.get(r) ?? []) : [],
      ),
    ),
  };
  const added = growMoved(result, model, moved, loose).map((pair) => ({
    source: pair.source.map((index) => result.group.source[index] as number),
    received: pair.received.map((index) => result.group.received[index] as number),
    confidence: confidenceOf('moved', pair.odds),
  }));
  const source = new Set(added.flatMap((link) => link.source));
  const received = new Set(added.flatMap((link) => link.received));
  const kept = again.links.filter(
    (link) => !link.source.some((s) => source.has(s)) && !link.received.some((r) => received.has(r)),
  );
  return [...kept.map(calibrated), ...added];
}

/** Puts together what was joined over blocks left out or moved. */
function withRejoined(
  result: GroupResult,
  links: readonly Link[],
  moved: readonly Moved[],
  model: WordModel,
): readonly Link[] {
  const { group } = result;
  const source = localOf(group.source);
  const received = localOf(group.received);
  const local = links.map((link) => ({
    ...link,
    source: link.source.map((index) => source.get(index) as number),
    received: link.received.map((index) => received.get(index) as number),
  }));
  const away = {
    source: new Set(moved.flatMap((pair) => pair.source)),
    received: new Set(moved.flatMap((pair) => pair.received)),
  };
  return rejoin(result, model, local, away).map((link) => ({
    ...link,
    source: link.source.map((index) => group.source[index] as number),
    received: link.received.map((index) => group.received[index] as number),
  }));
}

function localOf(indices: readonly number[]): ReadonlyMap<number, number> {
  return new Map(indices.map((index, local) => [index, local]));
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
