import type { FlowPart, LookFacts, PageSize, ParagraphFacts, Picture, TableGrid } from '#main/formats/file-layout.ts';
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

/**
 * What a document's file knows about its layout and a unit's text does not tell. Numbers are the document's; the caller
 * maps them to the file's own.
 */
export interface PrintFacts {
  readonly page: PageSize;
  /** The main text in the order it is printed; absent where that is `body`. */
  readonly flow?: readonly FlowPart[];
  /** Containers whose text runs at the top and the bottom of the pages. */
  readonly running: { readonly header?: string; readonly footer?: string };
  /** Where the pages are numbered, be there text or not. */
  readonly numbered?: 'header' | 'footer';
  table(container: string): TableGrid | undefined;
  image(id: PlaceholderId): Picture | undefined;
  /** Containers that hang on a placeholder: a note's, a text box's, an image's alternative text. */
  attached(id: PlaceholderId): readonly string[];
  /** What a field counts, where a page's header or footer can count it itself. */
  counter(id: PlaceholderId): 'page' | 'pages' | undefined;
  look(format: FormatId): LookFacts | undefined;
  paragraph(anchor: string): ParagraphFacts | undefined;
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
