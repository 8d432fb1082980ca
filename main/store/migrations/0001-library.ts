import type { Migration } from './migration.ts';

const SCHEMA = `
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE toolkit (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  publisher TEXT NOT NULL,
  source_language TEXT NOT NULL,
  target_language TEXT NOT NULL,
  permission TEXT NOT NULL DEFAULT '',
  sandbox INTEGER NOT NULL DEFAULT 0,
  archived INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE module (
  id TEXT PRIMARY KEY,
  toolkit TEXT NOT NULL REFERENCES toolkit (id),
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX module_toolkit ON module (toolkit);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  module TEXT NOT NULL REFERENCES module (id),
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  position TEXT NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  last_edit TEXT
) STRICT;
CREATE INDEX document_module ON document (module, position);

-- One imported version of a file. placeholders: the file's own number -> the document's, JSON.
CREATE TABLE import (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  side TEXT NOT NULL CHECK (side IN ('source', 'received')),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  language TEXT,
  report TEXT NOT NULL,
  placeholders TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX import_document ON import (document);
CREATE INDEX import_sha256 ON import (sha256);

CREATE TABLE block (
  id TEXT PRIMARY KEY,
  import TEXT NOT NULL REFERENCES import (id),
  ord INTEGER NOT NULL,
  story TEXT NOT NULL,
  container TEXT NOT NULL,
  kind TEXT NOT NULL,
  level INTEGER,
  label TEXT,
  content TEXT NOT NULL,
  anchor TEXT NOT NULL
) STRICT;
CREATE INDEX block_import ON block (import, ord);

-- The places units stand in, and where each is met when reading its parent (see readingOrder).
CREATE TABLE container (
  document TEXT NOT NULL REFERENCES document (id),
  name TEXT NOT NULL,
  ord INTEGER NOT NULL,
  parent TEXT,
  side TEXT NOT NULL CHECK (side IN ('before', 'after')),
  key TEXT,
  PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  variant TEXT
) STRICT;
CREATE INDEX unit_document ON unit (document);

CREATE TABLE link (
  unit TEXT NOT NULL REFERENCES unit (id),
  side TEXT NOT NULL CHECK (side IN ('source', 'received')),
  ord INTEGER NOT NULL,
  block TEXT NOT NULL REFERENCES block (id),
  PRIMARY KEY (unit, side, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_block ON link (block);

-- variant '' is the base everybody shares; a municipality's holds only what it overrides.
CREATE TABLE target (
  unit TEXT NOT NULL REFERENCES unit (id),
  variant TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL REFERENCES document (id),
  kind TEXT NOT NULL,
  level INTEGER,
  container TEXT NOT NULL,
  position TEXT NOT NULL,
  content TEXT NOT NULL,
  mode TEXT NOT NULL,
  status TEXT NOT NULL,
  audience TEXT NOT NULL,
  adaptation TEXT,
  stale INTEGER NOT NULL DEFAULT 0,
  based_on TEXT,
  PRIMARY KEY (unit, variant)
) STRICT;
CREATE INDEX target_place ON target (document, variant, container, position);

-- Append-only. seq gives the order of this workspace; ids give it across workspaces.
CREATE TABLE revision (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL,
  variant TEXT NOT NULL DEFAULT '',
  parents TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX revision_unit ON revision (unit, seq);
`;

export const library: Migration = {
  version: 1,
  what: 'library',
  up: (db) => {
    db.exec(SCHEMA);
  },
};
