import { blockKindAfter } from './structure-rules.ts';
import type { Command } from '#shared/model/commands.ts';
import {
  contentLength,
  EMPTY,
  isBlank,
  joinContents,
  normalizeContent,
  sliceContent,
  textOf,
  type Content,
} from '#shared/model/content.ts';
import type { UnitId, UnitRecord } from '#shared/model/unit.ts';
import { $contentOf } from './codec.ts';
import type { Caret } from './model/undo-stack.ts';
import { $range, $sizeOf, type Place } from './positions.ts';
import type { EditorSurface } from './surface/editor-surface.ts';

/** A fresh unit id, made here so that page and engine agree on it. */
export function newUnitId(): UnitId {
  return crypto.randomUUID();
}

export function caretAt(unit: UnitId, at: number): Caret {
  return { unit, at, focusUnit: unit, focusAt: at };
}

/** Whether nothing ties a unit to the original: only such a unit can vanish. */
export function isLoose(unit: UnitRecord): boolean {
  return unit.source.length === 0 && unit.received.length === 0;
}

/**
 * Takes the selected text away. Over several units the rows stay (each has its own original): the first keeps its head,
 * the last its tail, those between become empty; added ones between vanish. Returns where the caret is then.
 */
export function $deleteSelection(surface: EditorSurface): Place | null {
  const range = $range();
  if (range === null) return null;
  const { start, end, collapsed } = range;
  if (collapsed) return start;
  const caret = caretAt(start.unit.getUnit(), start.at);
  surface.$run($deletion(surface, start, end), caret);
  return $range()?.start ?? null;
}

function $deletion(surface: EditorSurface, start: Place, end: Place): Command[] {
  const { model } = surface.session;
  const first = start.unit.getUnit();
  const last = end.unit.getUnit();
  const head = sliceContent($contentOf(start.unit), 0, start.at);
  const tail = sliceContent($contentOf(end.unit), end.at);
  if (first === last) return [{ type: 'edit', unit: first, content: normalizeContent([...head, ...tail]) }];
  const commands: Command[] = [{ type: 'edit', unit: first, content: head }];
  for (
    let unit = model.neighbour(first, 1);
    unit !== undefined && unit.id !== last;
    unit = model.neighbour(unit.id, 1)
  ) {
    if (isLoose(unit)) commands.push({ type: 'remove', unit: unit.id });
    else if (unit.content.length > 0) commands.push({ type: 'edit', unit: unit.id, content: EMPTY });
  }
  return [...commands, { type: 'edit', unit: last, content: tail }];
}

/** Whether the selection reaches over several units. */
export function $spansUnits(): boolean {
  const range = $range();
  return range !== null && !range.start.unit.is(range.end.unit);
}

/** Puts content at the caret, in place of what is selected, within one unit. */
export function $insertContent(surface: EditorSurface, content: Content): boolean {
  const place = $deleteSelection(surface);
  if (place === null) return false;
  const text = $contentOf(place.unit);
  const next = normalizeContent([...sliceContent(text, 0, place.at), ...content, ...sliceContent(text, place.at)]);
  const unit = place.unit.getUnit();
  surface.$run([{ type: 'edit', unit, content: next }], caretAt(unit, place.at + contentLength(content)));
  return true;
}

/** Enter: at the end adds a unit, at the start adds one before, inside splits. A unit that is alone by nature takes none. */
export function $enter(surface: EditorSurface): boolean {
  const place = $deleteSelection(surface);
  if (place === null) return false;
  const unit = surface.session.model.get(place.unit.getUnit());
  if (unit === undefined || unit.kind === 'altText') return true;
  const size = $sizeOf(place.unit);
  if (place.at > 0 && place.at < size) {
    const into = newUnitId();
    surface.$run([{ type: 'split', unit: unit.id, at: place.at, into }], caretAt(into, 0));
  } else if (place.at === 0 && size > 0) {
    const before = surface.session.model.previous(unit.id) ?? null;
    surface.$run([insertion(newUnitId(), before?.id ?? null, unit)], caretAt(unit.id, 0));
  } else {
    const id = newUnitId();
    surface.$run([insertion(id, unit.id, unit)], caretAt(id, 0));
  }
  return true;
}

/** The command that adds an empty unit of the kind that follows `like`. */
export function insertion(id: UnitId, after: UnitId | null, like: UnitRecord, content: Content = EMPTY): Command {
  const { kind, level } = blockKindAfter(like);
  return {
    type: 'insert',
    unit: id,
    after,
    ...(after === null ? { container: like.placement.container } : {}),
    kind,
    ...(level === undefined ? {} : { level }),
    content,
  };
}

/**
 * Backspace at a unit's start or Delete at its end. Joins with the neighbour of the same container when that is also the
 * next row; otherwise nothing happens: text never moves into another cell or note. True when the border was reached.
 */
export function $deleteAtBorder(surface: EditorSurface, backward: boolean): boolean {
  const range = $range();
  if (range === null || !range.collapsed) return false;
  const { unit, at } = range.start;
  if (at !== (backward ? 0 : $sizeOf(unit))) return false;
  const { model } = surface.session;
  const id = unit.getUnit();
  const first = backward ? model.previous(id) : model.get(id);
  const second = first === undefined ? undefined : model.next(first.id, first.placement.container);
  if (first === undefined || second === undefined) return true;
  if (model.neighbour(first.id, 1)?.id !== second.id || isHidden(surface, first.id) || isHidden(surface, second.id))
    return true;
  $join(surface, first, second);
  return true;
}

function $join(surface: EditorSurface, first: UnitRecord, second: UnitRecord): void {
  const seam = contentLength(first.content);
  if (isLoose(second) && isBlank(second.content)) {
    return surface.$run([{ type: 'remove', unit: second.id }], caretAt(first.id, seam));
  }
  if (isLoose(first) && isBlank(first.content)) {
    return surface.$run([{ type: 'remove', unit: first.id }], caretAt(second.id, 0));
  }
  surface.$run(joining(first, second), caretAt(first.id, seam));
}

/**
 * The commands that join two units. The model parts their texts by a blank; where the second goes on with what the first
 * was cut from (a blank is there already, or a word goes on), none is added.
 */
export function joining(first: UnitRecord, second: UnitRecord): Command[] {
  const merge: Command = { type: 'merge', unit: first.id, with: second.id };
  const before = textOf(first.content);
  const after = textOf(second.content);
  const goesOn = /\s$/u.test(before) || /^\s/u.test(after) || (/[\p{L}\p{N}]$/u.test(before) && /^\p{Ll}/u.test(after));
  if (!goesOn || isBlank(first.content) || isBlank(second.content)) return [merge];
  return [merge, { type: 'edit', unit: first.id, content: joinContents([first.content, second.content], '') }];
}

/** A row a filter hides: nothing may be joined to what one does not see. */
function isHidden(surface: EditorSurface, id: UnitId): boolean {
  const row = surface.row(id);
  return row !== null && row.getClientRects().length === 0 && row.closest('[data-filter]') !== null;
}
