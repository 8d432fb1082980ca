import type { Command } from '#shared/model/commands.ts';
import { contentLength } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { DocumentModel } from './model/document-model.ts';
import type { Caret } from './model/undo-stack.ts';
import { caretAt, insertion, joining, newUnitId } from './structure.ts';

/** What an action on a row does, and where the caret is then (null: where it was). */
export interface StructureStep {
  readonly commands: readonly Command[];
  readonly caret: Caret | null;
}

/** Joins the next unit of the same container onto this one; nothing when there is none. */
export function joiningNext(unit: UnitRecord, model: DocumentModel): StructureStep | null {
  const next = model.next(unit.id, unit.placement.container);
  if (next === undefined) return null;
  return { commands: joining(unit, next), caret: caretAt(unit.id, contentLength(unit.content)) };
}

/** Adds an empty unit below. */
export function addingBelow(unit: UnitRecord): StructureStep {
  const id = newUnitId();
  return { commands: [insertion(id, unit.id, unit)], caret: caretAt(id, 0) };
}

/** Takes away a unit nothing ties to the original; the caret goes to its neighbour. */
export function removing(unit: UnitRecord, model: DocumentModel): StructureStep {
  const near = model.neighbour(unit.id, -1) ?? model.neighbour(unit.id, 1);
  return { commands: [{ type: 'remove', unit: unit.id }], caret: near === undefined ? null : caretAt(near.id, 0) };
}

/** Moves a unit past the next or previous one of its container; nothing at either end. The caret goes with it. */
export function moving(unit: UnitRecord, model: DocumentModel, by: 1 | -1, caret: Caret | null): StructureStep | null {
  const beside = by === 1 ? model.next(unit.id, unit.placement.container) : model.previous(unit.id);
  if (beside === undefined) return null;
  const after = by === 1 ? beside.id : (model.previous(beside.id)?.id ?? null);
  return { commands: [{ type: 'move', unit: unit.id, after }], caret };
}
