import type { Content, FormatId, PlaceholderId } from '#shared/model/content.ts';
import type { UnitKind } from '#shared/model/unit.ts';

/** One block of the adapted document, in reading order, with the text as it goes out. */
export interface PrintBlock {
  /** Names the block for {@link PrintFacts.paragraph}. */
  readonly anchor?: string;
  readonly kind: UnitKind;
  readonly level?: number;
  /** List number or bullet, heading number, note number. */
  readonly label?: string;
  /** As in ReadBlock: `body`, `body/t2r1c3`, `footnote:4`, `header:…`, `textBox:…`, `altText:…`. */
  readonly container: string;
  readonly content: Content;
}

/** Sizes in millimetres. */
export interface PrintPage {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

export interface PrintCell {
  /** The cell's container; blocks of it fill the cell. */
  readonly container: string;
  readonly columns: number;
  readonly rows: number;
}

export interface PrintRow {
  /** Repeated at the top of each page. */
  readonly header: boolean;
  readonly cells: readonly PrintCell[];
}

/** A table's grid; cells covered by a span are not listed. */
export interface PrintTable {
  readonly rows: readonly PrintRow[];
  /** Share of each column in the width, in percent; empty when the file does not say. */
  readonly widths: readonly number[];
}

export interface PrintImage {
  readonly bytes: Uint8Array;
  /** A raster type Chromium shows: `image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/bmp`. */
  readonly type: string;
  /** Millimetres on the page, when the file says. */
  readonly width?: number;
  readonly height?: number;
}

/** How a paragraph stands on the page beyond what its kind says. */
export interface PrintParagraph {
  readonly align?: 'center' | 'end' | 'justify';
  readonly role?: 'title' | 'subtitle';
  /** On a ground of its own, which readers are told to look for. */
  readonly shaded?: boolean;
}

/** A look beyond the marks, as far as a print in one typeface follows it. */
export interface PrintLook {
  /** `#rrggbb` */
  readonly color?: string;
  readonly background?: string;
  readonly smallCaps?: boolean;
  readonly capitals?: boolean;
  /** Times the size of the text around. */
  readonly size?: number;
}

/**
 * What a document's file knows about its layout and a unit's text does not tell. Numbers are the document's; the caller
 * maps them to the file's own.
 */
export interface PrintFacts {
  readonly page: PrintPage;
  /** Containers whose text runs at the top and the bottom of the pages. */
  readonly running: { readonly header?: string; readonly footer?: string };
  /** Where the pages are numbered, be there text or not. */
  readonly numbered?: 'header' | 'footer';
  table(container: string): PrintTable | undefined;
  image(id: PlaceholderId): PrintImage | undefined;
  /** Containers that hang on a placeholder: a note's, a text box's, an image's alternative text. */
  attached(id: PlaceholderId): readonly string[];
  /** What a field counts, where a page's header or footer can count it itself. */
  counter(id: PlaceholderId): 'page' | 'pages' | undefined;
  look(format: FormatId): PrintLook | undefined;
  paragraph(anchor: string): PrintParagraph | undefined;
}

export interface PrintRequest {
  readonly title: string;
  /** BCP 47 of the text. */
  readonly language: string;
  readonly blocks: readonly PrintBlock[];
  readonly facts: PrintFacts;
  /** Heading of the notes at the end, in the language of the text. */
  readonly notesTitle: string;
  /** Address of the style sheet with the faces of Noto Sans. */
  readonly fonts?: string;
  /** A line under the text, such as the notice of an adaptation. */
  readonly notice?: string;
}

/** What printToPDF needs. */
export interface PrintOutput {
  readonly html: string;
  readonly headerTemplate?: string;
  readonly footerTemplate?: string;
}
