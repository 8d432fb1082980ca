import type { EntryOrigin, MemoryEntry } from '#shared/contract/memory.ts';
import type { Content } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import type { Mode, Status } from '#shared/model/unit.ts';
import type { Connection } from '../connection.ts';

/** What is known of an entry beside its texts. */
export interface EntryDetail extends EntryOrigin {
  /** Which sentence of the unit; 0: the whole unit. */
  readonly part: number;
  /** {@link contextKey} of the unit; of sentences null. */
  readonly context: string | null;
  /** The target where plain text does not say everything of it. */
  readonly content: Content | null;
}

export interface StoredEntry extends MemoryEntry {
  readonly number: number;
  readonly memoryNumber: number;
  readonly detail: EntryDetail | null;
}

interface Row {
  id: number;
  memory: number;
  uid: string;
  source: string;
  target: string;
  entry: number | null;
  content: string | null;
  document: string | null;
  document_title: string | null;
  unit: string | null;
  part: number | null;
  context: string | null;
  author: string | null;
  at: string | null;
  municipality: string | null;
  mode: string | null;
  status: string | null;
}

export const NO_ORIGIN: EntryOrigin = {
  document: null,
  documentTitle: '',
  unit: null,
  author: '',
  at: '',
  municipality: '',
  mode: null,
  status: null,
};

const NO_DETAIL: EntryDetail = { ...NO_ORIGIN, part: 0, context: null, content: null };

const SELECT = `SELECT entry.id, entry.memory, memory.uid, entry.source, entry.target, detail.*
  FROM entry JOIN memory ON memory.id = entry.memory LEFT JOIN detail ON detail.entry = entry.id`;

/** Entries by number, unit and context. Writers run inside the caller's transaction. */
export function entryQueries(db: Connection) {
  const get = db.prepare<[number], Row>(`${SELECT} WHERE entry.id = ?`);
  const ofUnit = db.prepare<[string], Row>(`${SELECT} WHERE detail.unit = ? ORDER BY detail.part`);
  const ofContext = db.prepare<[string], Row>(`${SELECT} WHERE detail.context = ?`);
  const page = db.prepare<[number, number, number], Row>(
    `${SELECT} WHERE entry.memory = ? ORDER BY entry.id DESC LIMIT ? OFFSET ?`,
  );
  const upwards = db.prepare<[number, number, number], Row>(
    `${SELECT} WHERE entry.memory = ? AND entry.id > ? ORDER BY entry.id LIMIT ?`,
  );
  const repeated = db.prepare<[number], { ids: string }>(
    'SELECT group_concat(id) AS ids FROM entry WHERE memory = ? GROUP BY source, target HAVING count(*) > 1',
  );
  const highest = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM entry');
  const remove = db.prepare<[number]>('DELETE FROM entry WHERE id = ?');
  const removeDetail = db.prepare<[number]>('DELETE FROM detail WHERE entry = ?');
  const count = db.prepare<[number, number]>('UPDATE memory SET entries = entries + ? WHERE id = ?');
  const setTarget = db.prepare<[string, number]>('UPDATE entry SET target = ? WHERE id = ?');
  const putDetail = db.prepare<
    [
      number,
      string | null,
      string | null,
      string,
      string | null,
      number,
      string | null,
      string,
      string,
      string,
      string | null,
      string | null,
    ]
  >(`INSERT INTO detail (entry, content, document, document_title, unit, part, context, author, at, municipality, mode, status)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (entry) DO UPDATE SET content = excluded.content, document = excluded.document,
      document_title = excluded.document_title, unit = excluded.unit, part = excluded.part, context = excluded.context,
      author = excluded.author, at = excluded.at, municipality = excluded.municipality, mode = excluded.mode,
      status = excluded.status`);
  return {
    get: (id: number): StoredEntry | undefined => {
      const row = get.get(id);
      return row === undefined ? undefined : read(row);
    },
    /** Throws unknownEntry. */
    need: (id: string): StoredEntry => {
      const row = get.get(Number(id));
      if (row === undefined) throw new AdaptaError('unknownEntry', { entry: id });
      return read(row);
    },
    ofUnit: (unit: string): StoredEntry[] => ofUnit.all(unit).map((row) => read(row)),
    ofContext: (key: string): StoredEntry[] => ofContext.all(key).map((row) => read(row)),
    /** At most `many` of a memory, the newest first, the first `from` left out. */
    page: (memory: number, from: number, many: number): StoredEntry[] =>
      page.all(memory, many, from).map((row) => read(row)),
    /** Those with numbers in `(from, to]` that fit every pattern on one side, the newest first. */
    fitting: (memories: readonly number[], patterns: readonly string[], from: number, to: number): StoredEntry[] => {
      const sides = (side: string): string => patterns.map(() => `entry.${side} LIKE ?`).join(' AND ');
      const sql = `${SELECT} WHERE entry.id > ? AND entry.id <= ? AND entry.memory IN (${memories.map(() => '?').join(', ')})
        AND ((${sides('source')}) OR (${sides('target')})) ORDER BY entry.id DESC`;
      return db
        .prepare<unknown[], Row>(sql)
        .all(from, to, ...memories, ...patterns, ...patterns)
        .map((row) => read(row));
    },
    /** At most `many` of a memory, the oldest first, behind a number. */
    behind: (memory: number, after: number, many: number): StoredEntry[] =>
      upwards.all(memory, after, many).map((row) => read(row)),
    /** Numbers of those that say the same, by what they say. */
    repeated: (memory: number): number[][] => repeated.all(memory).map(({ ids }) => ids.split(',').map(Number)),
    highest: (): number => highest.get()?.id ?? 0,
    remove: ({ number, memoryNumber }: Pick<StoredEntry, 'number' | 'memoryNumber'>): void => {
      remove.run(number);
      removeDetail.run(number);
      count.run(-1, memoryNumber);
    },
    setTarget: (number: number, target: string): void => {
      setTarget.run(target, number);
    },
    putDetail: (number: number, it: EntryDetail): void => {
      const content = it.content === null ? null : JSON.stringify(it.content);
      putDetail.run(
        number,
        content,
        it.document,
        it.documentTitle,
        it.unit,
        it.part,
        it.context,
        it.author,
        it.at,
        it.municipality,
        it.mode,
        it.status,
      );
    },
  };
}

function read(row: Row): StoredEntry {
  const detail = row.entry === null ? null : detailOf(row);
  const { part: _part, context: _context, content: _content, ...origin } = detail ?? NO_DETAIL;
  return {
    number: row.id,
    memoryNumber: row.memory,
    id: String(row.id),
    memory: row.uid,
    source: row.source,
    target: row.target,
    origin,
    detail,
  };
}

function detailOf(row: Row): EntryDetail {
  return {
    content: row.content === null ? null : (JSON.parse(row.content) as Content),
    document: row.document,
    documentTitle: row.document_title ?? '',
    unit: row.unit,
    part: row.part ?? 0,
    context: row.context,
    author: row.author ?? '',
    at: row.at ?? '',
    municipality: row.municipality ?? '',
    mode: row.mode as Mode | null,
    status: row.status as Status | null,
  };
}
