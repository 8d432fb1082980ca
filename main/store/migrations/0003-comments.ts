import type { Migration } from './migration.ts';

/**
 * What people wrote in the margin: of a block in its file, as JSON (null where nobody did), and of a unit in Adapta. A unit may
 * be gone and come back by undo, so its comments do not hang on it by a foreign key.
 */
export const comments: Migration = {
  version: 3,
  what: 'comments',
  up: (db) => {
    db.exec(`
      ALTER TABLE block ADD COLUMN comments TEXT;
      CREATE TABLE comment (
        id TEXT PRIMARY KEY,
        document TEXT NOT NULL REFERENCES document (id),
        unit TEXT NOT NULL,
        author TEXT NOT NULL,
        at TEXT NOT NULL,
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX comment_document ON comment (document, at);
    `);
  },
};
