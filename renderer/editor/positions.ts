import {
  $createRangeSelection,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type PointType,
} from 'lexical';
import type { Caret } from './model/undo-stack.ts';
import { $isUnitNode, $unitOf, type UnitNode } from './nodes/unit-node.ts';

/** Where a selection's end lies: a unit, and a content position in it (one per UTF-16 unit, one per placeholder or border). */
export interface Place {
  readonly unit: UnitNode;
  readonly at: number;
}

function sizeOf(node: LexicalNode): number {
  return $isTextNode(node) ? node.getTextContentSize() : 1;
}

/** The position of a Lexical point; null when it lies in no unit. */
export function $placeOf(point: PointType): Place | null {
  const node = point.getNode();
  const unit = $unitOf(node);
  if (unit === null) return null;
  if ($isUnitNode(node)) {
    const before = node.getChildren().slice(0, point.offset);
    return { unit, at: before.reduce((sum, child) => sum + sizeOf(child), 0) };
  }
  let at = point.type === 'text' ? point.offset : 0;
  for (const sibling of node.getPreviousSiblings()) at += sizeOf(sibling);
  return { unit, at };
}

/** Number of content positions a unit's nodes show. */
export function $sizeOf(unit: UnitNode): number {
  return unit.getChildren().reduce((sum, child) => sum + sizeOf(child), 0);
}

/** Sets a point to a content position; beyond the end means the end. */
export function $setPoint(point: PointType, unit: UnitNode, at: number): void {
  let rest = at;
  for (const [index, child] of unit.getChildren().entries()) {
    const size = sizeOf(child);
    if ($isTextNode(child) && rest <= size) return point.set(child.getKey(), rest, 'text');
    if (!$isTextNode(child) && rest === 0) return point.set(unit.getKey(), index, 'element');
    rest -= size;
  }
  const last = unit.getLastChild();
  if ($isTextNode(last)) point.set(last.getKey(), last.getTextContentSize(), 'text');
  else point.set(unit.getKey(), unit.getChildrenSize(), 'element');
}

/** Selects from one place to another. */
export function $select(anchor: Place, focus: Place = anchor): void {
  const selection = $createRangeSelection();
  $setPoint(selection.anchor, anchor.unit, anchor.at);
  $setPoint(selection.focus, focus.unit, focus.at);
  $setSelection(selection);
}

/** The selection as content positions, anchor first. */
export function $caret(): Caret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const anchor = $placeOf(selection.anchor);
  const focus = selection.isCollapsed() ? anchor : $placeOf(selection.focus);
  if (anchor === null || focus === null) return null;
  return { unit: anchor.unit.getUnit(), at: anchor.at, focusUnit: focus.unit.getUnit(), focusAt: focus.at };
}

/** The selection in reading order; null when an end lies in no unit. */
export function $range(): { readonly start: Place; readonly end: Place; readonly collapsed: boolean } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const anchor = $placeOf(selection.anchor);
  const focus = $placeOf(selection.focus);
  if (anchor === null || focus === null) return null;
  const backward = selection.isBackward();
  return { start: backward ? focus : anchor, end: backward ? anchor : focus, collapsed: selection.isCollapsed() };
}
