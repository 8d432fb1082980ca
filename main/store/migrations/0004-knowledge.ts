import type { Migration } from './migration.ts';

/**
 * The glossary (a concept with its terms), findings people decided to leave, and what is set for one toolkit. Ignored
 * findings name their unit without a foreign key: it may be gone and come back by undo.
 */
export const knowledge: Migration = {
  version: 4,
  what: 'knowledge',
  up: (db) => {
    db.exec(`
      CREATE TABLE concept (
        id TEXT PRIMARY KEY,
        toolkit TEXT REFERENCES toolkit (id),
        domain TEXT NOT NULL DEFAULT '',
        definition TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        author TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE term (
        id TEXT PRIMARY KEY,
        concept TEXT NOT NULL REFERENCES concept (id) ON DELETE CASCADE,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('preferred', 'admitted', 'proposed', 'deprecated', 'forbidden')),
        part_of_speech TEXT NOT NULL DEFAULT '',
        municipality TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        ord INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX term_concept ON term (concept, ord);
      CREATE TABLE ignored_finding (
        unit TEXT NOT NULL,
        document TEXT NOT NULL REFERENCES document (id),
        finding TEXT NOT NULL,
        texts TEXT NOT NULL,
        reason TEXT NOT NULL,
        author TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (unit, finding)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX ignored_finding_document ON ignored_finding (document);
      CREATE TABLE toolkit_setting (
        toolkit TEXT NOT NULL REFERENCES toolkit (id),
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (toolkit, key)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
