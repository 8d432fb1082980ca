import type { UnitComment } from '#shared/contract/comments.ts';
import type { Connection } from '../connection.ts';

/** What people wrote to each other about units; the texts themselves never say it. */
export function commentQueries(db: Connection) {
  const insert = db.prepare<[string, string, string, string, string, string]>(
    'INSERT INTO comment (id, document, unit, author, at, text) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const ofDocument = db.prepare<[string], UnitComment>(
    'SELECT id, unit, author, at, text FROM comment WHERE document = ? ORDER BY at, id',
  );
  const get = db.prepare<[string], UnitComment & { document: string }>(
    'SELECT id, document, unit, author, at, text FROM comment WHERE id = ?',
  );
  const remove = db.prepare<[string]>('DELETE FROM comment WHERE id = ?');
  const removeOf = db.prepare<[string]>('DELETE FROM comment WHERE document = ?');
  return {
    insert: (document: string, it: UnitComment): void => {
      insert.run(it.id, document, it.unit, it.author, it.at, it.text);
    },
    /** The oldest first. */
    ofDocument: (document: string): UnitComment[] => ofDocument.all(document),
    get: (id: string): (UnitComment & { document: string }) | undefined => get.get(id),
    remove: (id: string): void => {
      remove.run(id);
    },
    /** Those of a document, for good. */
    removeOf: (document: string): void => {
      removeOf.run(document);
    },
  };
}
