import type { GridRow, TableGrid } from '../file-layout.ts';
import type { XmlElement } from '../package/xml.ts';
import { millimetres } from './measures.ts';
import type { StyleScope } from './styles.ts';
import { rowsOf } from './tables.ts';

/** More than this no page shows. A file may claim any number. */
const MOST = 1000;
const COLUMN_GROUPS = new Set(['table:table-columns', 'table:table-header-columns', 'table:table-column-group']);

function count(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, MOST) : 1;
}

function* columnsOf(table: XmlElement): Generator<XmlElement> {
  for (const child of table.children) {
    if (child.name === 'table:table-column') yield child;
    else if (COLUMN_GROUPS.has(child.name)) yield* columnsOf(child);
  }
}

function widthsOf(table: XmlElement, scope: StyleScope): readonly number[] {
  const widths: number[] = [];
  for (const { attributes } of columnsOf(table)) {
    const style = attributes['table:style-name'];
    const said = (name: string): string | undefined =>
      scope.property('table-column', style, 'style:table-column-properties', name);
    const width = Number.parseFloat(said('style:rel-column-width') ?? '') || millimetres(said('style:column-width'));
    for (let times = count(attributes['table:number-columns-repeated']); times > 0; times--) widths.push(width ?? 0);
    if (widths.length > MOST) return [];
  }
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (!(total > 0) || widths.some((width) => !(width > 0))) return [];
  return widths.map((width) => (width / total) * 100);
}

/** A table's cells with their spans (ODF 1.3 part 3, 19.674 ff.), named by the containers of the reader. */
export function readGrid(table: XmlElement, path: string, scope: StyleScope): TableGrid {
  const rows: GridRow[] = [];
  let number = 0;
  for (const { row, header } of rowsOf(table)) {
    number += 1;
    const cells = row.children.flatMap(({ name, attributes }, index) => {
      if (name !== 'table:table-cell') return [];
      return {
        container: `${path}r${number}c${index + 1}`,
        columns: count(attributes['table:number-columns-spanned']),
        rows: count(attributes['table:number-rows-spanned']),
      };
    });
    rows.push({ header, cells });
  }
  return { rows, widths: widthsOf(table, scope) };
}
