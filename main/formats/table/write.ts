import { encodePieces } from '../common/byte-source.ts';
import { neutral } from './neutral.ts';

export interface TableOptions {
  /** `,` unless said; `\t` makes TSV, `;` what spreadsheets in Spanish open by themselves. */
  readonly delimiter?: string;
}

/**
 * Writes a table of text (RFC 4180) as UTF-8 with a mark, by which spreadsheets know it, piece by piece. What a spreadsheet
 * would run is neutralised in a way that reading it back undoes.
 */
export function writeTable(
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  { delimiter = ',' }: TableOptions = {},
): AsyncGenerator<Uint8Array> {
  return encodePieces(lines(rows, delimiter));
}

async function* lines(
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  delimiter: string,
): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const row of rows) yield `${row.map((cell) => written(cell, delimiter)).join(delimiter)}\r\n`;
}

function written(cell: string, delimiter: string): string {
  const safe = neutral(cell.toWellFormed().replaceAll('\0', ''));
  const isPlain = !safe.includes(delimiter) && !/["\r\n]|^\s|\s$|^$/u.test(safe);
  return isPlain ? safe : `"${safe.replaceAll('"', '""')}"`;
}
