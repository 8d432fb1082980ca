import { segmenterFor } from '#shared/text/segmentation/segmenters.ts';
import type { Span } from '#shared/text/segmentation/segmenter.ts';

/** Where a text can be cut at all; most have no such place, and are one sentence. */
const BORDER = /[.!?…:;。]["”»’')\]]*\s|\n/u;
const SPOKEN = /[\p{L}\p{N}]/u;

/** The sentences of a text of a language (BCP 47), without the blanks around them. */
export function sentencesOf(text: string, language: string): readonly Span[] {
  if (BORDER.test(text.trimEnd())) return segmenterFor(language).sentences(text);
  return SPOKEN.test(text) ? [{ from: 0, to: text.length }] : [];
}
