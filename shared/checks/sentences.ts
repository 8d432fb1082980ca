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

/** Stops before what is no small letter, and line ends. */
function borders(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' ', 1); at > 0; at = text.indexOf(' ', at + 1)) {
    let end = at - 1;
    while (end > 0 && CLOSERS.includes(text.charAt(end))) end -= 1;
    let next = at + 1;
    while (text.charCodeAt(next) === 32) next += 1;
    if (ENDS.includes(text.charAt(end)) && !SMALL.test(text.charAt(next))) count += 1;
    at = next - 1;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

const SMALL = /[a-z\u00DF-\u00FF]/;
const CLOSERS = '"»”’)]\'';
const ENDS = '.!?…';
