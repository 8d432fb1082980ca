import type { Content, FormatId, Mark, PlaceholderId, PlaceholderKind } from '#shared/model/content.ts';
import type { ImportReport } from '#shared/model/report.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import type { TextFile } from '../common/text-file.ts';
import type { Element, Range } from './tree.ts';

export interface HtmlPlaceholder {
  readonly kind: PlaceholderKind;
  readonly label: string;
  /** What is written back: the whole, or the start tag of a pair. */
  readonly source: Range;
  /** Written instead of `source`: line ends and tabs of verbatim text. */
  readonly literal?: string;
  /** Of pairs: the name their end tag has. */
  readonly pair?: string;
}

/** The start tag a mark has where it is not the usual one. */
export type MarkTags = ReadonlyMap<Mark, string>;

export interface HtmlBlock {
  readonly anchor: string;
  readonly story: string;
  readonly container: string;
  readonly kind: UnitKind;
  readonly level?: number;
  readonly label?: string;
  readonly content: Content;
  /** What is replaced when the content changes. */
  readonly span: Range;
  /** What goes when the block goes or moves: its element, or the span of text that has none of its own. */
  readonly outer: Range;
  /** The element that holds this block and nothing else. */
  readonly owner: Element | undefined;
  /** The element directly around `outer`. */
  readonly parent: Element;
  /** `owner` alone makes the block the kind it is: a copy elsewhere is of the same kind. */
  readonly standsAlone: boolean;
  /** Text of an attribute, between quotes of that kind; none where the file has none. */
  readonly quote?: '"' | "'" | '';
  /** Blanks and line ends are text. */
  readonly verbatim: boolean;
  /** Cannot be written: what the parser makes of it has no place of its own in the source. */
  readonly unsound: boolean;
  /** Without it two texts would become one. */
  readonly separates: boolean;
}

export interface HtmlModel {
  readonly file: TextFile;
  readonly blocks: readonly HtmlBlock[];
  readonly byAnchor: ReadonlyMap<string, HtmlBlock>;
  /** Placeholder n is at index n − 1. */
  readonly placeholders: readonly HtmlPlaceholder[];
  readonly formats: ReadonlyMap<FormatId, MarkTags>;
  /** Start tags of links by address, the first of each. */
  readonly links: ReadonlyMap<string, Range>;
  /** Tables by the container of their cells without row and column. */
  readonly tables: ReadonlyMap<string, Element>;
  /** Blocks that share an element the page did not close: changing one rewrites all. */
  readonly coupled: ReadonlyMap<HtmlBlock, readonly HtmlBlock[]>;
  /** What a participants' file must not have. */
  readonly personal: readonly Range[];
  readonly language: string | undefined;
  readonly report: ImportReport;
}

export type { PlaceholderId };
