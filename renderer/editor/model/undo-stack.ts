import type { Command, UnitChange } from '#shared/model/commands.ts';
import { contentEquals } from '#shared/model/content.ts';
import { isDone, type UnitId, type UnitRecord } from '#shared/model/unit.ts';

/** A selection in the adapted text: content positions in its first and last unit. */
export interface Caret {
  readonly unit: UnitId;
  readonly at: number;
  readonly focusUnit: UnitId;
  readonly focusAt: number;
}

export function sameCaret(a: Caret | null, b: Caret | null): boolean {
  if (a === null || b === null) return a === b;
  return a.unit === b.unit && a.at === b.at && a.focusUnit === b.focusUnit && a.focusAt === b.focusAt;
}

/** What makes neighbouring edits one step: typing goes with typing, deleting with deleting, the rest stands alone. */
export type EditKind = 'typing' | 'deleting' | 'other';

export interface UndoEntry {
  readonly changes: readonly UnitChange[];
  readonly kind: EditKind;
  readonly caretBefore: Caret | null;
  readonly caretAfter: Caret | null;
  /** Milliseconds. */
  readonly at: number;
}

/** A step to be taken back or done again: its changes, those in other documents too, and the command for this one. */
export interface UndoStep {
  readonly changes: readonly UnitChange[];
  readonly command: Command;
  readonly caret: Caret | null;
}

const SAME_STEP_WITHIN = 1000;
const MAX_STEPS = 1000;

/** The app's own history: steps of unit changes, whatever they were (text, structure, status, mode, audience, links). */
export class UndoStack {
  #done: UndoEntry[] = [];
  #undone: UndoEntry[] = [];
  #closed = true;

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** The caret went elsewhere: what is typed next is a new step. */
  close(): void {
    this.#closed = true;
  }

  push(entry: UndoEntry): void {
    if (entry.changes.length === 0) return;
    const last = this.#done.at(-1);
    this.#undone = [];
    if (last !== undefined && !this.#closed && continues(last, entry)) {
      this.#done[this.#done.length - 1] = {
        ...entry,
        changes: mergeChanges([...last.changes, ...entry.changes]),
        caretBefore: last.caretBefore,
      };
    } else {
      this.#done.push(entry);
      if (this.#done.length > MAX_STEPS) this.#done.shift();
    }
    this.#closed = entry.kind === 'other';
  }

  /**
   * Takes the last step back: the command that does it, or nothing. Units that something else has changed since are left
   * as they are: undo never overwrites another's work.
   */
  undo(read: (id: UnitId) => UnitRecord | undefined): UndoStep | undefined {
    const entry = this.#done.pop();
    if (entry === undefined) return undefined;
    this.#undone.push(entry);
    this.#closed = true;
    return { changes: entry.changes, command: restoring(entry.changes, 'before', read), caret: entry.caretBefore };
  }

  /**
   * What came of a unit's being confirmed belongs to the step that did it; `stands`: whether the unit is still confirmed.
   * Says whether that step has been taken back meanwhile.
   */
  join(confirmed: UnitId, changes: readonly UnitChange[], stands: boolean): boolean {
    for (const entries of stands ? [this.#done] : [this.#undone, this.#done]) {
      const at = entries.findLastIndex((entry) => confirms(entry, confirmed));
      const entry = entries[at];
      if (entry === undefined) continue;
      entries[at] = { ...entry, changes: mergeChanges([...entry.changes, ...changes]) };
      return entries === this.#undone;
    }
    return false;
  }

  redo(read: (id: UnitId) => UnitRecord | undefined): UndoStep | undefined {
    const entry = this.#undone.pop();
    if (entry === undefined) return undefined;
    this.#done.push(entry);
    this.#closed = true;
    return { changes: entry.changes, command: restoring(entry.changes, 'after', read), caret: entry.caretAfter };
  }
}

function confirms({ changes }: UndoEntry, confirmed: UnitId): boolean {
  return changes.some(
    ({ unit, before, after }) =>
      unit === confirmed && after !== null && isDone(after) && (before === null || !isDone(before)),
  );
}

function continues(last: UndoEntry, entry: UndoEntry): boolean {
  return (
    entry.kind !== 'other' &&
    entry.kind === last.kind &&
    entry.at - last.at < SAME_STEP_WITHIN &&
    entry.changes.length === 1 &&
    last.changes.length === 1 &&
    entry.changes[0]?.unit === last.changes[0]?.unit
  );
}

/** Several changes of one unit are one: from what it first was to what it last became. */
export function mergeChanges(changes: readonly UnitChange[]): readonly UnitChange[] {
  const merged = new Map<UnitId, UnitChange>();
  for (const change of changes) {
    const known = merged.get(change.unit);
    merged.set(change.unit, known === undefined ? change : { ...change, before: known.before });
  }
  return [...merged.values()].filter((change) => change.before !== change.after);
}

/** The command that brings units back to one side of changes; those that are no longer as the other side left them stay. */
export function restoring(
  changes: readonly UnitChange[],
  side: 'before' | 'after',
  read: (id: UnitId) => UnitRecord | undefined,
): Command {
  const other = side === 'before' ? 'after' : 'before';
  return {
    type: 'restore',
    records: changes
      .filter((change) => looksSame(read(change.unit) ?? null, change[other]))
      .map((change) => ({ unit: change.unit, record: change[side] })),
  };
}

/** Equal in everything a person set; who and when the engine wrote beside a reason does not count. */
function looksSame(a: UnitRecord | null, b: UnitRecord | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    contentEquals(a.content, b.content) &&
    a.status === b.status &&
    a.mode === b.mode &&
    a.audience === b.audience &&
    a.placement.container === b.placement.container &&
    a.placement.position === b.placement.position
  );
}
