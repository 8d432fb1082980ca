import type { FileLayout } from '#main/formats/file-layout.ts';
import type { PrintFacts } from './types.ts';

/**
 * Facts for printing a file's own blocks. Print what was exported: the blocks and the layout read from the bytes of the
 * exported file, so that list numbers, notes and images are those of the adapted document.
 */
export function factsOf(layout: FileLayout): PrintFacts {
  return {
    page: layout.page,
    ...(layout.flow === undefined ? {} : { flow: layout.flow }),
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
