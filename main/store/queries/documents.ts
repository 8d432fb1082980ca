import type { DocumentKind } from '#shared/model/document-kind.ts';
import type { Connection } from '../connection.ts';

interface Row {
  id: string;
  module: string;
  title: string;
  kind: string;
  position: string;
  archived: number;
  deleted: number;
  last_edit: string | null;
}

export interface StoredDocument {
  readonly id: string;
  readonly module: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly position: string;
  readonly archived: boolean;
  readonly deleted: boolean;
  readonly lastEdit: string | null;
}

/** Documents, hidden ones too unless said otherwise. */
export function documentQueries(db: Connection) {
  const all = db.prepare<[], Row>(`
    SELECT document.* FROM document
    JOIN module ON module.id = document.module JOIN toolkit ON toolkit.id = module.toolkit
    WHERE document.deleted = 0 AND module.deleted = 0 AND toolkit.deleted = 0
    ORDER BY document.module, document.position, document.id`);
  const get = db.prepare<[string], Row>('SELECT * FROM document WHERE id = ?');
  const ofModule = db.prepare<[string], Row>('SELECT * FROM document WHERE module = ? ORDER BY position, id');
  const insert = db.prepare<[string, string, string, string, string]>(
    'INSERT INTO document (id, module, title, kind, position) VALUES (?, ?, ?, ?, ?)',
  );
  const rename = db.prepare<[string, string, string]>('UPDATE document SET title = ?, kind = ? WHERE id = ?');
  const move = db.prepare<[string, string, string]>('UPDATE document SET module = ?, position = ? WHERE id = ?');
  const setArchived = db.prepare<[number, string]>('UPDATE document SET archived = ? WHERE id = ?');
  const setDeleted = db.prepare<[number, string]>('UPDATE document SET deleted = ? WHERE id = ?');
  const setEdited = db.prepare<[string, string]>('UPDATE document SET last_edit = ? WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM document WHERE id = ?');
  return {
    /** Not deleted, nor in anything deleted. */
    all: (): StoredDocument[] => all.all().map(read),
    get: (id: string): StoredDocument | undefined => {
      const row = get.get(id);
      return row === undefined ? undefined : read(row);
    },
    /** In order, deleted ones too. */
    ofModule: (module: string): StoredDocument[] => ofModule.all(module).map(read),
    insert: (document: Pick<StoredDocument, 'id' | 'module' | 'title' | 'kind' | 'position'>): void => {
      insert.run(document.id, document.module, document.title, document.kind, document.position);
    },
    rename: (id: string, title: string, kind: DocumentKind): void => {
      rename.run(title, kind, id);
    },
    move: (id: string, module: string, position: string): void => {
      move.run(module, position, id);
    },
    setArchived: (id: string, archived: boolean): void => {
      setArchived.run(Number(archived), id);
    },
    setDeleted: (id: string, deleted: boolean): void => {
      setDeleted.run(Number(deleted), id);
    },
    setEdited: (id: string, at: string): void => {
      setEdited.run(at, id);
    },
    /** For good; its units and imports must be gone. */
    remove: (id: string): void => {
      remove.run(id);
    },
  };
}

function read(row: Row): StoredDocument {
  return {
    id: row.id,
    module: row.module,
    title: row.title,
    kind: row.kind as DocumentKind,
    position: row.position,
    archived: row.archived === 1,
    deleted: row.deleted === 1,
    lastEdit: row.last_edit,
  };
}
