import type { Content, PlaceholderId, PlaceholderKind } from '#shared/model/content.ts';
import type { ImportReport } from '#shared/model/report.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import type { BlockComment } from '#shared/model/comment.ts';
import type { XmlPart } from '../package/package.ts';
import type { XmlElement } from '../package/xml.ts';
import type { Look } from './look.ts';
import type { Looks } from './looks.ts';
import type { OdfSource } from './open.ts';
import type { StyleScope } from './styles.ts';

/** A part whose paragraphs are units, with the styles its names refer to. */
export interface OdfPart extends XmlPart {
  readonly scope: StyleScope;
}

/** One end of a pair that stays around what it encloses: what stands before its content, or after it. */
export interface PairElement {
  readonly element: XmlElement;
  /** The element whose content is enclosed: `element` itself, or the base of ruby text. */
  readonly inner: XmlElement;
}

/** What the writer needs to put a placeholder back. */
export interface OdfPlaceholder {
  readonly id: PlaceholderId;
  readonly kind: PlaceholderKind;
  readonly label: string;
  readonly part: string;
  /** Neighbours without width are one placeholder of several elements. */
  readonly elements: readonly XmlElement[];
  readonly pair: PairElement | undefined;
  /** Styles of the spans it stands in, outermost first. */
  readonly chain: readonly string[];
}

/** A link as the file writes it: reused with all its attributes. */
export interface LinkTemplate {
  readonly link: string;
  readonly element: XmlElement;
}

export interface OdfBlock {
  readonly anchor: string;
  readonly story: string;
  readonly container: string;
  readonly kind: UnitKind;
  readonly level: number | undefined;
  readonly label: string | undefined;
  readonly content: Content;
  readonly comments: readonly BlockComment[];
  readonly part: string;
  /** The paragraph; or an element, or a pair of them, that holds nothing but text (`svg:desc`). */
  readonly element: XmlElement;
  /** It holds nothing but text. */
  readonly plain: boolean;
  /** Says the same and is written with it. */
  readonly twin: XmlElement | undefined;
  /** The paragraph, or the `text:numbered-paragraph` around it: what is taken out and cloned. */
  readonly outer: XmlElement;
  /** Elements without width before and after the content. */
  readonly lead: readonly XmlElement[];
  readonly tail: readonly XmlElement[];
  /** Marks of tracked changes, which go with a rewritten text unless their other half lies elsewhere. */
  readonly changes: readonly XmlElement[];
  readonly base: Look;
  readonly links: readonly LinkTemplate[];
}

/** Where the blocks of a container stand, and where new ones go when it has none. */
export interface ContainerPlace {
  readonly part: string;
  readonly element: XmlElement;
}

/** Everything known of one document: what {@link ReadFile} tells, and what the writer needs to splice. */
export interface OdfModel {
  readonly source: OdfSource;
  readonly parts: ReadonlyMap<string, OdfPart>;
  readonly blocks: readonly OdfBlock[];
  readonly byAnchor: ReadonlyMap<string, OdfBlock>;
  /** Placeholder n is at index n − 1. */
  readonly placeholders: readonly OdfPlaceholder[];
  readonly containers: ReadonlyMap<string, ContainerPlace>;
  /** Containers by the placeholder they hang on. */
  readonly attached: ReadonlyMap<PlaceholderId, readonly string[]>;
  readonly slides: readonly SlidePlace[];
  readonly looks: Looks;
  readonly language: string | undefined;
  readonly report: ImportReport;
}

/** A slide with the containers of its boxes, by the shape that holds each. */
export interface SlidePlace {
  readonly page: XmlElement;
  readonly story: string;
  readonly hidden: boolean;
  readonly boxes: ReadonlyMap<XmlElement, string>;
}
