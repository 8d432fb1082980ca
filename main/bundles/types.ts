import type { DocumentKind } from '#shared/model/document-kind.ts';
import type { Audience, Mode, Reason, Status, UnitKind } from '#shared/model/unit.ts';

/** Who the bundle is for. `participants` gets nothing personal and nothing meant for the facilitator (trust.md). */
export const BUNDLE_PROFILES = ['facilitator', 'participants'] as const;
export type BundleProfile = (typeof BUNDLE_PROFILES)[number];

/** Languages the bundle's own sentences exist in; every other content language falls back to Spanish. */
export type BundleLanguage = 'es' | 'en';

/** The workshop as the organiser typed it. */
export interface Workshop {
  readonly title: string;
  /** ISO 8601 calendar date, `2026-03-07`. */
  readonly date: string;
  readonly place?: string;
}

/** Where a document comes from and with whose leave; goes into the notice and `bag-info.txt`. */
export interface BundleToolkit {
  readonly name: string;
  readonly publisher?: string;
  /** The permission record as people wrote it (who gave leave, when, what for). */
  readonly permission?: string;
}

export type ModeCounts = Readonly<Record<Mode, number>>;
export type StatusCounts = Readonly<Record<Status, number>>;

/**
 * One unit that is not faithful, as it appears in the report. Texts are plain (placeholders as their labels), whole; the
 * report shortens them itself.
 */
export interface AdaptationEntry {
  readonly unit: string;
  readonly kind: UnitKind;
  readonly mode: Exclude<Mode, 'faithful'>;
  readonly audience: Audience;
  /** The original's text; empty for an added unit. */
  readonly source: string;
  /** The translation as it was received; empty where there was none. */
  readonly received: string;
  /** The text as it goes out; empty for an omitted unit. */
  readonly target: string;
  /** Absent when nobody has said why yet: the report says so. */
  readonly reason?: Reason;
  readonly note?: string;
  readonly reference?: string;
  readonly author?: string;
  /** ISO 8601, UTC. */
  readonly at?: string;
}

/** What the plan needs to know of a document: no bytes. */
export interface BundleDocumentInfo {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Module number as a path, `2.1`; absent for a document outside modules. */
  readonly moduleNumber?: string;
  readonly moduleTitle?: string;
  /** BCP 47 of the adapted text. */
  readonly language: string;
  readonly toolkit: BundleToolkit;
  /** Units by mode and by status, all audiences. */
  readonly modes: ModeCounts;
  readonly statuses: StatusCounts;
  /** Units of the audience `facilitator`. */
  readonly facilitatorUnits: number;
  readonly openFindings: number;
  /** What the document's own file ends with, without the dot. */
  readonly extension: string;
  /** It can be read beside others, but not written. */
  readonly referenceOnly: boolean;
  /** Size of the skeleton file: what the exported one will weigh, roughly. */
  readonly skeletonBytes: number;
  /** Words of the adapted text, for the estimate of the PDF's size. */
  readonly words: number;
}

/**
 * A document with the means to make its files. The caller honours the profile: for `participants` the bytes hold only
 * units for everyone, stripped (WriteRequest.strip). Both are called at most once, one after the other.
 */
export interface BundleDocument extends BundleDocumentInfo {
  /** Units that are not faithful, in reading order. For `participants` only modes and reasons are used, and only of units for everyone. */
  readonly adaptations: readonly AdaptationEntry[];
  /** The document in the format it came in. */
  readonly file: (signal?: AbortSignal) => Promise<Uint8Array>;
  /** Absent where printing is not available (command line without a printing port): the bundle then says so. */
  readonly pdf?: (signal?: AbortSignal) => Promise<Uint8Array>;
}

export interface BundleRequest<D extends BundleDocumentInfo = BundleDocument> {
  readonly profile: BundleProfile;
  readonly workshop: Workshop;
  /** In the order wanted; modules are sorted by number, documents keep their order within a module. */
  readonly documents: readonly D[];
  /** BCP 47 of the bundle's own sentences. */
  readonly language: string;
  /** Now, ISO 8601 UTC: given, so that the same request gives the same bytes. */
  readonly at: string;
  /** Name and version of the writing program, for `bag-info.txt`. */
  readonly software: string;
}

/** Why a document or a file is not in the bundle. */
export type LeftOutCode = 'facilitatorGuide' | 'facilitatorOnly' | 'noPdf' | 'referenceOnly';

export type PlanWarningCode =
  | 'notApproved'
  | 'openFindings'
  | 'missingReasons'
  | 'duplicateTitle'
  | 'nameChanged'
  | 'noPermission';

export interface PlanWarning {
  readonly code: PlanWarningCode;
  readonly document?: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type PlannedRole = 'document' | 'pdf' | 'index' | 'report' | 'notice' | 'manifest';

export interface PlannedFile {
  /** Path inside the bundle, `/` between names, as it will be written. */
  readonly path: string;
  readonly role: PlannedRole;
  readonly document?: string;
  /** Bytes; a guess before the bundle is made. */
  readonly size: number;
}

export interface BundlePlan {
  /** Name of the folder inside the zip; `<name>.zip` is the suggestion for the file. */
  readonly name: string;
  readonly files: readonly PlannedFile[];
  /** Estimated size of the zip in bytes. */
  readonly size: number;
  readonly leftOut: readonly { readonly document: string; readonly code: LeftOutCode }[];
  readonly warnings: readonly PlanWarning[];
}

export interface BundleFile {
  /** Path from the root of the zip. */
  readonly path: string;
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface BundleResult {
  readonly out: string;
  readonly size: number;
  readonly sha256: string;
  readonly files: readonly BundleFile[];
  readonly leftOut: BundlePlan['leftOut'];
  readonly warnings: readonly PlanWarning[];
}

export type BundleStep = 'document' | 'pdf' | 'pack' | 'verify';

/** Called before each step; `done` of `total` steps are behind. */
export type BundleProgress = (progress: {
  readonly done: number;
  readonly total: number;
  readonly step: BundleStep;
  readonly document?: string;
}) => void;

export type BundleProblemCode =
  | 'notABundle'
  | 'badDeclaration'
  | 'badManifest'
  | 'changed'
  | 'missing'
  | 'extra'
  | 'manifestChanged'
  | 'sizeDiffers';

export interface BundleProblem {
  readonly code: BundleProblemCode;
  /** Path inside the bag; absent when it is the whole that is wrong. */
  readonly file?: string;
}

export interface VerifyResult {
  readonly ok: boolean;
  /** The workshop's title as the bundle tells it; null when it does not. */
  readonly title: string | null;
  readonly files: readonly BundleFile[];
  readonly problems: readonly BundleProblem[];
}
