import type { Flow } from './flow.ts';
import type { GridCell, GridRow, TableGrid } from '#main/formats/file-layout.ts';

/** More columns or rows than this no page shows; a stranger's file may claim any number. */
const MOST = 1000;

type Fill = (container: string, flow: Flow) => string;

function span(name: string, value: number): string {
  return value > 1 ? ` ${name}="${Math.min(Math.floor(value), MOST)}"` : '';
}

function cellHtml(cell: GridCell, header: boolean, flow: Flow, fill: Fill): string {
  const tag = header ? 'th scope="col"' : 'td';
  const spans = span('colspan', cell.columns) + span('rowspan', cell.rows);
  return `<${tag}${spans}>${fill(cell.container, flow)}</${header ? 'th' : 'td'}>`;
}

function rowsHtml(rows: readonly GridRow[], flow: Flow, fill: Fill): string {
  return rows
    .map((row) => `<tr>${row.cells.map((cell) => cellHtml(cell, row.header, flow, fill)).join('')}</tr>`)
    .join('');
}

function widthsHtml(widths: readonly number[]): string {
  if (widths.length === 0 || widths.length > MOST) return '';
  return `<colgroup>${widths.map((width) => `<col style="width:${width.toFixed(2)}%">`).join('')}</colgroup>`;
}

/** A table the file tells nothing about: its cells by the numbers in their containers. */
function bareTable(table: string, flow: Flow): TableGrid {
  const cells = flow.cellsOf(table).map((container) => {
    const [, row = '0', column = '0'] = /r(\d+)c(\d+)$/u.exec(container) ?? [];
    return { container, row: Number(row), column: Number(column) };
  });
  const rows = Map.groupBy(cells, (cell) => cell.row);
  const ordered = [...rows.keys()].toSorted((a, b) => a - b);
  return {
    widths: [],
    rows: ordered.map((row) => ({
      header: false,
      cells: (rows.get(row) ?? [])
        .toSorted((a, b) => a.column - b.column)
        .map(({ container }) => ({ container, columns: 1, rows: 1 })),
    })),
  };
}

/** A table with its spans; rows repeated on each page are its head. */
export function tableHtml(table: string, flow: Flow, fill: Fill): string {
  const { rows, widths } = flow.facts.table(table) ?? bareTable(table, flow);
  const first = rows.findIndex((row) => !row.header);
  const split = first < 0 ? 0 : first;
  const head = rows.slice(0, split);
  const body = rows.slice(split);
  const top = head.length === 0 ? '' : `<thead>${rowsHtml(head, flow, fill)}</thead>`;
  return `<table>${widthsHtml(widths)}${top}<tbody>${rowsHtml(body, flow, fill)}</tbody></table>`;
}
