import type { LexicalEditor } from 'lexical';
import type { UnitId } from '#shared/model/unit.ts';

/** Makes the row of a unit; the place where Lexical's nodes meet the rest of the page. */
export type RowMaker = (unit: UnitId) => HTMLElement;

const makers = new WeakMap<LexicalEditor, RowMaker>();

export function setRowMaker(editor: LexicalEditor, maker: RowMaker): void {
  makers.set(editor, maker);
}

/** The row of a unit, fresh; bare when the editor draws none (tests of the state alone). */
export function rowFor(editor: LexicalEditor, unit: UnitId): HTMLElement {
  return makers.get(editor)?.(unit) ?? document.createElement('div');
}

/** The element of a row that holds the adapted text. */
export function targetOf(row: HTMLElement): HTMLElement {
  const target = row.children[TARGET_INDEX];
  return target instanceof HTMLElement ? target : row;
}

/** Rows are source, state, target, mode, extra: see row-view.ts. */
export const TARGET_INDEX = 2;
