/** Languages of a sample document: the original's and the received translation's. */
export type Side = 'source' | 'received';

/** What a paragraph is; the letter or sign is its prefix in `text/*.txt`. */
export type ParagraphKind =
  | 'title'
  | 'subtitle'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'paragraph'
  | 'bullet'
  | 'subBullet'
  | 'number'
  | 'numberFirst'
  | 'facilitatorNote'
  | 'answer'
  | 'caption'
  | 'quote'
  | 'disclaimer'
  | 'textBox'
  | 'image'
  | 'header'
  | 'footer';

export interface SampleParagraph {
  /** Unique in the document, both sides together: what links name. */
  readonly id: number;
  readonly kind: ParagraphKind;
  /** Text with the inline marks of `inline.ts`; for an image `name | alternative text`. */
  readonly text: string;
}

export interface SampleCell {
  readonly paragraphs: readonly SampleParagraph[];
  /** Continues the cell to the left, or the one above. */
  readonly merged: 'left' | 'above' | null;
}

export interface SampleTable {
  /** Column widths in per cent. */
  readonly widths: readonly number[];
  readonly header: boolean;
  readonly rows: readonly (readonly SampleCell[])[];
}

export type SampleItem =
  | { readonly type: 'paragraphs'; readonly paragraphs: readonly SampleParagraph[] }
  | { readonly type: 'table'; readonly table: SampleTable };

/** Which paragraphs say the same; an empty side: dropped or added. */
export interface SampleLink {
  readonly source: readonly number[];
  readonly received: readonly number[];
  /** The received paragraphs stand at another place than their source. */
  readonly moved: boolean;
}

export interface SampleDocument {
  readonly source: readonly SampleItem[];
  readonly received: readonly SampleItem[];
  readonly links: readonly SampleLink[];
}
