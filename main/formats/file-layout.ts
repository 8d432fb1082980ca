import type { FormatId, PlaceholderId } from '#shared/model/content.ts';

/** Millimetres. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

/** A cell that begins in its row; rows and columns it spans are counted. */
export interface GridCell {
  /** The cell's container; blocks of it fill the cell. */
  readonly container: string;
  readonly columns: number;
  readonly rows: number;
}

export interface GridRow {
  /** Repeated at the top of each page. */
  readonly header: boolean;
  readonly cells: readonly GridCell[];
}

/** A table's grid; cells covered by a span are not listed. */
export interface TableGrid {
  readonly rows: readonly GridRow[];
  /** Share of each column in percent; empty when the file tells no widths. */
  readonly widths: readonly number[];
}

export interface Picture {
  readonly bytes: Uint8Array;
  /** A raster type a page can show: `image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/bmp`. */
  readonly type: string;
  /** Millimetres on the page, when the file says. */
  readonly width?: number;
  readonly height?: number;
}

/** How a paragraph stands on the page beyond what its kind says. */
export interface ParagraphFacts {
  readonly align?: 'center' | 'end' | 'justify';
  /** The document's title or subtitle: the largest words of it. */
  readonly role?: 'title' | 'subtitle';
  /** It stands on a ground of its own, which readers are told to look for (notes to the trainer, boxes). */
  readonly shaded?: boolean;
}

/** A look beyond the marks, as far as a print in one typeface follows it. */
export interface LookFacts {
  /** `#rrggbb` */
  readonly color?: string;
  readonly background?: string;
  readonly smallCaps?: boolean;
  readonly capitals?: boolean;
  /** Times the size of the text around. */
  readonly size?: number;
}

/** A stretch of the main text of what is no running text: the boxes of slides. */
export interface FlowPart {
  /** Printed one behind the other. */
  readonly containers: readonly string[];
  /** Printed before them. */
  readonly picture?: Picture;
  /** Set apart from the rest: what is said beside a slide, the words of a drawing. */
  readonly aside?: boolean;
}

/**
 * What a file knows about its layout and its blocks do not tell. Containers, anchors and placeholder numbers are those of
 * reading the same bytes.
 */
export interface FileLayout {
  readonly page: PageSize;
  /** The main text in the order it is printed; absent where that is `body`. */
  readonly flow?: readonly FlowPart[];
  /** Containers whose text runs at the top and the bottom of the pages. */
  readonly running: { readonly header?: string; readonly footer?: string };
  /** Where the pages are numbered, be there text or not. */
  readonly numbered?: 'header' | 'footer';
  /** Tables by the container of their cells without row and column (`body/t2`). */
  readonly tables: ReadonlyMap<string, TableGrid>;
  readonly pictures: ReadonlyMap<PlaceholderId, Picture>;
  /** Containers that hang on a placeholder: notes, text boxes, alternative texts. */
  readonly attached: ReadonlyMap<PlaceholderId, readonly string[]>;
  /** Fields that count pages. */
  readonly counters: ReadonlyMap<PlaceholderId, 'page' | 'pages'>;
  readonly looks: ReadonlyMap<FormatId, LookFacts>;
  /** By anchor. */
  readonly paragraphs: ReadonlyMap<string, ParagraphFacts>;
}

/** A4 with two centimetres around and nothing else known: what a file without pages of its own is printed on. */
export const PLAIN_LAYOUT: FileLayout = {
  page: { width: 210, height: 297, margins: { top: 20, right: 20, bottom: 20, left: 20 } },
  running: {},
  tables: new Map(),
  pictures: new Map(),
  attached: new Map(),
  counters: new Map(),
  looks: new Map(),
  paragraphs: new Map(),
};
