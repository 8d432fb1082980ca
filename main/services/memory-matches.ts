import type { Match, Penalty } from '#shared/contract/memory.ts';
import { carryOver } from '#shared/memory/carry-over.ts';
import { ASSEMBLED, penaltiesOf } from '#shared/memory/penalties.ts';
import { joinContents, sliceContent, type Content } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import { contentSegments } from '#shared/text/segmentation/content.ts';
import type { SegmentationRules } from '#shared/text/segmentation/rules.ts';
import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';
import type { FoundEntry, LookupOrder, MemoryPort } from './memory-tasks.ts';

/** What is looked up, and for whom. */
export interface MatchWish {
  readonly source: Content;
  readonly context?: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** By which the text is cut into sentences; Adapta's own when absent. */
  readonly rules?: SegmentationRules;
  /** As in {@link LookupOrder}. */
  readonly sandbox: string | null;
  readonly count: number;
  readonly least: number;
  /** Where the person works; empty: unknown. */
  readonly municipality: string;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** More than are shown: penalties change the order. */
const MORE = 8;
/** A sentence has to be this alike to become part of a unit. */
const LEAST_SENTENCE = 75;

/** Matches of a text, the best first: in context, exact, alike; put together from sentences when there is none. */
export async function findMatches(memory: MemoryPort, wish: MatchWish): Promise<readonly Match[]> {
  const { source, count, least, context } = wish;
  const text = toPlainText(source).trim();
  if (text === '') return [];
  const found = await memory.ask('find', order(wish, text, count + MORE, least, context));
  if (found.length === 0) return await assembled(memory, wish);
  return found
    .map((each) => matchOf(each, wish))
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => Number(b.kind === 'context') - Number(a.kind === 'context') || b.score - a.score)
    .slice(0, count);
}

function order(wish: MatchWish, text: string, count: number, least: number, context?: string): LookupOrder {
  const { sourceLanguage, targetLanguage, sandbox } = wish;
  return { text, sourceLanguage, targetLanguage, sandbox, count, least, ...(context === undefined ? {} : { context }) };
}

function matchOf({ entry, memory: title, order: place, score, isContext }: FoundEntry, wish: MatchWish): Match {
  const penalties = penaltiesOf({ ...entry.origin, order: place }, wish.municipality, wish.now);
  const textScore = Math.floor(score);
  const { id, memory, source, target, origin, detail } = entry;
  return {
    entry: { id, memory, source, target, origin },
    memory: title,
    kind: isContext ? 'context' : textScore === 100 ? 'exact' : 'fuzzy',
    score: less(textScore, penalties),
    textScore,
    penalties,
    insert: carryOver(source, detail?.content ?? target, wish.source),
  };
}

function less(score: number, penalties: readonly Penalty[]): number {
  return Math.max(
    0,
    penalties.reduce((left, { points }) => left - points, score),
  );
}

/** One match of the best of each sentence, when every sentence has one; its score is theirs by length. */
async function assembled(memory: MemoryPort, wish: MatchWish): Promise<readonly Match[]> {
  const spans = contentSegments(segmenterFor(wish.sourceLanguage, wish.rules), wish.source);
  if (spans.length < 2) return [];
  const parts: Match[] = [];
  for (const { from, to } of spans) {
    const source = sliceContent(wish.source, from, to);
    const text = toPlainText(source).trim();
    const [best] = await memory.ask('find', order(wish, text, 1, LEAST_SENTENCE));
    if (best === undefined) return [];
    parts.push(matchOf(best, { ...wish, source }));
  }
  const [first] = parts;
  if (first === undefined) return [];
  const lengths = spans.map(({ from, to }) => to - from);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const mean = (scores: readonly number[]): number =>
    Math.floor(scores.reduce((sum, score, index) => sum + score * (lengths[index] ?? 0), 0) / all);
  const score = Math.max(0, mean(parts.map((part) => part.score)) - ASSEMBLED.points);
  if (score < wish.least) return [];
  return [
    {
      ...first,
      entry: {
        ...first.entry,
        source: parts.map(({ entry }) => entry.source).join(' '),
        target: parts.map(({ entry }) => entry.target).join(' '),
      },
      kind: 'assembled',
      score,
      textScore: mean(parts.map((part) => part.textScore)),
      penalties: [ASSEMBLED],
      insert: joinContents(
        parts.map(({ insert }) => insert),
        ' ',
      ),
    },
  ];
}
