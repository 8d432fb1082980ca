import type { BlockComment } from '#shared/model/comment.ts';
import type { Content, FormatId, PlaceholderId, PlaceholderKind } from '#shared/model/content.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import type { ImportReport } from '#shared/model/report.ts';
import type { DrawingBlock, DrawingText } from '../drawingml/model.ts';
import type { OfficePackage, Relationship, XmlPart } from '../package/package.ts';
import type { XmlElement } from '../package/xml.ts';
import type { FieldMark } from './fields.ts';
import type { Looks, RunLook } from './look.ts';
import type { Styles } from './styles.ts';

/** One thing inside a paragraph, in document order, with the element that holds it. */
export interface Item {
  readonly kind: ItemKind;
  /** A child of `run`, or an inline element of its own when `run` is null. */
  readonly element: XmlElement;
  readonly run: XmlElement | null;
  /** The text of `text` and `hidden`, the label of what is whole. */
  readonly text: string;
  readonly look: RunLook | undefined;
  readonly mark?: FieldMark | undefined;
  /** Target of a `linkOpen`. */
  readonly link?: string | undefined;
}

export type ItemKind =
  | 'text'
  | 'hidden'
  | 'fieldMark'
  | 'instruction'
  | 'zero'
  | 'comment'
  | 'linkOpen'
  | 'linkClose'
  | 'wrapOpen'
  | 'wrapClose'
  | 'tab'
  | 'break'
  | 'noteRef'
  | 'symbol'
  | 'drawing'
  | 'equation'
  | 'object'
  | 'field';

/** What the writer needs to put a placeholder back: the items it stands for; pairs have those of both ends. */
export interface DocxPlaceholder {
  readonly id: PlaceholderId;
  readonly kind: PlaceholderKind;
  readonly label: string;
  readonly part: string;
  readonly items: readonly Item[];
  readonly closeItems: readonly Item[];
  /** An element that must stay well-formed around what it encloses, not a run of marks. */
  readonly wrapper: boolean;
  /** Half of something whose other half lies elsewhere: dropping it would break that one. */
  readonly unpaired: boolean;
}

/** A link as the file writes it, to be reused with all its attributes. */
export interface LinkTemplate {
  readonly link: string;
  readonly open: readonly Item[];
  readonly close: readonly Item[];
}

/** Items that are one thing: the mark and instruction of half a field, or places without width. */
export interface EdgeItems {
  readonly items: readonly Item[];
  /** Half of a field whose other half is in another block. */
  readonly halfField: boolean;
}

/** A part of a block's content (positions as in contentLength) that is a tracked insertion. */
export interface TrackedRange {
  readonly from: number;
  readonly to: number;
  readonly element: XmlElement;
}

export interface DocxBlock {
  readonly anchor: string;
  readonly story: string;
  readonly container: string;
  readonly kind: UnitKind;
  readonly level: number | undefined;
  readonly label: string | undefined;
  readonly content: Content;
  readonly part: string;
  /** More than one when paragraph marks between them are deleted; empty for alternative text. */
  readonly paragraphs: readonly XmlElement[];
  /** What is replaced when the content changes: whole children of one parent. */
  readonly span: { readonly start: number; readonly end: number };
  /** Invisible items inside the span, before and after the content. */
  readonly lead: readonly Item[];
  readonly tail: readonly Item[];
  /** All that stands outside the content at the paragraph's edges, inside the span or not. */
  readonly edges: readonly EdgeItems[];
  /** The look of text without a format of its own, outside and inside links. */
  readonly base: RunLook;
  readonly linkLook: FormatId;
  /** The base look is said by an empty text outside the span. */
  readonly hinted: boolean;
  readonly links: readonly LinkTemplate[];
  readonly tracked: readonly TrackedRange[];
  /** Further attributes that say the same (alternative text in both branches). */
  readonly twins: readonly { readonly start: number; readonly end: number }[];
}

/** Where the blocks of a container stand, and where new ones go when it has none. */
export interface ContainerPlace {
  readonly part: string;
  readonly element: XmlElement;
}

/** A text box written twice: what changes in the first is copied to the second. */
export interface TwinBox {
  readonly part: string;
  readonly primary: XmlElement;
  readonly twin: XmlElement;
}

export interface DocxPart extends XmlPart {
  /** The prefix of WordprocessingML elements and attributes in this part, with its colon. */
  readonly prefix: string;
  readonly attributePrefix: string;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly fields: ReadonlyMap<XmlElement, FieldMark>;
}

/** Everything known of one DOCX: what {@link ReadFile} tells, and what the writer needs to splice. */
export interface DocxModel {
  readonly package: OfficePackage;
  readonly main: string;
  readonly parts: ReadonlyMap<string, DocxPart>;
  readonly blocks: readonly DocxBlock[];
  readonly byAnchor: ReadonlyMap<string, DocxBlock>;
  /** Placeholder n is at index n − 1. */
  readonly placeholders: readonly DocxPlaceholder[];
  readonly containers: ReadonlyMap<string, ContainerPlace>;
  readonly twins: readonly TwinBox[];
  /** By the anchors of blocks. */
  readonly comments: ReadonlyMap<string, readonly BlockComment[]>;
  /** The words of charts and diagrams. */
  readonly drawn: DrawingText;
  /** All blocks as people read them, those of charts and diagrams where the text shows them. */
  readonly reading: readonly (DocxBlock | DrawingBlock)[];
  readonly styles: Styles;
  readonly looks: Looks;
  readonly language: string | undefined;
  readonly report: ImportReport;
}
