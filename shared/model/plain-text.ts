import {
  EMPTY,
  isText,
  normalizeContent,
  textRun,
  type Content,
  type PlaceholderId,
  type PlaceholderRun,
  type Run,
} from './content.ts';

/** Content as one line of text for people and scripts: placeholders as `⟦n⟧`, a real `⟦` doubled, blocks joined by `\n`. */
export function toPlainText(content: Content): string {
  const [first] = content;
  if (content.length === 1 && first !== undefined && isText(first) && !first.text.includes('⟦')) return first.text;
  return content.map((run) => (isText(run) ? run.text.replaceAll('⟦', '⟦⟦') : `⟦${run.placeholder}⟧`)).join('');
}

/**
 * Reads what {@link toPlainText} writes. Marks, links and formats cannot be told in plain text: the result has none.
 * `known` are the placeholders that may be used, in order (an `open` and its `close` share a number: first use opens).
 * Returns the number that is not known instead of content when there is one.
 */
export function fromPlainText(
  text: string,
  known: readonly PlaceholderRun[],
): { content: Content } | { unknown: PlaceholderId } {
  if (text === '') return { content: EMPTY };
  const runs: Run[] = [];
  const used = new Map<PlaceholderId, number>();
  let literal = '';
  for (const [token, number] of text.matchAll(/⟦⟦|⟦(-?\d+)⟧|[^⟦]+|⟦/gu)) {
    if (number === undefined) {
      literal += token === '⟦⟦' ? '⟦' : token;
      continue;
    }
    const id = Number(number);
    const candidates = known.filter((run) => run.placeholder === id);
    const use = used.get(id) ?? 0;
    const run = candidates[Math.min(use, candidates.length - 1)];
    if (run === undefined) return { unknown: id };
    used.set(id, use + 1);
    runs.push(textRun(literal), run);
    literal = '';
  }
  runs.push(textRun(literal));
  return { content: normalizeContent(runs) };
}

/** Turns an offset in {@link toPlainText}'s string into a position in the content; inside a placeholder it snaps before it. */
export function positionAtPlainOffset(content: Content, offset: number): number {
  let seen = 0;
  let position = 0;
  for (const run of content) {
    for (const piece of isText(run) ? run.text : ['']) {
      const width = isText(run) ? (piece === '⟦' ? 2 : piece.length) : toPlainText([run]).length;
      if (seen + width > offset) return position;
      seen += width;
      position += isText(run) ? piece.length : 1;
    }
  }
  return position;
}
