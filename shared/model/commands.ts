import { generateKeyBetween } from 'fractional-indexing';
import {
  contentEquals,
  contentLength,
  cutsCharacter,
  givenContent,
  isBlank,
  joinContents,
  splitContent,
  EMPTY,
  type Content,
} from './content.ts';
import { AdaptaError } from './errors.ts';
import { recordEquals } from './record-equals.ts';
import {
  STATUSES,
  type Adaptation,
  type Audience,
  type DocumentId,
  type BlockId,
  type Mode,
  type Reason,
  type Status,
  type UnitId,
  type UnitKind,
  type UnitRecord,
} from './unit.ts';

/** Why a unit leaves `faithful`, as a person gives it; author and time are added when the command is applied. */
export interface ReasonGiven {
  readonly reason: Reason;
  readonly note?: string;
  readonly reference?: string;
}

/**
 * One change a person makes to a document. Ids of new units come from whoever issues the command, so that the same command
 * gives the same result in the renderer (at once) and in the engine (durably).
 */
export type Command =
  | { readonly type: 'edit'; readonly unit: UnitId; readonly content: Content }
  | { readonly type: 'status'; readonly unit: UnitId; readonly status: Status }
  | { readonly type: 'mode'; readonly unit: UnitId; readonly mode: Mode; readonly why?: ReasonGiven }
  | { readonly type: 'audience'; readonly unit: UnitId; readonly audience: Audience }
  | {
      readonly type: 'insert';
      readonly unit: UnitId;
      /** The unit it follows; null: first of `container`. */
      readonly after: UnitId | null;
      readonly container?: string;
      readonly kind: UnitKind;
      readonly level?: number;
      readonly content: Content;
      readonly why?: ReasonGiven;
    }
  | { readonly type: 'remove'; readonly unit: UnitId }
  | {
      readonly type: 'split';
      readonly unit: UnitId;
      /** Content position. */ readonly at: number;
      readonly into: UnitId;
    }
  /** Joins `with`, which must be the next unit of the same container, onto `unit`. */
  | { readonly type: 'merge'; readonly unit: UnitId; readonly with: UnitId }
  /** Puts the unit behind `after` (null: first) of its own container. */
  | { readonly type: 'move'; readonly unit: UnitId; readonly after: UnitId | null }
  | {
      readonly type: 'link';
      readonly unit: UnitId;
      readonly source: readonly BlockId[];
      readonly received: readonly BlockId[];
    }
  /** Brings units back to earlier records (null: not there). The inverse of every command, and of restoring a revision. */
  | {
      readonly type: 'restore';
      readonly records: readonly { readonly unit: UnitId; readonly record: UnitRecord | null }[];
    };

/** What a command did to one unit; null: the unit was not, or is no more, there. */
export interface UnitChange {
  readonly unit: UnitId;
  readonly before: UnitRecord | null;
  readonly after: UnitRecord | null;
}

export interface Applied {
  readonly changes: readonly UnitChange[];
  readonly inverse: Command;
}

/** What a command needs to see of the document it is applied to. */
export interface UnitReader {
  readonly document: DocumentId;
  get(id: UnitId): UnitRecord | undefined;
  /** The unit behind `id` in the same container, by position; the container's first when `id` is null. */
  next(id: UnitId | null, container: string): UnitRecord | undefined;
}

