import type { ToolkitSummary } from '#shared/contract/library.ts';
import { EMPTY, fromBlocks, sliceContent, textOf, type Content } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { renumbered } from '#shared/memory/normal-form.ts';
import { contextKey } from '#shared/memory/pair-hash.ts';
import { countWords } from '#shared/text/count-words.ts';
import { contentSegments } from '#shared/text/segmentation/content.ts';
import type { SegmentationRules } from '#shared/text/segmentation/rules.ts';
import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';
import type { Store } from '#main/store/store.ts';
import type { Steps } from './slices.ts';
import { unitsInOrder } from './units.ts';
import { rulesOf } from './segmentation-rules.ts';

/** A sentence of an original, as it is counted. */
export interface CountedSentence {
  /** Plain text, placeholders counted from 1: equal ones need translating once. */
  readonly text: string;
  readonly words: number;
  /** Code points, blanks inside too, without placeholders. */
  readonly characters: number;
}

/** An original with words in it. */
export interface CountedUnit {
  readonly id: string;
  readonly text: string;
  /** {@link contextKey} between its neighbours in its container, as the memory has it. */
  readonly context: string;
  readonly sentences: readonly CountedSentence[];
}

/** Units whose sentences are found at once. */
const UNITS = 50;
const SPOKEN = /[\p{L}\p{N}]/u;

/** The originals of a document in reading order: those of added units there are none, those left out count. */
export function* countedUnits(
  store: Store,
  document: string,
  toolkit: Pick<ToolkitSummary, 'id' | 'sourceLanguage'>,
): Steps<readonly CountedUnit[]> {
  const language = toolkit.sourceLanguage;
  const rules = rulesOf(store, toolkit.id);
  const units = yield* unitsInOrder(store, document);
  const sources: Content[] = [];
  for (let at = 0; at < units.length; at += UNITS) {
    yield;
    sources.push(...sourcesOf(store, units.slice(at, at + UNITS)));
  }
  const contexts = contextsOf(units, sources);
  const counted: CountedUnit[] = [];
  for (const [index, source] of sources.entries()) {
    if (index % UNITS === 0) yield;
    const sentences = sentencesOf(source, language, rules);
    if (sentences.length === 0) continue;
    counted.push({
      id: units[index]?.id ?? '',
      text: renumbered(toPlainText(source)),
      context: contexts[index] ?? '',
      sentences,
    });
  }
  return counted;
}

function contextsOf(units: readonly UnitRecord[], sources: readonly Content[]): readonly string[] {
  const texts = sources.map(toPlainText);
  const contexts: string[] = [];
  const places = Map.groupBy(units.keys(), (index) => units[index]?.placement.container);
  for (const indices of places.values()) {
    for (const [at, index] of indices.entries()) {
      const [before, after] = [indices[at - 1], indices[at + 1]].map((other) => texts[other ?? -1] ?? '');
      contexts[index] = contextKey(before ?? '', texts[index] ?? '', after ?? '');
    }
  }
  return contexts;
}

function sourcesOf(store: Store, units: readonly UnitRecord[]): readonly Content[] {
  return units.map((unit) => fromBlocks(unit.source.map((block) => store.blocks.get(block)?.content ?? EMPTY)));
}

function sentencesOf(source: Content, language: string, rules: SegmentationRules): readonly CountedSentence[] {
  return contentSegments(segmenterFor(language, rules), source).flatMap(({ from, to }) => {
    const sentence = sliceContent(source, from, to);
    const text = textOf(sentence).trim();
    if (!SPOKEN.test(text)) return [];
    return [
      {
        text: renumbered(toPlainText(sentence)).trim(),
        words: countWords(text, language),
        characters: Array.from(text).length,
      },
    ];
  });
}
