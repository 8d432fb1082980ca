import type { Connection } from '../connection.ts';

/**
 * Where a container is met when its parent is read. `before`: ahead of the first unit whose position is at least `key`
 * (null: at the end); `after`: behind the last unit whose position is at most `key` (null: at the start).
 */
export interface StoredContainer {
  readonly name: string;
  /** Order among those met at the same place. */
  readonly ord: number;
  /** Null: read on its own, by `ord`. */
  readonly parent: string | null;
  readonly side: 'before' | 'after';
  readonly key: string | null;
}

export function containerQueries(db: Connection) {
  const insert = db.prepare<[string, string, number, string | null, string, string | null]>(
    'INSERT INTO container (document, name, ord, parent, side, key) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const ofDocument = db.prepare<[string], StoredContainer>(
    'SELECT name, ord, parent, side, key FROM container WHERE document = ? ORDER BY ord',
  );
  const remove = db.prepare<[string]>('DELETE FROM container WHERE document = ?');
  return {
    insert: (document: string, it: StoredContainer): void => {
      insert.run(document, it.name, it.ord, it.parent, it.side, it.key);
    },
    /** By `ord`. */
    ofDocument: (document: string): StoredContainer[] => ofDocument.all(document),
    removeOf: (document: string): void => {
      remove.run(document);
    },
  };
}
