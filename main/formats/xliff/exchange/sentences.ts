import { contentEquals, isBlank, isText, sliceContent, type Content } from '#shared/model/content.ts';
import { contentSegments } from '#shared/text/segmentation/content.ts';
import type { SegmentationRules } from '#shared/text/segmentation/rules.ts';
import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';
import type { ExchangeUnit } from '#main/formats/exchange.ts';

/** A text cut into sentences (at even places) and the blanks between them (at odd ones). */
export type Pieces = readonly Content[];

/** The texts of a unit, cut alike; `received` only where it goes along beside another target. */
export interface CutUnit {
  readonly source: Pieces;
  /** Undefined where nothing is translated. */
  readonly target: Pieces | undefined;
  readonly received: Pieces | undefined;
}

/**
 * Cuts a unit's texts into sentences where all of them have the same number, so that each stands beside its own; leaves
 * them whole otherwise. Joined, the pieces are the text.
 */
export function cutUnit(unit: ExchangeUnit, { sourceLanguage, targetLanguage, rules }: Languages): CutUnit {
  const { source, target, received } = unit;
  const isOther = received !== null && !isBlank(source) && !contentEquals(received, target);
  const cut: CutUnit = {
    source: piecesOf(source, sourceLanguage, rules),
    target: target.length === 0 ? undefined : piecesOf(target, targetLanguage, rules),
    received: isOther ? piecesOf(received, targetLanguage, rules) : undefined,
  };
  const others = [cut.target, cut.received].filter((pieces) => pieces !== undefined);
  if (others.every(({ length }) => length === cut.source.length)) return cut;
  return {
    source: [source],
    target: cut.target === undefined ? undefined : [target],
    received: cut.received === undefined ? undefined : [received ?? []],
  };
}

export interface Languages {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly rules?: SegmentationRules;
}

function piecesOf(content: Content, language: string, rules?: SegmentationRules): Pieces {
  const spans = contentSegments(segmenterFor(language, rules), content);
  if (spans.length < 2) return [content];
  const text = content.map((run) => (isText(run) ? run.text : OBJECT)).join('');
  return spans.flatMap(({ from, to }, index) => {
    if (index === spans.length - 1) return [sliceContent(content, from)];
    // The border of two blocks is a code, which stays with its sentence: programs drop what is between sentences.
    const end = from + text.slice(from, to).replace(/[^\S\n]+$/u, '').length;
    return [sliceContent(content, from, end), sliceContent(content, end, to)];
  });
}

const OBJECT = '\uFFFC';
