import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AdaptaError } from '#shared/model/errors.ts';
import type { Mark } from '#shared/model/content.ts';
import type { Mode, UnitId } from '#shared/model/unit.ts';
import type { Scope as FindingScope } from '#renderer/features/findings/finding-list.ts';
import type { Heading } from './headings.ts';

/** Which rows are shown: all, what needs work, or one status, mode or flag. */
export type Filter = 'all' | 'work' | 'findings' | 'stale' | 'facilitator' | `status:${string}` | `mode:${string}`;

/** What the parts around the text show. The document itself is in the session, the text in the surface. */
export interface WorkbenchState {
  readonly phase: 'opening' | 'open' | 'failed';
  readonly error: AdaptaError | null;
  readonly readOnly: boolean;
  /** Units so far; grows while pages arrive. */
  readonly total: number;
  /** All units are drawn. */
  readonly complete: boolean;
  readonly active: UnitId | null;
  /** Raised when the active unit's record changed. */
  readonly activeVersion: number;
  /** Raised, at most a few times a second, when structure, status, mode or headings changed. */
  readonly version: number;
  readonly headings: readonly Heading[];
  readonly filter: Filter;
  /** Units the filter lets be seen; null: all. */
  readonly shown: number | null;
  /** The received translation is shown under the active row. */
  readonly received: boolean;
  readonly marks: ReadonlySet<Mark>;
  /** The link at the caret. */
  readonly link: string | null;
  readonly reason: { readonly unit: UnitId; readonly mode: Mode } | null;
  readonly menu: { readonly x: number; readonly y: number } | null;
  readonly linkField: boolean;
  readonly find: FindState | null;
  readonly panel: PanelName;
  /** What is searched for in the memory; empty: nothing. */
  readonly concordance: string;
  /** A term being proposed, with what is known of it so far. */
  readonly proposal: Proposal | null;
  /** Which of the active unit's findings one is giving a reason to leave as it is. */
  readonly ignoring: number | null;
  /** Which findings of the document are listed and stepped through. */
  readonly findingScope: FindingScope;
  /** What of the panel wants the focus; whoever takes it clears the wish. */
  readonly focusWish: FocusWish | null;
  /** Raised when the panel must be in sight. */
  readonly panelAsked: number;
}

/** In the order of the tabs. */
export const PANELS = ['matches', 'terms', 'findings', 'comparison', 'comments', 'history'] as const;
export type PanelName = (typeof PANELS)[number];

export type FocusWish = 'tab' | 'concordance' | 'proposal';

/** A term as it was selected in the original and in the adapted text; either may be empty. */
export interface Proposal {
  readonly source: string;
  readonly target: string;
}

export interface FindState {
  readonly query: string;
  readonly count: number;
  /** Zero-based; -1: none chosen yet. */
  readonly index: number;
}

export type WorkbenchStore = StoreApi<WorkbenchState>;

export function createWorkbenchStore(): WorkbenchStore {
  return createStore<WorkbenchState>(() => ({
    phase: 'opening',
    error: null,
    readOnly: false,
    total: 0,
    complete: false,
    active: null,
    activeVersion: 0,
    version: 0,
    headings: [],
    filter: 'all',
    shown: null,
    received: false,
    marks: new Set(),
    link: null,
    reason: null,
    menu: null,
    linkField: false,
    find: null,
    panel: 'matches',
    concordance: '',
    proposal: null,
    ignoring: null,
    findingScope: 'open',
    focusWish: null,
    panelAsked: 0,
  }));
}
