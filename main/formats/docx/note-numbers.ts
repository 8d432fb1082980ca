import type { XmlElement } from '../package/xml.ts';
import { formatNumber } from '../common/number-format.ts';

/** The number a note shows, by its place among the references; a note with a mark of its own has none. */
export class NoteNumbers {
  readonly #counts = { footnote: 0, endnote: 0 };
  readonly #formats: { readonly footnote: string; readonly endnote: string };

  /** Number formats of the document's settings (17.11.17); Word's defaults are 1, 2, 3 and i, ii, iii. */
  constructor(settings: XmlElement | undefined) {
    this.#formats = {
      footnote: settings?.child('w:footnotePr')?.value('w:numFmt') ?? 'decimal',
      endnote: settings?.child('w:endnotePr')?.value('w:numFmt') ?? 'lowerRoman',
    };
  }

  next(reference: XmlElement): string {
    const custom = reference.attributes['w:customMarkFollows'];
    if (custom !== undefined && custom !== '0' && custom !== 'false') return '';
    const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    this.#counts[kind] += 1;
    return formatNumber(this.#counts[kind], this.#formats[kind]);
  }
}
