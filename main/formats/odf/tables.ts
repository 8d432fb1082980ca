import type { XmlElement } from '../package/xml.ts';

const ROWS = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group']);

/** Rows of a table in their order, through their groups, and whether each is repeated at the top of a page. */
export function* rowsOf(table: XmlElement, header = false): Generator<{ row: XmlElement; header: boolean }> {
  for (const child of table.children) {
    if (child.name === 'table:table-row') yield { row: child, header };
    else if (ROWS.has(child.name)) yield* rowsOf(child, header || child.name === 'table:table-header-rows');
  }
}

/** Cells that are shown, with the numbers of their row and cell, covered ones counted (ODF 1.3 part 3, 9.1.4, 9.1.5). */
export function forEachCell(table: XmlElement, visit: (cell: XmlElement, row: number, column: number) => void): void {
  let number = 0;
  for (const { row } of rowsOf(table)) {
    number += 1;
    for (const [index, cell] of row.children.entries()) {
      if (cell.name === 'table:table-cell') visit(cell, number, index + 1);
    }
  }
}
