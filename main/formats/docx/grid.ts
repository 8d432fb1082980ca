import type { TableGrid } from '../file-layout.ts';
import type { XmlElement } from '../package/xml.ts';
import { onOff } from './styles.ts';

/** More than this no page shows. A file may claim any number. */
const MOST_COLUMNS = 1000;
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);

interface OpenCell {
  readonly container: string;
  readonly columns: number;
  rows: number;
}

function count(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, MOST_COLUMNS) : 1;
}

function* below(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const child of parent.children) {
    if (child.name === name) yield child;
    else if (WRAPPERS.has(child.name)) yield* below(child, name);
  }
}

function columnWidths(table: XmlElement): readonly number[] {
  const grid = table.child('w:tblGrid')?.children.filter((column) => column.name === 'w:gridCol') ?? [];
  const widths = grid.map((column) => Number(column.attributes['w:w'] ?? 0));
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= 0 || !Number.isFinite(total) || widths.some((width) => !(width > 0))) return [];
  return widths.length > MOST_COLUMNS ? [] : widths.map((width) => (width / total) * 100);
}

/**
 * A table's cells with their spans (`gridSpan` 17.4.17, `vMerge` 17.4.84), named by the containers of the reader: rows and
 * cells count from 1 as they stand in the file, deleted ones among them.
 */
export function readGrid(table: XmlElement, path: string): TableGrid {
  const rows: { header: boolean; cells: OpenCell[] }[] = [];
  let above = new Map<number, OpenCell>();
  let row = 0;
  for (const tr of below(table, 'w:tr')) {
    row += 1;
    const properties = tr.child('w:trPr');
    if (properties?.child('w:del') !== undefined) continue;
    const cells: OpenCell[] = [];
    const open = new Map<number, OpenCell>();
    let column = 0;
    let at =
      count(properties?.value('w:gridBefore') ?? '0') - (properties?.child('w:gridBefore') === undefined ? 1 : 0);
    for (const tc of below(tr, 'w:tc')) {
      column += 1;
      const tcPr = tc.child('w:tcPr');
      if (tcPr?.child('w:cellDel') !== undefined) continue;
      const columns = count(tcPr?.value('w:gridSpan'));
      const merge = tcPr?.child('w:vMerge');
      const upper = merge !== undefined && merge.attributes['w:val'] !== 'restart' ? above.get(at) : undefined;
      if (upper !== undefined && upper.columns === columns) {
        upper.rows += 1;
        open.set(at, upper);
      } else {
        const cell = { container: `${path}r${row}c${column}`, columns, rows: 1 };
        cells.push(cell);
        if (merge !== undefined) open.set(at, cell);
      }
      at += columns;
    }
    above = open;
    rows.push({ header: onOff(properties, 'w:tblHeader') === true, cells });
  }
  return { rows, widths: columnWidths(table) };
}
