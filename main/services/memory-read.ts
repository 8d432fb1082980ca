import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fromBlocks } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import { MODES, STATUSES } from '#shared/model/unit.ts';
import type { ByteSource } from '#main/formats/common/byte-source.ts';
import type { TmxFacts } from '#main/formats/tmx/model.ts';
import { NO_ORIGIN, type EntryDetail } from '#main/store/memory/entries.ts';
import type { NewPair } from '#main/store/memory/writer.ts';
import { naming, openFile } from './open-file.ts';

/** A pair and what its file says of it beside the texts. */
export interface ReadPair extends NewPair {
  readonly detail?: EntryDetail;
}

/** Pairs of a file, with how many of its units were none, and how much of the file has been read, 0 to 1. */
export interface PairBatch {
  readonly pairs: readonly ReadPair[];
  readonly skipped: number;
  readonly progress: number;
}

export interface PairFile {
  readonly path: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

const PIECE = 16 * 1024;
const TABLES: ReadonlySet<string> = new Set(['.csv', '.tsv', '.tab', '.txt']);
const COLUMNS: Readonly<Record<'source' | 'target', readonly string[]>> = {
  source: ['source', 'original', 'origen', 'fuente', 'texto original', 'en', 'english', 'inglés'],
  target: ['target', 'translation', 'traducción', 'destino', 'texto adaptado', 'es', 'es-BO', 'spanish', 'español'],
};

/**
 * Reads TMX, bilingual XLIFF and tables (CSV, TSV) by their ending, in batches of about `size`. Throws what the readers
 * throw, fileNotFound, and unsupportedFormat for a file of one language or of another kind.
 */
export async function* pairsOfFile(file: PairFile, size: number): AsyncGenerator<PairBatch> {
  const { path } = file;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) throw new AdaptaError('fileNotFound', { file: basename(path) });
  let read = 0;
  const bytes = counted(path, (length) => (read += length));
  const batches = readerOf(file, bytes);
  let pairs: ReadPair[] = [];
  let skipped = 0;
  for await (const batch of batches) {
    for (const pair of batch) {
      if (pair === undefined || pair.source === '' || pair.target === '') skipped += 1;
      else pairs.push(pair);
    }
    if (pairs.length < size) continue;
    yield { pairs, skipped, progress: Math.min(1, read / stat.size) };
    pairs = [];
    skipped = 0;
  }
  yield { pairs, skipped, progress: 1 };
}

type Batches = AsyncIterable<readonly (ReadPair | undefined)[]>;

function readerOf(file: PairFile, bytes: ByteSource): Batches {
  const ending = extname(file.path).toLowerCase();
  if (ending === '.tmx') return tmxPairs(file, bytes);
  if (TABLES.has(ending)) return tablePairs(file, bytes);
  return xliffPairs(file);
}

/** One buffer for all of a file: a new one for each piece would stay until somebody collects the garbage outside the heap. */
async function* counted(path: string, count: (length: number) => void): AsyncGenerator<Uint8Array> {
  const handle = await open(path);
  try {
    const room = new Uint8Array(PIECE);
    for (;;) {
      const { bytesRead } = await handle.read(room, 0, PIECE, null);
      if (bytesRead === 0) return;
      count(bytesRead);
      yield room.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function* tmxPairs({ sourceLanguage, targetLanguage }: PairFile, bytes: ByteSource): Batches {
  const { openTmx } = await import('#main/formats/tmx/read.ts');
  const { pairOf } = await import('#main/formats/tmx/pair.ts');
  const { header, batches } = await openTmx(bytes);
  const wanted = { source: sourceLanguage, target: targetLanguage };
  for await (const units of batches)
    yield units.map((unit) => {
      const pair = pairOf(header, unit, wanted);
      if (pair === undefined) return undefined;
      const detail = detailOf(unit, pair.target);
      const texts = { source: toPlainText(pair.source.content), target: toPlainText(pair.target.content) };
      return detail === undefined ? texts : { ...texts, detail };
    });
}

/** Who translated it and when, and what Adapta itself wrote (see exportMemory); undefined when nothing is said. */
function detailOf(unit: TmxFacts, target: TmxFacts): EntryDetail | undefined {
  const author = target.changer ?? unit.changer ?? target.creator ?? unit.creator ?? '';
  const at = target.changed ?? unit.changed ?? target.created ?? unit.created ?? '';
  if (author === '' && at === '' && unit.properties.length === 0) return undefined;
  const said = (type: string): string => unit.properties.find((property) => property.type === type)?.value ?? '';
  const context = said('x-context');
  return {
    ...NO_ORIGIN,
    documentTitle: said('x-document'),
    author,
    at,
    municipality: said('x-municipality'),
    mode: MODES.find((mode) => mode === said('x-mode')) ?? null,
    status: STATUSES.find((status) => status === said('x-status')) ?? null,
    part: 0,
    context: context === '' ? null : context,
    content: null,
  };
}

/** Columns by their names; of a table without such names the first two, its first row too. */
async function* tablePairs({ path }: PairFile, bytes: ByteSource): Batches {
  const { openTable, columnsOf } = await import('#main/formats/table/read.ts');
  const tabs = /\.(?:tsv|tab)$/iu.test(path) ? { delimiter: '\t' } : {};
  const { header, rows } = await openTable(bytes, tabs);
  const named = columnsOf(header, COLUMNS, []);
  const { source = 0, target = 1 } = named.source === undefined || named.target === undefined ? {} : named;
  const pairOf = (cells: readonly string[]): NewPair | undefined => {
    const [from, to] = [cells[source], cells[target]];
    return from === undefined || to === undefined
      ? undefined
      : { source: from.normalize('NFC').trim(), target: to.normalize('NFC').trim() };
  };
  if (named.source === undefined || named.target === undefined) yield [pairOf(header)];
  let batch: (NewPair | undefined)[] = [];
  for await (const { cells } of rows) {
    if (batch.push(pairOf(cells)) < 1000) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function* xliffPairs({ path }: PairFile): Batches {
  const { formatOf } = await import('#main/formats/registry.ts');
  const file = await openFile(path);
  const { blocks, translation } = await naming(
    file,
    (async () => await formatOf(file.name, file.bytes).read(file.bytes))(),
  );
  if (translation === undefined) throw new AdaptaError('unsupportedFormat', { file: file.name });
  yield translation.links.map(({ source, received }) => ({
    source: toPlainText(fromBlocks(source.map((index) => blocks[index]?.content ?? []))),
    target: toPlainText(fromBlocks(received.map((index) => translation.blocks[index]?.content ?? []))),
  }));
}
