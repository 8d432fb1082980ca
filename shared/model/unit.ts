import type { Content } from './content.ts';

export type UnitId = string;
export type BlockId = string;
export type DocumentId = string;

/**
 * What a unit is, by its structure first (heading, list item, caption) and by where it stands otherwise. `label`: a word or
 * two inside a chart or diagram.
 */
export const UNIT_KINDS = [
  'heading',
  'paragraph',
  'listItem',
  'tableCell',
  'caption',
  'footnote',
  'endnote',
  'textBox',
  'header',
  'footer',
  'altText',
  'speakerNote',
  'label',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const MODES = ['faithful', 'adapted', 'added', 'omitted'] as const;
export type Mode = (typeof MODES)[number];

export const STATUSES = ['untranslated', 'draft', 'translated', 'reviewed', 'approved'] as const;
export type Status = (typeof STATUSES)[number];

export const AUDIENCES = ['everyone', 'facilitator'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Why a unit is not faithful. `received`: the translation came with text the original does not have. */
export const REASONS = [
  'law',
  'institution',
  'currency-or-figure',
  'example-or-case',
  'audience',
  'gender-and-inclusion',
  'language-variety',
  'infrastructure',
  'legal-permission',
  'received',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

export interface Adaptation {
  readonly reason: Reason;
  readonly note?: string;
  readonly reference?: string;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * Where a unit stands. `container` names the story and, inside tables, the cell (`body`, `body/t2r1c3`,
 * `footnote:4`, `header:word/header1.xml`, `textBox:…`, `slide:…`); structural commands never cross one. `position` is a
 * fractional key: it sorts by code unit among its container's units.
 */
export interface Placement {
  readonly container: string;
  readonly position: string;
}

/** A unit as it is now: everything a revision restores. Immutable; a change makes a new record. */
export interface UnitRecord {
  readonly id: UnitId;
  readonly document: DocumentId;
  readonly kind: UnitKind;
  /** Outline level of a heading (1–9) or nesting of a list item (1–9). */
  readonly level?: number;
  readonly placement: Placement;
  readonly source: readonly BlockId[];
  readonly received: readonly BlockId[];
  readonly content: Content;
  readonly mode: Mode;
  readonly status: Status;
  readonly audience: Audience;
  readonly adaptation: Adaptation | null;
  /** A linked block has been superseded since. */
  readonly stale: boolean;
}

/** Statuses that count as done for progress (domain.md: words of units at `translated` or above; `omitted` when signed). */
export function isDone(unit: Pick<UnitRecord, 'mode' | 'status' | 'adaptation'>): boolean {
  if (unit.mode === 'omitted') return unit.adaptation !== null;
  return unit.status === 'translated' || unit.status === 'reviewed' || unit.status === 'approved';
}

/** The next thing a person has to look at: not done, or stale. */
export function needsWork(unit: UnitRecord): boolean {
  return unit.stale || !isDone(unit);
}
