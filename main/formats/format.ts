import type { BlockComment } from '#shared/model/comment.ts';
import type { Content, FormatId, PlaceholderId } from '#shared/model/content.ts';
import type { Adaptation, Audience, Mode, Status, UnitId, UnitKind } from '#shared/model/unit.ts';
import type { ImportReport } from '#shared/model/report.ts';
import type { FileLayout } from './file-layout.ts';
import type { SlideFacts } from '#shared/model/slides.ts';

/** One block as a reader finds it. Placeholder numbers are the file's own, 1… in reading order. */
export interface ReadBlock {
  /** Names the block's place in the file's bytes; opaque to everyone but the format. Stable across readings of the same bytes. */
  readonly anchor: string;
  /** The part of the document it belongs to: `body`, `header:…`, `footer:…`, `footnote:…`, `endnote:…`, `textBox:…`, `altText`. */
  readonly story: string;
  /** Story plus cell path, see Placement.container. */
  readonly container: string;
  readonly kind: UnitKind;
  readonly level?: number;
  /** List number or bullet as a reader of the page sees it (`IV.`, `•`), for display and PDF. */
  readonly label?: string;
  readonly content: Content;
  /** In the file's order; absent when nobody commented. */
  readonly comments?: readonly BlockComment[];
}

/**
 * The second language of a file that holds both (XLIFF). Its blocks have anchors and containers of their own, in the same
 * file and with placeholder numbers of the same series.
 */
export interface ReadTranslation {
  readonly language?: string;
  readonly blocks: readonly ReadBlock[];
  /** Which blocks belong together: indices into `ReadFile.blocks` and `blocks`. What no link names stands alone. */
  readonly links: readonly { readonly source: readonly number[]; readonly received: readonly number[] }[];
  /** What the file says of the work on each of `blocks`, by index: the unit begins there. */
  readonly states: readonly UnitState[];
}

/** How far a unit is by its file; what is absent follows the life of a status (domain.md). */
export interface UnitState {
  readonly status?: Status;
  readonly mode?: Mode;
  readonly audience?: Audience;
  readonly adaptation?: Adaptation;
}

/** All a format tells about a file. Blocks come in reading order: a text box or note after the block that anchors it. */
export interface ReadFile {
  readonly format: string;
  readonly blocks: readonly ReadBlock[];
  /** BCP 47, from the file's own language tags; the commonest. */
  readonly language?: string;
  readonly report: ImportReport;
  /** Only for files of two languages. */
  readonly translation?: ReadTranslation;
}

/** What a format that keeps the state of the work in its files (XLIFF) writes beside the text. */
export interface UnitFacts {
  readonly id: UnitId;
  readonly mode: Mode;
  readonly status: Status;
  readonly audience: Audience;
  readonly adaptation: Adaptation | null;
  /** Nobody has given it a text: `content` is the original's. */
  readonly untranslated: boolean;
}

/** One unit to be written into a skeleton. */
export interface WriteUnit {
  /** Skeleton blocks this unit stands for, in order; none for an added unit, or once they are used up by an earlier half of a split. */
  readonly anchors: readonly string[];
  readonly kind: UnitKind;
  readonly level?: number;
  /** Placeholder numbers as {@link WriteRequest.locate} knows them; a line feed separates blocks. */
  readonly content: Content;
  /** Where the unit comes from in the other file, so that its look (style, numbering) can be carried over. */
  readonly donor?: readonly string[];
  /** Absent where a file is written without the work on it (`rewrite`, `roundtrip`). */
  readonly facts?: UnitFacts;
}

/** The units of one container in the order wanted. */
export interface WriteContainer {
  readonly container: string;
  readonly units: readonly WriteUnit[];
}

/** Where a placeholder or format is defined: in the skeleton itself, or in the other file, from which it is carried over. */
export interface PlaceholderPlace {
  readonly file: 'skeleton' | 'donor';
  readonly id: PlaceholderId;
}

export interface WriteRequest {
  readonly skeleton: Uint8Array;
  /** The other file of the document, when there is one. */
  readonly donor?: Uint8Array;
  /** For containers of the donor, the skeleton's in which most of their linked texts stand: slides and shapes are paired so. */
  readonly counterparts?: Readonly<Record<string, string>>;
  readonly containers: readonly WriteContainer[];
  /**
   * Anchors to drop: omitted units. Skeleton blocks neither named by a unit nor here are left untouched. One that a unit
   * names as well, with its own content, goes all the same: it only marks the place of new text behind it.
   */
  readonly omit: readonly string[];
  /** Why units were left out, by anchor, for a format that keeps the state of the work in its files. */
  readonly omitted?: readonly { readonly anchor: string; readonly facts: UnitFacts }[];
  /** Maps a document's placeholder number to the file that holds it; `undefined`: unknown, reported as a finding. */
  locate(id: PlaceholderId): PlaceholderPlace | undefined;
  /** Participants' files: comments, tracked changes, author names and the rest of `trust.md`, "What leaves the house" are stripped. */
  readonly strip: boolean;
  /** BCP 47 of the written text, put on new runs. */
  readonly language?: string;
}

/** Something the writer could not do as asked; never a silent loss. */
export interface WriteFinding {
  readonly code:
    | 'placeholderLost'
    | 'formatLost'
    | 'linkLost'
    | 'styleMissing'
    | 'containerMissing'
    | 'omitKept'
    | 'embeddedLeftOut'
    | 'boxOverflow'
    /** A chart's words changed; the workbook behind it, a nested archive, keeps the old ones. */
    | 'chartWorkbookKept'
    /** The file was signed: who changes it is not who signed it. */
    | 'signatureDropped';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface WriteResult {
  readonly bytes: Uint8Array;
  readonly findings: readonly WriteFinding[];
}

/** A file format: reads into blocks, writes by splicing into a skeleton. */
export interface Format {
  readonly id: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Reads a file. Throws AdaptaError for anything it refuses. */
  read(bytes: Uint8Array, signal?: AbortSignal): Promise<ReadFile>;
  /** Writes the units into the skeleton. Throws AdaptaError: referenceOnly where the format can only be read (PDF). */
  write(request: WriteRequest): Promise<WriteResult>;
  /** What printing needs beyond the blocks; a format without it prints on plain A4 pages. */
  layout?(bytes: Uint8Array, signal?: AbortSignal): Promise<FileLayout>;
  /** Of presentations: the slides with the places of their boxes. */
  slides?(bytes: Uint8Array, signal?: AbortSignal): Promise<readonly SlideFacts[]>;
}

export type { Content, FormatId, ImportReport };
