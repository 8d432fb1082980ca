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

/** Whether two texts can be cut at as many places: then nobody needs to know at which. */
export function looksLikeAsMany(a: string, b: string): boolean {
  return borders(a) === borders(b);
}

function borders(text: string): number {
  let count = 0;
  for (let at = text.length - 2; at > 0; at -= 1) {
    const next = text.charCodeAt(at + 1);
    if (next === 10) count += 1;
    else if (next === 32 && ENDS.includes(text.charAt(at))) count += 1;
  }
  return count;
}

const ENDS = '.!?…';
