import type { Migration } from '../migrations/migration.ts';

/**
 * Entries, what is known about those that have a history (`detail`; a million imported ones have none), and the index of
 * look-ups: `chunk` holds, of the entries of a memory up to `indexed_to` whose length is of one band, the arrays that
 * IndexBuilder makes; an entry whose source changes afterwards has a second place in it, and the first leads to nothing
 * wrong: the text itself is compared. `sandbox`: the practice toolkit a memory belongs to. `index_version` counts the changes of a memory's chunks. Numbers are never reused.
 */
const SCHEMA = `
CREATE TABLE memory (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('own', 'received', 'imported')),
  source_language TEXT NOT NULL,
  target_language TEXT NOT NULL,
  position TEXT NOT NULL,
  writable INTEGER NOT NULL DEFAULT 1,
  enabled INTEGER NOT NULL DEFAULT 1,
  sandbox TEXT,
  entries INTEGER NOT NULL DEFAULT 0,
  indexed_to INTEGER NOT NULL DEFAULT 0,
  index_version INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  memory INTEGER NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL
) STRICT;

-- content: both sides, where plain text does not say everything. part: which sentence of the unit, 0 the whole.
CREATE TABLE detail (
  entry INTEGER PRIMARY KEY,
  content TEXT,
  document TEXT,
  document_title TEXT NOT NULL DEFAULT '',
  unit TEXT,
  part INTEGER NOT NULL DEFAULT 0,
  context TEXT,
  author TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL DEFAULT '',
  municipality TEXT NOT NULL DEFAULT '',
  mode TEXT,
  status TEXT
) STRICT;
CREATE INDEX detail_unit ON detail (unit) WHERE unit IS NOT NULL;
CREATE INDEX detail_context ON detail (context) WHERE context IS NOT NULL;

CREATE TABLE chunk (
  id INTEGER PRIMARY KEY,
  memory INTEGER NOT NULL,
  band INTEGER NOT NULL,
  count INTEGER NOT NULL,
  ids BLOB NOT NULL,
  lengths BLOB NOT NULL,
  signatures BLOB NOT NULL,
  signs BLOB NOT NULL,
  pairs BLOB NOT NULL
) STRICT;
CREATE INDEX chunk_band ON chunk (memory, band);

-- The words of both sides, for concordance (see wordIndex); the texts are not kept twice.
CREATE VIRTUAL TABLE word USING fts5(text, content='', detail=none, columnsize=0, tokenize="unicode61 remove_diacritics 2");

-- What the memory has taken over of library.sqlite: the last revision and the last import.
CREATE TABLE progress (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

export const MEMORY_MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    what: 'memory',
    up: (db) => {
      db.exec(SCHEMA);
    },
  },
];