export interface CommandContext {
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/**
 * Applies one command to what `reader` shows: pure, so engine and renderer agree. Changes nothing itself.
 * Throws AdaptaError unknownUnit, duplicateUnit, badPosition, crossesContainer, notNeighbours, cannotRemove,
 * reasonRequired (leaving faithful without a reason), noteRequired (reason `other` without a note), badRequest (`added`
 * for what has an original, `faithful` for what has none).
 */
export function applyCommand(reader: UnitReader, command: Command, context: CommandContext): Applied {
  const changes = changesOf(reader, command, context).filter((change) => change.before !== change.after);
  return {
    changes,
    inverse: { type: 'restore', records: changes.map(({ unit, before }) => ({ unit, record: before })) },
  };
}

function changesOf(reader: UnitReader, command: Command, context: CommandContext): UnitChange[] {
  switch (command.type) {
    case 'edit':
      return [update(need(reader, command.unit), (unit) => withContent(unit, command.content))];
    case 'status':
      return [update(need(reader, command.unit), (unit) => withStatus(unit, command.status))];
    case 'mode':
      return [update(need(reader, command.unit), (unit) => withMode(unit, command, context))];
    case 'audience':
      return [
        update(need(reader, command.unit), (unit) =>
          unit.audience === command.audience ? unit : { ...unit, audience: command.audience },
        ),
      ];
    case 'link':
      return [
        update(need(reader, command.unit), (unit) => ({ ...unit, source: command.source, received: command.received })),
      ];
    case 'insert':
      return [insert(reader, command, context)];
    case 'remove':
      return [remove(need(reader, command.unit))];
    case 'split':
      return split(reader, command);
    case 'merge':
      return merge(reader, command);
    case 'move':
      return [move(reader, command)];
    case 'restore':
      return command.records.map(({ unit, record }) => {
        const before = reader.get(unit) ?? null;
        // A batch sent again, and an undo of what came to the same, change nothing and write no history.
        return { unit, before, after: recordEquals(before, record) ? before : record };
      });
  }
}

function need(reader: UnitReader, id: UnitId): UnitRecord {
  const unit = reader.get(id);
  if (unit === undefined) throw new AdaptaError('unknownUnit', { unit: id });
  return unit;
}

function update(unit: UnitRecord, change: (unit: UnitRecord) => UnitRecord): UnitChange {
  return { unit: unit.id, before: unit, after: change(unit) };
}

/** New text takes an approval back (domain.md, "Life of a status"); it stays in the history. */
function withContent(unit: UnitRecord, given: Content): UnitRecord {
  const content = givenContent(given);
  if (contentEquals(content, unit.content)) return unit;
  return { ...unit, content, status: statusAfterEdit(unit.status, content) };
}

function statusAfterEdit(status: Status, content: Content): Status {
  if (isBlank(content)) return 'untranslated';
  return status === 'translated' ? 'translated' : 'draft';
}

function withStatus(unit: UnitRecord, status: Status): UnitRecord {
  const confirms = status !== 'untranslated' && status !== 'draft';
  if (unit.status === status && !(unit.stale && confirms)) return unit;
  return { ...unit, status, stale: confirms ? false : unit.stale };
}

/** `added` is what has no original, `faithful` what follows one (domain.md, "Words"): neither can be said of the other. */
function withMode(unit: UnitRecord, command: { mode: Mode; why?: ReasonGiven }, context: CommandContext): UnitRecord {
  const needsOriginal = { faithful: true, added: false, adapted: null, omitted: null }[command.mode];
  if (needsOriginal !== null && needsOriginal !== unit.source.length > 0) {
    throw new AdaptaError('badRequest', { at: 'mode', reason: command.mode, unit: unit.id });
  }
  if (command.mode === 'faithful') {
    return unit.mode === 'faithful' && unit.adaptation === null
      ? unit
      : { ...unit, mode: 'faithful', adaptation: null };
  }
  return { ...unit, mode: command.mode, adaptation: adaptation(command.why, context) };
}

function adaptation(why: ReasonGiven | undefined, context: CommandContext): Adaptation {
  if (why === undefined) throw new AdaptaError('reasonRequired');
  if (why.reason === 'other' && (why.note ?? '').trim() === '') throw new AdaptaError('noteRequired');
  return { ...why, author: context.author, at: context.now };
}

/** A position key between the unit `after` and the one that follows it. */
function positionAfter(reader: UnitReader, after: UnitRecord | null, container: string, skip?: UnitId): string {
  let next = reader.next(after?.id ?? null, container);
  const start = after?.placement.position ?? null;
  // Two units can share a key: one removed, another put in its place, the first restored. There is room behind both only.
  while (next !== undefined && (next.id === skip || next.placement.position <= (start ?? ''))) {
    next = reader.next(next.id, container);
  }
  return generateKeyBetween(start, next?.placement.position ?? null);
}

function insert(
  reader: UnitReader,
  command: Extract<Command, { type: 'insert' }>,
  context: CommandContext,
): UnitChange {
  if (reader.get(command.unit) !== undefined) throw new AdaptaError('duplicateUnit', { unit: command.unit });
  const after = command.after === null ? null : need(reader, command.after);
  const container = after?.placement.container ?? command.container ?? 'body';
  const content = givenContent(command.content);
  const unit: UnitRecord = {
    id: command.unit,
    document: reader.document,
    kind: command.kind,
    ...(command.level === undefined ? {} : { level: command.level }),
    placement: { container, position: positionAfter(reader, after, container) },
    source: [],
    received: [],
    content,
    mode: 'added',
    status: isBlank(content) ? 'untranslated' : 'draft',
    audience: after?.audience ?? 'everyone',
    adaptation: command.why === undefined ? null : adaptation(command.why, context),
    stale: false,
  };
  return { unit: unit.id, before: null, after: unit };
}

/** Only what has no original and no received text can vanish; everything else is omitted, with a reason. */
function remove(unit: UnitRecord): UnitChange {
  if (unit.source.length > 0 || unit.received.length > 0) throw new AdaptaError('cannotRemove', { unit: unit.id });
  return { unit: unit.id, before: unit, after: null };
}

/** Both halves keep the links (interface.md): which text answers which original stays known. */
function split(reader: UnitReader, command: Extract<Command, { type: 'split' }>): UnitChange[] {
  const unit = need(reader, command.unit);
  if (reader.get(command.into) !== undefined) throw new AdaptaError('duplicateUnit', { unit: command.into });
  if (command.at < 0 || command.at > contentLength(unit.content) || cutsCharacter(unit.content, command.at)) {
    throw new AdaptaError('badPosition', { unit: unit.id, at: command.at });
  }
  const [left, right] = splitContent(unit.content, command.at);
  const second: UnitRecord = {
    ...withContent({ ...unit, content: EMPTY }, right),
    id: command.into,
    placement: { ...unit.placement, position: positionAfter(reader, unit, unit.placement.container) },
  };
  return [update(unit, () => withContent(unit, left)), { unit: second.id, before: null, after: second }];
}

function merge(reader: UnitReader, command: Extract<Command, { type: 'merge' }>): UnitChange[] {
  const first = need(reader, command.unit);
  const second = need(reader, command.with);
  if (first.placement.container !== second.placement.container) {
    throw new AdaptaError('crossesContainer', { unit: second.id });
  }
  if (reader.next(first.id, first.placement.container)?.id !== second.id) {
    throw new AdaptaError('notNeighbours', { unit: second.id });
  }
  const bothBlank = isBlank(first.content) || isBlank(second.content);
  const merged: UnitRecord = {
    ...withContent(first, joinContents([first.content, second.content], bothBlank ? '' : ' ')),
    source: union(first.source, second.source),
    received: union(first.received, second.received),
    mode: first.mode === second.mode ? first.mode : mergedMode(first, second),
    adaptation: first.adaptation ?? second.adaptation,
    stale: first.stale || second.stale,
    // Text for the facilitator must not reach participants by being joined to theirs.
    audience: first.audience === 'facilitator' ? first.audience : second.audience,
  };
  const whole: UnitRecord = { ...merged, status: mergedStatus(merged, second) };
  return [update(first, () => whole), { unit: second.id, before: second, after: null }];
}

/** No further than the less advanced part: nobody confirmed the other half. A part that says nothing does not count. */
function mergedStatus(merged: UnitRecord, second: UnitRecord): Status {
  const saysNothing = isBlank(second.content) && second.source.length + second.received.length === 0;
  if (saysNothing || isBlank(merged.content)) return merged.status;
  const least = Math.min(STATUSES.indexOf(merged.status), STATUSES.indexOf(second.status));
  return STATUSES[Math.max(least, STATUSES.indexOf('draft'))] ?? 'draft';
}

/** Text with an original stays linked to it; any adaptation in either part makes the whole adapted. */
function mergedMode(first: UnitRecord, second: UnitRecord): Mode {
  return first.source.length + second.source.length === 0 ? 'added' : 'adapted';
}

function union(a: readonly BlockId[], b: readonly BlockId[]): readonly BlockId[] {
  return [...a, ...b.filter((id) => !a.includes(id))];
}

function move(reader: UnitReader, command: Extract<Command, { type: 'move' }>): UnitChange {
  const unit = need(reader, command.unit);
  const after = command.after === null ? null : need(reader, command.after);
  if (after !== null && after.placement.container !== unit.placement.container) {
    throw new AdaptaError('crossesContainer', { unit: unit.id });
  }
  if (after?.id === unit.id) return { unit: unit.id, before: unit, after: unit };
  const position = positionAfter(reader, after, unit.placement.container, unit.id);
  return update(unit, () => ({ ...unit, placement: { ...unit.placement, position } }));
}
