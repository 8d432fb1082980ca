import { canonicalLanguage } from '#main/formats/common/languages.ts';
import { columnsOf, type OpenTable, type TableRow } from '#main/formats/table/read.ts';
import type { Concept, PartOfSpeech, TermStatus } from '#shared/model/concept.ts';
import { foldText } from '#shared/text/normalize.ts';
import { EntrySorter, type GivenGlossary, type GivenTerm } from './term-entry.ts';

/** Columns by what they hold; the first name is what Adapta writes. */
const COLUMNS = {
  concept: ['Concepto', 'concept', 'id', 'entry'],
  language: ['Lengua', 'language', 'idioma'],
  term: ['Término', 'term'],
  status: ['Uso', 'status', 'estado'],
  part: ['Categoría gramatical', 'part of speech', 'partOfSpeech'],
  municipality: ['Municipio', 'municipality'],
  termNote: ['Nota del término', 'term note'],
  domain: ['Tema', 'domain', 'dominio', 'ámbito', 'subject'],
  definition: ['Definición', 'definition'],
  source: ['Fuente', 'source', 'reference', 'referencia'],
  note: ['Nota', 'note', 'comment', 'comentario', 'observaciones'],
} as const;
type Column = keyof typeof COLUMNS;

/** What languages are called in tables, beside their own tags. */
const WIDE: Readonly<Record<string, string>> = {
  english: 'en',
  ingles: 'en',
  original: 'en',
  spanish: 'es',
  espanol: 'es',
  castellano: 'es',
  traduccion: 'es',
  translation: 'es',
  target: 'es',
};
const FORBIDDEN: ReadonlySet<string> = new Set(['evitar', 'prohibido', 'prohibidos', 'forbidden', 'no usar']);

const STATUSES: Readonly<Record<TermStatus, readonly string[]>> = {
  preferred: ['preferido', 'preferred'],
  admitted: ['admitido', 'admitted'],
  proposed: ['propuesto', 'proposed'],
  deprecated: ['anticuado', 'deprecated'],
  forbidden: ['evitar', 'forbidden', 'prohibido'],
};
const PARTS: Readonly<Record<PartOfSpeech, readonly string[]>> = {
  noun: ['sustantivo', 'noun'],
  verb: ['verbo', 'verb'],
  adjective: ['adjetivo', 'adjective'],
  other: ['otra', 'other'],
};

/**
 * Reads a table of terms: one term a row, as {@link tableRows} writes; or one concept a row with a column for each language
 * (`en`, `es`, `inglés` …), several terms in a cell parted by `|`; or, where no column has a name that is known, English,
 * Spanish and a note, as OmegaT keeps them. Throws what reading tables throws.
 */
export async function readTermTable({ header, rows }: OpenTable): Promise<GivenGlossary> {
  const columns = columnsOf<Column>(header, COLUMNS, []);
  if (columns.term !== undefined && columns.language !== undefined) return await readLong(rows, columns);
  const wide = languageColumns(header);
  if (wide.filter(({ isForbidden }) => !isForbidden).length >= 2) {
    const isTerm = wide.some(({ at }) => at === columns.source);
    return await readWide(rows, wide, isTerm ? { ...columns, source: undefined } : columns);
  }
  const plain = ['en', 'es'].map((language, at) => ({ language, at, isForbidden: false }));
  return await readWide(withHeader(header, rows), plain, { note: 2 });
}

type Columns = Readonly<Partial<Record<Column, number | undefined>>>;

interface WideColumn {
  readonly language: string;
  readonly at: number;
  readonly isForbidden: boolean;
}

function languageColumns(header: readonly string[]): readonly WideColumn[] {
  // Beside a target, *source* is a term; elsewhere it is where a concept is taken from.
  const isPair = header.some((cell) => foldText(cell) === 'target');
  return header.flatMap((cell, at) =>
    isPair && foldText(cell) === 'source' ? [{ language: 'en', at, isForbidden: false }] : wideColumn(cell, at),
  );
}

function wideColumn(cell: string, at: number): readonly WideColumn[] {
  const name = foldText(cell);
  if (FORBIDDEN.has(name)) return [{ language: 'es', at, isForbidden: true }];
  const language = languageCalled(cell);
  return language === undefined ? [] : [{ language, at, isForbidden: false }];
}

