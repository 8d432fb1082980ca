import { applyCommand, type Command, type UnitChange, type UnitReader } from '#shared/model/commands.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { Side } from '#main/store/queries/imports.ts';
import type { Store } from '#main/store/store.ts';
import { unitCounter, type UnitCounts } from './unit-counts.ts';

/** Who changes, and when (ISO 8601, UTC). */
export interface Signature {
  readonly author: string;
  readonly now: string;
}

/** What commands see of a document inside the running transaction. */
export function unitReader(store: Store, document: string): UnitReader {
  const get = (id: string): UnitRecord | undefined => {
    const unit = store.units.get(id);
    return unit?.document === document ? unit : undefined;
  };
  return {
    document,
    get,
    next: (id, container) => {
      const after = id === null ? null : get(id);
      if (after === undefined) return undefined;
      const place = after === null ? null : { id: after.id, ...after.placement };
      const next = store.units.next(document, place, container);
      return next === undefined ? undefined : get(next);
    },
  };
}

/**
 * Applies commands in order inside the caller's transaction: each change of a unit is written with its revision.
 * Throws what applyCommand throws, and badRequest for records, links and containers that do not belong to the
 * document.
 */
export function applyCommands(
  store: Store,
  document: string,
  commands: readonly Command[],
  signature: Signature,
): readonly UnitChange[] {
  const reader = unitReader(store, document);
  const countsOf = unitCounter(store, document);
  const all: UnitChange[] = [];
  for (const command of commands) {
    refuseForeign(store, document, command);
    const { changes } = applyCommand(reader, command, signature);
    for (const change of changes) write(store, change, countsOf);
    record(store, changes, signature);
    all.push(...changes);
  }
  if (all.length > 0) store.documents.setEdited(document, signature.now);
  return all;
}

type Counter = (unit: UnitRecord) => UnitCounts;

function write(store: Store, { unit, before, after }: UnitChange, countsOf: Counter): void {
  if (after === null) {
    store.units.remove(unit);
    return;
  }
  if (before === null) refuseTaken(store, after);
  store.units.write(after, countsOf(after), before === null || linksDiffer(before, after));
}

/** The model sees one document only: an id may be in use in another. */
function refuseTaken(store: Store, { id, document }: UnitRecord): void {
  const owner = store.units.documentOf(id);
  if (owner !== undefined && owner !== document) throw new AdaptaError('duplicateUnit', { unit: id });
}

function linksDiffer(a: UnitRecord, b: UnitRecord): boolean {
  return a.source.join('\n') !== b.source.join('\n') || a.received.join('\n') !== b.received.join('\n');
}

/**
 * One revision per change. Its parents are the unit's last revision and those of the units the same command drew from, so
 * that a split's second half and a merge know where their text came from.
 */
function record(store: Store, changes: readonly UnitChange[], { author, now }: Signature): void {
  const last = new Map(changes.map(({ unit }) => [unit, store.revisions.lastOf(unit)]));
  for (const { unit, before, after } of changes) {
    const drawn = after === null ? [] : changes.filter((other) => other.unit !== unit && drawsFrom(before, other));
    const parents = [unit, ...drawn.map((other) => other.unit)].flatMap((id) => last.get(id) ?? []);
    store.revisions.insert({ id: store.newId(), unit, parents, author, at: now, before, after });
  }
}

/** A new unit draws from those that shrank beside it; a surviving one from those that vanished. */
function drawsFrom(before: UnitRecord | null, other: UnitChange): boolean {
  return before === null ? other.before !== null : other.after === null;
}

/**
 * A restore carries whole records, a link block ids, an insertion the name of a place: none may reach outside the
 * document. What stood in a place the file does not have would be lost when it is written.
 */
function refuseForeign(store: Store, document: string, command: Command): void {
  if (command.type === 'insert') refuseForeignContainer(store, document, command.container);
  if (command.type === 'link') {
    refuseForeignBlocks(store, document, 'source', command.source);
    refuseForeignBlocks(store, document, 'received', command.received);
  }
  if (command.type !== 'restore') return;
  for (const { unit, record } of command.records) {
    const owner = store.units.documentOf(unit);
    if (owner !== undefined && owner !== document) throw new AdaptaError('unknownUnit', { unit });
    if (record === null) continue;
    if (record.document !== document || record.id !== unit) throw new AdaptaError('badRequest', { unit });
    refuseForeignBlocks(store, document, 'source', record.source);
    refuseForeignBlocks(store, document, 'received', record.received);
  }
}

function refuseForeignContainer(store: Store, document: string, container = 'body'): void {
  if (container === 'body' || store.containers.ofDocument(document).some(({ name }) => name === container)) return;
  throw new AdaptaError('badRequest', { at: 'container', reason: container });
}

function refuseForeignBlocks(store: Store, document: string, side: Side, blocks: readonly string[]): void {
  for (const block of blocks) {
    const place = store.blocks.placeOf(block);
    if (place?.document !== document || place.side !== side) throw new AdaptaError('badRequest', { block });
  }
}
