import type { RootContent } from 'mdast';
import type { Content, PlaceholderKind } from '#shared/model/content.ts';
import type { ImportReport } from '#shared/model/report.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import type { TextFile } from '../common/text-file.ts';
import type { Range } from './parse.ts';

export interface MarkdownPlaceholder {
  readonly kind: PlaceholderKind;
  readonly label: string;
  /** What is written for it; of a pair, before its text. */
  readonly open: string;
  /** Where it stands, when something inside it can change. */
  readonly source?: Range;
  /** Of a pair, what is written behind its text. */
  readonly close?: string;
}

/** How the source of a block is written around its text. */
export type Form = 'paragraph' | 'heading' | 'setext' | 'cell' | 'alt';

/** The list item a block stands in. */
export interface Item {
  readonly node: RootContent;
  readonly list: RootContent;
  /** What stands before the marker on its line. */
  readonly indent: string;
  readonly marker: string;
}

export interface MarkdownBlock {
  readonly anchor: string;
  readonly story: string;
  readonly container: string;
  readonly kind: UnitKind;
  readonly level?: number;
  readonly label?: string;
  readonly content: Content;
  readonly form: Form;
  /** What is replaced when the content changes. */
  readonly span: Range;
  /** The paragraph or heading; of a cell or alternative text, the same as the span. */
  readonly node: RootContent | undefined;
  /** What every further line of it begins with. */
  readonly prefix: string;
  /** Items around it, the outermost first. */
  readonly items: readonly Item[];
}

/** How a link is written around its text. */
export interface LinkForm {
  readonly open: string;
  readonly close: string;
}

export interface MarkdownModel {
  readonly file: TextFile;
  /** The text without a byte order mark: what places count in. */
  readonly text: string;
  readonly lineEnd: string;
  readonly root: { readonly children: readonly RootContent[] };
  readonly blocks: readonly MarkdownBlock[];
  readonly byAnchor: ReadonlyMap<string, MarkdownBlock>;
  /** Placeholder n is at index n − 1. */
  readonly placeholders: readonly MarkdownPlaceholder[];
  readonly links: ReadonlyMap<string, LinkForm>;
  /** Links that are their own address, as written, by address and text. */
  readonly autolinks: ReadonlyMap<string, string>;
  /** Definitions links and notes refer to, by the label people write. */
  readonly definitions: readonly { readonly label: string; readonly source: string }[];
  /** What a participants' file must not have. */
  readonly personal: readonly Range[];
  readonly report: ImportReport;
}