/** The language people call so, by name or tag; undefined: none. */
function languageCalled(written: string): string | undefined {
  const name = foldText(written);
  return WIDE[name] ?? (/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/u.test(name) ? canonicalLanguage(written) : undefined);
}

async function* withHeader(cells: readonly string[], rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow> {
  yield { cells, line: 1 };
  yield* rows;
}

async function readWide(
  rows: AsyncIterable<TableRow>,
  wide: readonly WideColumn[],
  columns: Columns,
): Promise<GivenGlossary> {
  const sorter = new EntrySorter();
  for await (const { cells, line } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const terms = wide.flatMap((column) => cellTerms(cells[column.at] ?? '', column));
    const said = wide.filter(({ at, isForbidden }) => !isForbidden && (cells[at] ?? '').trim() !== '');
    // One language alone is a line half filled in.
    if (terms.length > 0 && said.length < 2) sorter.skip(line, said[0] === wide[0] ? 'noTarget' : 'noSource');
    else sorter.take({ line, ...facts(cells, columns), terms });
  }
  return sorter;
}

function cellTerms(cell: string, { language, isForbidden }: WideColumn): readonly GivenTerm[] {
  const texts = cell
    .split('|')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return texts.map((text, index) => ({
    language,
    text,
    status: isForbidden ? 'forbidden' : index === 0 ? 'preferred' : 'admitted',
    municipality: '',
    note: '',
  }));
}

async function readLong(rows: AsyncIterable<TableRow>, columns: Columns): Promise<GivenGlossary> {
  const sorter = new EntrySorter();
  const entries = new Map<string, { id: string; line: number; cells: readonly string[]; terms: GivenTerm[] }>();
  for await (const { cells, line } of rows) {
    const at = (column: Column): string => cellOf(cells, columns, column);
    if (cells.every((cell) => cell.trim() === '')) continue;
    const status = at('status') === '' ? 'preferred' : called(STATUSES, at('status'));
    const part = called(PARTS, at('part'));
    const language = languageCalled(at('language'));
    if (at('term') === '') sorter.skip(line, 'noTerm');
    else if (language === undefined || status === undefined) sorter.skip(line, 'badLine');
    else {
      const id = at('concept');
      const key = id === '' ? `line ${line}` : id;
      const entry = entries.get(key) ?? { id, line, cells, terms: [] };
      entries.set(key, entry);
      entry.terms.push({
        language,
        text: at('term'),
        status,
        ...(part === undefined ? {} : { partOfSpeech: part }),
        municipality: at('municipality'),
        note: at('termNote'),
      });
    }
  }
  for (const { id, line, cells, terms } of entries.values()) {
    sorter.take({ line, ...(id === '' ? {} : { id }), ...facts(cells, columns), terms });
  }
  return sorter;
}

function facts(cells: readonly string[], columns: Columns) {
  return {
    domain: cellOf(cells, columns, 'domain'),
    definition: cellOf(cells, columns, 'definition'),
    source: cellOf(cells, columns, 'source'),
    note: cellOf(cells, columns, 'note'),
  };
}

function cellOf(cells: readonly string[], columns: Columns, column: Column): string {
  const at = columns[column];
  return at === undefined ? '' : (cells[at] ?? '').trim();
}

function called<K extends string>(names: Readonly<Record<K, readonly string[]>>, written: string): K | undefined {
  const folded = foldText(written);
  return (Object.keys(names) as K[]).find((key) => names[key].some((name) => foldText(name) === folded));
}

/** One term a row; the facts of a concept stand in each of its rows. */
export function* tableRows(concepts: Iterable<Concept>): Generator<readonly string[]> {
  yield Object.values(COLUMNS).map(([name]) => name);
  for (const { id, domain, definition, source, note, terms } of concepts) {
    for (const term of terms) {
      yield [
        id,
        term.language,
        term.text,
        STATUSES[term.status][0] ?? '',
        term.partOfSpeech === undefined ? '' : (PARTS[term.partOfSpeech][0] ?? ''),
        term.municipality,
        term.note,
        domain,
        definition,
        source,
        note,
      ];
    }
  }
}
