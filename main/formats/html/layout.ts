import { PLAIN_LAYOUT, type FileLayout, type GridCell, type GridRow, type TableGrid } from '../file-layout.ts';
import { htmlModel } from './read.ts';
import { attribute, isElement, type Element } from './tree.ts';

/** What the HTML Standard allows a cell to span at most (4.9.11). */
const MOST_COLUMNS = 1000;
const CELLS = new Set(['td', 'th']);

/** What printing a page of the web needs: plain A4 pages with the grids of its tables. Throws what reading throws. */
export function readHtmlLayout(bytes: Uint8Array, signal?: AbortSignal): FileLayout {
  const { tables } = htmlModel(bytes, signal);
  return { ...PLAIN_LAYOUT, tables: new Map(Array.from(tables, ([name, table]) => [name, gridOf(table, name)])) };
}

function gridOf(table: Element, name: string): TableGrid {
  const sections = rowsIn(table, false);
  const numbers = new Map(sections.flat().map(({ row }, index) => [row, index + 1]));
  const rows = sections.flatMap((section) =>
    section.map(({ row, head }, index): GridRow => {
      const cells = row.childNodes.filter(isElement).map((cell, column): GridCell => ({
        container: `${name}r${numbers.get(row)}c${column + 1}`,
        columns: spanOf(cell, 'colspan', 1, MOST_COLUMNS),
        // 0 reaches to the end of the group of rows.
        rows: spanOf(cell, 'rowspan', section.length - index, section.length - index),
      }));
      return { header: head || isHeading(row), cells };
    }),
  );
  return { widths: [], rows };
}

interface Row {
  readonly row: Element;
  /** It stands in `thead`. */
  readonly head: boolean;
}

/** The groups of rows, in the order the reader counts them; rows without a group stand together. */
function rowsIn(parent: Element, head: boolean): readonly (readonly Row[])[] {
  const groups: (readonly Row[])[] = [];
  let own: Row[] | undefined;
  for (const child of parent.childNodes) {
    if (!isElement(child) || child.tagName === 'caption') continue;
    if (child.tagName === 'tr') {
      if (own === undefined) groups.push((own = []));
      own.push({ row: child, head });
    } else {
      groups.push(...rowsIn(child, head || child.tagName === 'thead'));
      own = undefined;
    }
  }
  return groups;
}

function isHeading(row: Element): boolean {
  const cells = row.childNodes.filter(isElement).filter(({ tagName }) => CELLS.has(tagName));
  return cells.length > 0 && cells.every(({ tagName }) => tagName === 'th');
}

/** A span; `none` stands for 0. What is no number is 1. */
function spanOf(cell: Element, name: 'colspan' | 'rowspan', none: number, most: number): number {
  const number = Number.parseInt(attribute(cell, name) ?? '', 10);
  if (number === 0) return none;
  return number > 0 ? Math.min(number, most) : 1;
}
