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
  const ofDocument = db.prepare<[string], Row>(`
    SELECT block.*, import.side FROM block JOIN import ON import.id = block.import
    WHERE import.document = ? ORDER BY import.side DESC, block.ord`);
  const get = db.prepare<[string], Row>(
    'SELECT block.*, import.side FROM block JOIN import ON import.id = block.import WHERE block.id = ?',
  );
  const belongs = db.prepare<[string], { document: string; side: Side }>(
    'SELECT import.document, import.side FROM block JOIN import ON import.id = block.import WHERE block.id = ?',
  );
  const words = db.prepare<[string], { words: number }>('SELECT words FROM block WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM block WHERE import IN (SELECT id FROM import WHERE document = ?)');
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
    /** Source blocks first, each side in reading order. */
    ofDocument: (document: string): StoredBlock[] => ofDocument.all(document).map(read),
    get: (id: string): StoredBlock | undefined => {
      const row = get.get(id);
      return row === undefined ? undefined : read(row);
    },
    /** Whose block it is: a link must stay inside its document and side. */
    placeOf: (id: string): { document: string; side: Side } | undefined => belongs.get(id),
    wordsOf: (ids: readonly string[]): number => ids.reduce((sum, id) => sum + (words.get(id)?.words ?? 0), 0),
    /** Those of a document, for good; no link may point at them. */
    removeOf: (document: string): void => {
      remove.run(document);
    },
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
