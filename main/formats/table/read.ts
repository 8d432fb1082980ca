import { AdaptaError } from '#shared/model/errors.ts';
import { foldText } from '#shared/text/normalize.ts';
import { decodeSource, type ByteSource } from '../common/byte-source.ts';
import { restored } from './neutral.ts';

export interface TableRow {
  /** As written, without quotes; a cell neutralised for spreadsheets is as it was before. */
  readonly cells: readonly string[];
  /** Where the row begins, counting from 1. */
  readonly line: number;
}

export interface OpenTable {
  readonly delimiter: string;
  /** The cells of the first row. */
  readonly header: readonly string[];
  /** The rows behind it, to be read once. Throws what {@link openTable} throws. */
  readonly rows: AsyncGenerator<TableRow>;
}

const DELIMITERS = ['\t', ';', ',', '|'];
const MAX_CELL = 1_000_000;
const MAX_COLUMNS = 1000;

/**
 * Opens a table of text (RFC 4180, and what spreadsheets write in its name: tabs or semicolons, UTF-16, windows-1252) and
 * reads its rows as they come, in bounded memory. Throws invalidTable with the rule broken and its line, notUtf8.
 */
export async function openTable(source: ByteSource, options: { readonly delimiter?: string } = {}): Promise<OpenTable> {
  const text = decodeSource(source, likelyEncoding);
  const first = await text.next();
  const head = first.done === true ? '' : first.value;
  const delimiter = options.delimiter ?? delimiterOf(head);
  const rows = rowsOf(head, text, delimiter);
  const header = await rows.next();
  if (header.done === true) throw new AdaptaError('invalidTable', { rule: 'empty', line: 1 });
  return { delimiter, header: header.value.cells, rows };
}

/** UTF-8 if the beginning can be, else what spreadsheets on Windows write. */
function likelyEncoding(head: string): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(head, 'latin1'), { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The sign that cuts the first lines into the same number of cells, the more the better. */
function delimiterOf(head: string): string {
  const said = /^sep=(.)\r?\n/iu.exec(head)?.[1];
  if (said !== undefined) return said;
  const lines = head
    .replaceAll(/"(?:[^"]|"")*"?/gu, '')
    .split(/\r\n|\r|\n/u)
    .slice(0, 50)
    .filter((line) => line !== '');
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = counts[0] ?? 0;
    return usual === 0 ? 0 : usual * (counts.filter((count) => count === usual).length / counts.length) ** 2;
  };
  const best = DELIMITERS.map((delimiter) => ({ delimiter, score: score(delimiter) })).toSorted(
    (a, b) => b.score - a.score,
  )[0];
  return best === undefined || best.score === 0 ? ',' : best.delimiter;
}

async function* rowsOf(head: string, rest: AsyncGenerator<string>, delimiter: string): AsyncGenerator<TableRow> {
  const parser = new RowParser(delimiter);
  yield* parser.feed(head.replace(/^sep=.\r?\n/iu, ''));
  for await (const piece of rest) yield* parser.feed(piece);
  yield* parser.finish();
}

class RowParser {
  readonly #delimiter: string;
  #cells: string[] = [];
  #cell = '';
  #isQuoted = false;
  /** A quote inside quotes: the next sign says whether it ends the cell. */
  #isDoubtful = false;
  #wasReturn = false;
  #line = 1;
  #begin = 1;
  #isTouched = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  *feed(text: string): Generator<TableRow> {
    for (let at = 0; at < text.length; at++) {
      const char = text[at] as string;
      if (char === '\0') this.#fail('binary');
      if (char === '\n' || char === '\r') {
        if (char === '\r' || !this.#wasReturn) this.#line += 1;
      }
      if (this.#isQuoted && !this.#isDoubtful) {
        if (char === '"') this.#isDoubtful = true;
        else this.#take(char);
      } else if (this.#isDoubtful && char === '"') {
        this.#take('"');
        this.#isDoubtful = false;
      } else {
        this.#isQuoted = false;
        this.#isDoubtful = false;
        if (char === this.#delimiter) this.#endCell();
        else if (char === '\n' && this.#wasReturn && !this.#isTouched) this.#begin = this.#line;
        else if (char === '\n' || char === '\r') yield* this.#endRow();
        else if (char === '"' && this.#cell === '') this.#begun();
        else this.#take(char);
      }
      this.#wasReturn = char === '\r';
    }
  }

  *finish(): Generator<TableRow> {
    if (this.#isQuoted && !this.#isDoubtful)
      throw new AdaptaError('invalidTable', { rule: 'quoteLeftOpen', line: this.#begin });
    if (this.#isTouched) yield* this.#endRow();
  }

  #begun(): void {
    this.#isQuoted = true;
    this.#isTouched = true;
  }

  #take(char: string): void {
    this.#isTouched = true;
    this.#cell += char;
    if (this.#cell.length > MAX_CELL) this.#fail('cellTooLong');
  }

  #endCell(): void {
    this.#isTouched = true;
    this.#cells.push(restored(this.#cell));
    this.#cell = '';
    if (this.#cells.length > MAX_COLUMNS) this.#fail('tooManyColumns');
  }

  *#endRow(): Generator<TableRow> {
    if (this.#isTouched) {
      this.#endCell();
      yield { cells: this.#cells, line: this.#begin };
    }
    this.#cells = [];
    this.#isTouched = false;
    this.#begin = this.#line;
  }

  #fail(rule: string): never {
    throw new AdaptaError('invalidTable', { rule, line: this.#begin });
  }
}

/**
 * Which column holds what: for each thing wanted, the first column called by one of its names, whatever the case and the
 * accents. Throws invalidTable for a column that has to be there.
 */
export function columnsOf<K extends string>(
  header: readonly string[],
  names: Readonly<Record<K, readonly string[]>>,
  needed: readonly K[],
): Readonly<Partial<Record<K, number>>> {
  const folded = header.map((cell) => foldText(cell.trim()));
  const columns: Partial<Record<K, number>> = {};
  for (const [key, called] of Object.entries(names) as [K, readonly string[]][]) {
    const at = folded.findIndex((cell) => called.some((name) => foldText(name) === cell));
    if (at >= 0) columns[key] = at;
    else if (needed.includes(key))
      throw new AdaptaError('invalidTable', { rule: 'columnMissing', column: key, line: 1 });
  }
  return columns;
}
