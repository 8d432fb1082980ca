import {
  AUDIENCES,
  MODES,
  REASONS,
  STATUSES,
  type Adaptation,
  type Audience,
  type Mode,
  type Reason,
  type Status,
} from '#shared/model/unit.ts';
import type { UnitState } from '../format.ts';
import type { XmlElement } from '../package/xml.ts';
import { child12 } from './names12.ts';

/** The authority Adapta's own values carry: sub-states, sub-types, the category of its metadata. */
export const AUTHORITY = 'adapta';
/** The namespace of Adapta's element in XLIFF 1.2, which has no metadata module. */
export const NAMESPACE = 'urn:adapta:xliff:1';

/** `state` of XLIFF 2.1 (4.3.1.34) for each status; what lies between them is the sub-state. */
export const STATE_OF: Readonly<Record<Status, string>> = {
  untranslated: 'initial',
  draft: 'initial',
  translated: 'translated',
  reviewed: 'reviewed',
  approved: 'final',
};

/** `state` of XLIFF 1.2 (3.2.3) for each status. */
export const STATE12_OF: Readonly<Record<Status, string>> = {
  untranslated: 'needs-translation',
  draft: 'needs-review-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  approved: 'final',
};

/** How far a unit of XLIFF 2.1 is: as far as its least finished segment. */
export function readState2(unit: XmlElement, isTranslated: boolean): UnitState {
  const statuses = unit.children
    .filter(({ name }) => name === 'xlf:segment')
    .map(({ attributes }) => statusOf2(attributes['state'], isTranslated));
  const least = statuses.reduce<Status>((a, b) => (STATUSES.indexOf(b) < STATUSES.indexOf(a) ? b : a), 'approved');
  return { status: isTranslated ? least : 'untranslated', ...ownData(metaOf(unit), subStateOf(unit)) };
}

function statusOf2(state: string | undefined, isTranslated: boolean): Status {
  if (state === 'translated' || state === 'reviewed') return state;
  if (state === 'final') return 'approved';
  return isTranslated ? 'draft' : 'untranslated';
}

/** The sub-state of Adapta's own authority: `adapta:adapted` says `adapted`. */
function subStateOf(unit: XmlElement): string | undefined {
  for (const { attributes } of unit.children) {
    const own = attributes['subState']?.startsWith(`${AUTHORITY}:`) === true;
    if (own) return attributes['subState']?.slice(AUTHORITY.length + 1);
  }
  return undefined;
}

/** Adapta's own group in a unit's metadata (5.4). */
export function ownGroup(unit: XmlElement): XmlElement | undefined {
  const groups = unit.child('mda:metadata')?.children ?? [];
  return groups.find(({ attributes }) => attributes['category'] === AUTHORITY);
}

function metaOf(unit: XmlElement): ReadonlyMap<string, string> {
  const metas = ownGroup(unit)?.children ?? [];
  return new Map(metas.map(({ attributes, text }) => [attributes['type'] ?? '', text]));
}

/** How far a unit of XLIFF 1.2 is. */
export function readState12(unit: XmlElement, isTranslated: boolean): UnitState {
  const own = ownElement12(unit);
  const meta = new Map(Object.entries(own?.attributes ?? {}));
  const state = child12(unit, 'target')?.attributes['state'];
  const isApproved = unit.attributes['approved'] === 'yes';
  return {
    status: isTranslated ? statusOf12(state, isApproved) : 'untranslated',
    ...ownData(meta, undefined),
  };
}

/** Adapta's own element in a unit of XLIFF 1.2. */
export function ownElement12(unit: XmlElement): XmlElement | undefined {
  return unit.child(`{${NAMESPACE}}unit`);
}

function statusOf12(state: string | undefined, isApproved: boolean): Status {
  if (isApproved || state === 'final') return 'approved';
  if (state === 'signed-off') return 'reviewed';
  return state === 'translated' ? 'translated' : 'draft';
}

/** What Adapta wrote beside the text; anything it did not write is left out. */
function ownData(meta: ReadonlyMap<string, string>, subState: string | undefined): Partial<UnitState> {
  const mode = known(MODES, meta.get('mode')) ?? known(MODES, subState);
  const audience = known(AUDIENCES, meta.get('audience'));
  const adaptation = adaptationOf(meta);
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(audience === undefined ? {} : { audience }),
    ...(adaptation === undefined ? {} : { adaptation }),
  };
}

function adaptationOf(meta: ReadonlyMap<string, string>): Adaptation | undefined {
  const reason = known(REASONS, meta.get('reason'));
  if (reason === undefined) return undefined;
  const note = meta.get('note');
  const reference = meta.get('reference');
  return {
    reason,
    ...(note === undefined ? {} : { note }),
    ...(reference === undefined ? {} : { reference }),
    author: meta.get('author') ?? '',
    at: meta.get('at') ?? '',
  };
}

function known<T extends string>(values: readonly T[], value: string | undefined): T | undefined {
  return values.find((each) => each === value);
}

/** What is kept of the work beside the text, as names and values; empty for a faithful unit for everyone. */
export function ownFields({
  mode,
  audience,
  adaptation,
}: {
  readonly mode: Mode;
  readonly audience: Audience;
  readonly adaptation: Adaptation | null;
}): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  if (mode !== 'faithful') fields.set('mode', mode);
  if (audience !== 'everyone') fields.set('audience', audience);
  if (adaptation === null) return fields;
  fields.set('reason', adaptation.reason satisfies Reason);
  if (adaptation.note !== undefined) fields.set('note', adaptation.note);
  if (adaptation.reference !== undefined) fields.set('reference', adaptation.reference);
  fields.set('author', adaptation.author);
  fields.set('at', adaptation.at);
  return fields;
}
