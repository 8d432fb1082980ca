import type { BlockComment } from '#shared/model/comment.ts';
import type { Content } from '#shared/model/content.ts';
import type { SegmentationRules } from '#shared/text/segmentation/rules.ts';
import type { Adaptation, Audience, DocumentId, Mode, Status, UnitId, UnitKind } from '#shared/model/unit.ts';

/** A unit as it goes out to somebody who works on it with another program. */
export interface ExchangeUnit {
  readonly id: UnitId;
  readonly kind: UnitKind;
  readonly level?: number;
  /** Empty for an added unit. */
  readonly source: Content;
  /** As it was received; null where no translation came. */
  readonly received: Content | null;
  readonly target: Content;
  readonly mode: Mode;
  readonly status: Status;
  readonly audience: Audience;
  readonly adaptation: Adaptation | null;
  readonly comments: readonly BlockComment[];
  /** Names the text that went out. It comes back with the file, so that what was changed here meanwhile is found out. */
  readonly version: string;
}

export interface ExchangeDocument {
  readonly id: DocumentId;
  readonly title: string;
  /** BCP 47. */
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** By which texts are cut into sentences; Adapta's own when absent. */
  readonly rules?: SegmentationRules;
  /** In reading order. */
  readonly units: readonly ExchangeUnit[];
}

/** What came back of a unit. What is absent was not told by the file and stays as it is. */
export interface ReturnedUnit {
  readonly id: UnitId;
  /** Of the text that went out, when the file still says it. */
  readonly version?: string;
  readonly target?: Content;
  readonly status?: Status;
  /** Written there, by people who have no Adapta. */
  readonly comments: readonly BlockComment[];
}

export interface ExchangeReturn {
  readonly document: DocumentId;
  /** In the file's order; a unit that is not named did not come back. */
  readonly units: readonly ReturnedUnit[];
}

/** A file in which a document goes out to others and comes back: made anew, whatever format the document came in. */
export interface ExchangeFormat {
  readonly id: 'xliff21' | 'xliff12' | 'review';
  /** Without the dot. */
  readonly extension: string;
  write(document: ExchangeDocument): Promise<Uint8Array>;
  /** Throws notReturned for a file that did not go out from Adapta, and what reading a stranger's file throws. */
  read(bytes: Uint8Array, signal?: AbortSignal): Promise<ExchangeReturn>;
}
