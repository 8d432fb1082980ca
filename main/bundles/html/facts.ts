import type { FormatId, PlaceholderId } from '#shared/model/content.ts';
import type { PrintFacts, PrintImage, PrintLook, PrintPage, PrintParagraph, PrintTable } from './types.ts';

/** Layout facts as a format reads them from a file (see main/formats/docx/layout.ts), in the file's own numbers. */
export interface LayoutFacts {
  readonly page: PrintPage;
  readonly running: { readonly header?: string; readonly footer?: string };
  readonly numbered?: 'header' | 'footer';
  readonly tables: ReadonlyMap<string, PrintTable>;
  readonly pictures: ReadonlyMap<PlaceholderId, PrintImage>;
  readonly attached: ReadonlyMap<PlaceholderId, readonly string[]>;
  readonly counters: ReadonlyMap<PlaceholderId, 'page' | 'pages'>;
  readonly looks: ReadonlyMap<FormatId, PrintLook>;
  readonly paragraphs: ReadonlyMap<string, PrintParagraph>;
}

/**
 * Facts for printing a file's own blocks. Print what was exported: the blocks and the layout read from the bytes of the
 * exported file, so that list numbers, notes and images are those of the adapted document.
 */
export function factsOf(layout: LayoutFacts): PrintFacts {
  return {
    page: layout.page,
    running: layout.running,
    ...(layout.numbered === undefined ? {} : { numbered: layout.numbered }),
    table: (container) => layout.tables.get(container),
    image: (id) => layout.pictures.get(id),
    attached: (id) => layout.attached.get(id) ?? [],
    counter: (id) => layout.counters.get(id),
    look: (format) => layout.looks.get(format),
    paragraph: (anchor) => layout.paragraphs.get(anchor),
  };
}
