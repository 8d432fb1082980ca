import { isText, type Content, type PlaceholderKind } from '#shared/model/content.ts';
import type { Segmenter, Span } from './segmenter.ts';

/** A line break inside a unit, for the rules: weaker than the border between two blocks, which is a line feed. */
const LINE_BREAK = '\u2028';
const OBJECT = '\uFFFC';

/** Placeholders that are no part of the sentence: the rules do not see them. */
const UNSEEN: ReadonlySet<PlaceholderKind> = new Set(['open', 'close', 'bookmark', 'comment', 'hidden']);

/**
 * The sentences of a unit's text as content positions, without gaps (see {@link Segmenter.segments}). None begins or ends
 * inside a placeholder; at a border what opens goes with what follows, everything else with what precedes (SRX 2.0,
 * `formathandle`, its defaults but for isolated codes: a note's reference stands behind its sentence).
 */
export function contentSegments(segmenter: Segmenter, content: Content): readonly Span[] {
  const { text, positions, length } = seenText(content);
  const starts = segmenter.segments(text).map(({ from }, index) => (index === 0 ? 0 : (positions[from] as number)));
  const borders = starts.map((start, index) => (index === 0 ? 0 : withOpening(content, start)));
  return borders.map((from, index) => ({ from, to: borders[index + 1] ?? length }));
}

/** The text the rules see, and the content position of each of its units. */
function seenText(content: Content): { text: string; positions: readonly number[]; length: number } {
  let text = '';
  let position = 0;
  const positions: number[] = [];
  for (const run of content) {
    const seen = isText(run) ? run.text : seenOf(run.kind);
    for (let index = 0; index < seen.length; index++) positions.push(position + index);
    text += seen;
    position += isText(run) ? run.text.length : 1;
  }
  return { text: text === '' && position > 0 ? OBJECT : text, positions, length: position };
}

function seenOf(kind: PlaceholderKind): string {
  if (UNSEEN.has(kind)) return '';
  if (kind === 'break') return LINE_BREAK;
  return kind === 'tab' ? '\t' : OBJECT;
}

/** Moves a border before the codes that open directly in front of it. */
function withOpening(content: Content, border: number): number {
  const kinds: (PlaceholderKind | undefined)[] = [];
  for (const run of content) {
    if (isText(run)) for (let index = 0; index < run.text.length; index++) kinds.push(undefined);
    else kinds.push(run.kind);
    if (kinds.length >= border) break;
  }
  let start = border;
  while (start > 0 && kinds[start - 1] === 'open') start--;
  return start;
}
