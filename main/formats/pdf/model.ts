import type { UnitKind } from '#shared/model/unit.ts';

/** A piece of a line as the file draws it; points, from the page's lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly y: number;
  readonly width: number;
  /** How tall letters are. */
  readonly size: number;
  /** The marked content it belongs to, in files with tags. */
  readonly mark?: string;
}

/** Letters on one line with no gap wide enough to part columns. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
}

export interface PageText {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly height: number;
}

/** A block before it has a place among the others. */
export interface Found {
  readonly text: string;
  readonly kind: UnitKind;
  readonly level?: number;
  readonly label?: string;
  readonly container: string;
}
