import type { Content, FormatId, Mark, PlaceholderId, PlaceholderKind } from '#shared/model/content.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import type { Relationship, XmlPart } from '../package/package.ts';
import type { XmlElement } from '../package/xml.ts';
import type { RunLook } from './look.ts';

/** A part that holds DrawingML text, with its relationships. */
export interface DrawingPart extends XmlPart {
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** A stretch of a part's text that is replaced when a block's content changes. */
export interface Place {
  readonly part: string;
  readonly start: number;
  readonly end: number;
}

/** A paragraph (`a:p`): the place is what stands between its properties and its end mark's. */
export interface ParagraphPlace extends Place {
  readonly element: XmlElement;
  /** The look of text without a format of its own. */
  readonly base: RunLook;
  /** BCP 47, of its first run that says one. */
  readonly language: string | undefined;
  /** In a paragraph that repeats another's text: the look it gives what has a format there. */
  readonly formats?: ReadonlyMap<FormatId, FormatId>;
}

interface BlockFacts {
  readonly anchor: string;
  readonly story: string;
  readonly container: string;
  readonly kind: UnitKind;
  readonly level: number | undefined;
  readonly label: string | undefined;
  readonly content: Content;
}

/** A paragraph as a block; the same text may stand in further paragraphs (a fallback, the drawing of a diagram). */
export interface ParagraphBlock extends BlockFacts {
  readonly form: 'paragraph';
  readonly places: readonly ParagraphPlace[];
}

/** Text without runs: the content of an element or the value of an attribute, in every place that says it. */
export interface ValueBlock extends BlockFacts {
  readonly form: 'value';
  readonly places: readonly Place[];
}

export type DrawingBlock = ParagraphBlock | ValueBlock;

/** A text body: what a container's paragraphs stand in. */
export interface BodyPlace {
  readonly part: string;
  readonly element: XmlElement;
}

/** What the writer needs to put a placeholder back. */
export interface DrawingPlaceholder {
  readonly id: PlaceholderId;
  readonly kind: PlaceholderKind;
  readonly label: string;
  readonly part: string;
  /** A child of the paragraph; of a tab, the run it stands in. */
  readonly element: XmlElement;
  readonly look: RunLook | undefined;
  readonly marks: readonly Mark[];
}

/** All DrawingML text of a file, as the reader found it and the writer needs it. */
export interface DrawingText {
  readonly parts: ReadonlyMap<string, DrawingPart>;
  readonly blocks: readonly DrawingBlock[];
  readonly byAnchor: ReadonlyMap<string, DrawingBlock>;
  readonly containers: ReadonlyMap<string, BodyPlace>;
  readonly placeholders: ReadonlyMap<PlaceholderId, DrawingPlaceholder>;
  readonly looks: ReadonlyMap<FormatId, RunLook>;
  /** Links as the file writes them (`a:hlinkClick`), by part and target. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, string>>;
}
