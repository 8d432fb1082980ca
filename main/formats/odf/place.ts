import type { UnitKind } from '#shared/model/unit.ts';
import type { Tally } from '../common/tally.ts';
import type { XmlElement } from '../package/xml.ts';
import type { Inline } from './inline.ts';
import type { Looks } from './looks.ts';
import type { OdfPart } from './model.ts';

/** Where paragraphs stand that are being read. */
export interface Place {
  readonly part: OdfPart;
  readonly story: string;
  /** What a paragraph of this story is when its structure says nothing else. */
  readonly kind: UnitKind;
  /** Boxes of a slide belong to the slide's story and are numbered in it. */
  readonly slide?: { readonly boxes: Map<XmlElement, string> };
}

/** What is known of an embedded document before its frame is read. */
export interface EmbeddedFacts {
  readonly kind: 'equation' | 'chart' | 'other';
  readonly label: string;
  /** A chart's titles. */
  readonly titles: readonly XmlElement[];
  readonly part: OdfPart | undefined;
}

export interface StorySources {
  readonly looks: Looks;
  readonly tally: Tally;
  embedded(object: XmlElement): EmbeddedFacts | undefined;
}

/** What holds text by itself. */
export const TEXT_BLOCKS: ReadonlySet<string> = new Set([
  'text:p',
  'text:h',
  'text:list',
  'text:numbered-paragraph',
  'table:table',
]);
export const LISTS: ReadonlySet<string> = new Set(['text:list-item', 'text:list-header']);
/** What stands among paragraphs and is none of the text. */
export const SKIPPED: ReadonlySet<string> = new Set([
  'text:tracked-changes',
  'text:change',
  'text:change-start',
  'text:change-end',
  'text:soft-page-break',
  'office:forms',
  'office:event-listeners',
  'delta:removed-content',
]);

/** A section that is not shown (ODF 1.3 part 3, 19.805). */
export function isHidden({ attributes }: XmlElement): boolean {
  const display = attributes['text:display'];
  return display === 'none' || (display === 'condition' && attributes['text:is-hidden'] === 'true');
}

export function isBox({ kind }: Place): boolean {
  return kind === 'textBox';
}

/** What the text of a slide's box is by its part in the layout (ODF 1.3 part 3, 19.389). */
export function kindOnSlide(shape: XmlElement, box: XmlElement, usual: UnitKind): UnitKind {
  if (usual !== 'paragraph') return usual;
  let element: XmlElement | null = box;
  for (; element !== null; element = element.parent) {
    const kind = element.attributes['presentation:class'];
    if (kind === 'title') return 'heading';
    if (kind === 'outline' || kind === 'subtitle') return 'paragraph';
    if (element === shape) break;
  }
  return 'textBox';
}

/** Counts in which languages text is by its own tags. */
export function countLanguages({ tokens }: Inline, tally: Tally): void {
  for (const { type, look, text } of tokens) {
    if (type === 'text' && look?.language !== undefined) tally.countLanguage(look.language, text.length);
  }
}
