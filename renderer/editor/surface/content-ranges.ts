/** A stretch of a content, in content positions; `to` is not in it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What stands in a part of a row without being content: the name of its place, Lexical's own line break. */
const NOTHING = '.where, .none, [data-lexical-managed-linebreak]';
/** What counts as one position, whatever it shows. */
const ONE = '.chip, .block-border, br';

interface Piece {
  readonly node: Text | Element;
  readonly from: number;
  readonly to: number;
}

/**
 * The ranges of the page that show stretches of the content of a row's part (`.source`, `.target`), across marks and chips.
 * A stretch without width (something is missing there) takes the sign before or after it along, so that it can be seen. Those the
 * part does not show are left out.
 */
export function contentRanges(part: Element, stretches: readonly Stretch[]): readonly Range[] {
  if (stretches.length === 0) return [];
  const pieces = piecesOf(part);
  const size = pieces.at(-1)?.to ?? 0;
  return stretches.flatMap(({ from, to }) => {
    const start = Math.max(0, to > from ? from : Math.min(from, size - 1));
    return rangeOf(pieces, start, Math.max(to, start + 1)) ?? [];
  });
}

function rangeOf(pieces: readonly Piece[], from: number, to: number): Range | undefined {
  const first = pieces.find((piece) => piece.to > from);
  const last = pieces.findLast((piece) => piece.from < to);
  if (first === undefined || last === undefined || first.from >= last.to) return undefined;
  const range = document.createRange();
  if (first.node instanceof Text) range.setStart(first.node, Math.max(0, from - first.from));
  else range.setStartBefore(first.node);
  if (last.node instanceof Text) range.setEnd(last.node, Math.min(last.to, to) - last.from);
  else range.setEndAfter(last.node);
  return range;
}

function piecesOf(part: Element): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let blocks = 0;
  const take = (node: Text | Element, size: number): void => {
    pieces.push({ node, from: at, to: at + size });
    at += size;
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) return take(node, node.length);
    if (!(node instanceof Element) || node.matches(NOTHING)) return;
    if (node.matches(ONE)) return take(node, 1);
    if (node.matches('.block')) {
      // Blocks of one unit are parted by a line feed.
      if (blocks > 0) at += 1;
      blocks += 1;
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(part);
  return pieces;
}
