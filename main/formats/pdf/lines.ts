import type { Line, Piece } from './model.ts';

/** A blank is drawn as a gap of a quarter of a letter; one of two letters and more parts columns. */
const BLANK = 0.2;
const COLUMN = 1.8;

/** Pieces as lines, from the top of the page to its foot, and from left to right. */
export function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    // Raised figures of notes stand on the line they are raised from.
    if (row !== undefined && first !== undefined && first.y - piece.y < Math.max(first.size, piece.size) * 0.45)
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => lineParts(row.toSorted((a, b) => a.x - b.x)));
}

function lineParts(row: readonly Piece[]): readonly Line[] {
  const lines: Line[] = [];
  let parts: Piece[] = [];
  const flush = (): void => {
    if (parts.length > 0) lines.push(lineOf(parts));
    parts = [];
  };
  for (const piece of row) {
    const last = parts.at(-1);
    if (last !== undefined && piece.x - (last.x + last.width) > Math.max(last.size, piece.size) * COLUMN) flush();
    parts.push(piece);
  }
  flush();
  return lines;
}

function lineOf(parts: readonly Piece[]): Line {
  const largest = parts.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best));
  const last = parts.at(-1) as Piece;
  return {
    text: joined(parts),
    x: (parts[0] as Piece).x,
    y: largest.y,
    right: last.x + last.width,
    size: largest.size,
  };
}

/** The text of pieces of one line; a gap between two is a blank. */
export function joined(parts: readonly Piece[]): string {
  let text = '';
  let end: number | undefined;
  for (const piece of parts) {
    const gap = end === undefined ? 0 : piece.x - end;
    if (gap > piece.size * BLANK && !text.endsWith(' ') && !piece.text.startsWith(' ')) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.replaceAll(/\s+/gu, ' ').trim();
}
