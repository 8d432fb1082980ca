import type { BlockComment } from '#shared/model/comment.ts';
import type { Content } from '#shared/model/content.ts';
import type { UnitKind } from '#shared/model/unit.ts';
import type { Connection } from '../connection.ts';
import type { Side } from './imports.ts';

/** One block of an imported file, in the document's placeholder numbers. Immutable. */
export interface StoredBlock {
  readonly id: string;
  readonly import: string;
  readonly side: Side;
  /** Reading order in its file, from 0. */
  readonly ord: number;
  readonly story: string;
  readonly container: string;
  readonly kind: UnitKind;
  readonly level?: number;
  readonly label?: string;
  readonly content: Content;
  readonly anchor: string;
  readonly words: number;
  readonly comments?: readonly BlockComment[];
}

interface Row {
  id: string;
  import: string;
  side: Side;
  ord: number;
  story: string;
  container: string;
  kind: string;
  level: number | null;
  label: string | null;
  content: string;
  anchor: string;
  words: number;
  comments: string | null;
}

export function blockQueries(db: Connection) {
  const insert = db.prepare<
    [
      string,
      string,
      number,
      string,
      string,
      string,
      number | null,
      string | null,
      string,
      string,
      number,
      string | null,
    ]
  >(`INSERT INTO block (id, import, ord, story, container, kind, level, label, content, anchor, words, comments)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const ofImport = db.prepare<[string, number, number], Row>(`
    SELECT block.*, import.side FROM block JOIN import ON import.id = block.import
    WHERE block.import = ? AND block.ord >= ? ORDER BY block.ord LIMIT ?`);
  const someByIds = db.prepare<[string], Row>(`
    SELECT block.*, import.side FROM block JOIN import ON import.id = block.import
    WHERE block.id IN (SELECT value FROM json_each(?))`);
  const get = db.prepare<[string], Row>(
    'SELECT block.*, import.side FROM block JOIN import ON import.id = block.import WHERE block.id = ?',
  );
  const belongs = db.prepare<[string], { document: string; side: Side }>(
    'SELECT import.document, import.side FROM block JOIN import ON import.id = block.import WHERE block.id = ?',
  );
  const words = db.prepare<[string], { words: number }>('SELECT words FROM block WHERE id = ?');
  const removeSome = db.prepare<[string, number]>(`
    DELETE FROM block WHERE id IN (SELECT id FROM block WHERE import IN (SELECT id FROM import WHERE document = ?) LIMIT ?)`);
  return {
    insert: (it: Omit<StoredBlock, 'side'>): void => {
      insert.run(
        it.id,
        it.import,
        it.ord,
        it.story,
        it.container,
        it.kind,
        it.level ?? null,
        it.label ?? null,
        JSON.stringify(it.content),
        it.anchor,
        it.words,
        it.comments === undefined ? null : JSON.stringify(it.comments),
      );
    },
    /** So many of an imported file's, from the one that is `from`-th in reading order. */
    ofImport: (id: string, from: number, count: number): StoredBlock[] => ofImport.all(id, from, count).map(read),
    /** Those that there are, in no order; a few hundred at a time. */
    some: (ids: readonly string[]): StoredBlock[] => someByIds.all(JSON.stringify(ids)).map(read),
    get: (id: string): StoredBlock | undefined => {
      const row = get.get(id);
      return row === undefined ? undefined : read(row);
    },
    /** Whose block it is: a link must stay inside its document and side. */
    placeOf: (id: string): { document: string; side: Side } | undefined => belongs.get(id),
    wordsOf: (ids: readonly string[]): number => ids.reduce((sum, id) => sum + (words.get(id)?.words ?? 0), 0),
    /** So many of a document's, for good; gives how many there were. No link may point at them. */
    removeSomeOf: (document: string, count: number): number => removeSome.run(document, count).changes,
  };
}

function read(row: Row): StoredBlock {
  return {
    id: row.id,
    import: row.import,
    side: row.side,
    ord: row.ord,
    story: row.story,
    container: row.container,
    kind: row.kind as UnitKind,
    ...(row.level === null ? {} : { level: row.level }),
    ...(row.label === null ? {} : { label: row.label }),
    content: JSON.parse(row.content) as Content,
    anchor: row.anchor,
    words: row.words,
    ...(row.comments === null ? {} : { comments: JSON.parse(row.comments) as BlockComment[] }),
  };
}
