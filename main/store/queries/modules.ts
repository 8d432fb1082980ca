import type { ModuleSummary } from '#shared/contract/library.ts';
import type { Connection } from '../connection.ts';

interface Row {
  id: string;
  toolkit: string;
  number: string;
  title: string;
  archived: number;
}

/** Modules, hidden ones too unless said otherwise. */
export function moduleQueries(db: Connection) {
  const all = db.prepare<[], Row>(`
    SELECT module.* FROM module JOIN toolkit ON toolkit.id = module.toolkit
    WHERE module.deleted = 0 AND toolkit.deleted = 0`);
  const get = db.prepare<[string], Row>('SELECT * FROM module WHERE id = ?');
  const ofToolkit = db.prepare<[string], Row>('SELECT * FROM module WHERE toolkit = ?');
  const insert = db.prepare<[string, string, string, string]>(
    'INSERT INTO module (id, toolkit, number, title) VALUES (?, ?, ?, ?)',
  );
  const rename = db.prepare<[string, string, string]>('UPDATE module SET number = ?, title = ? WHERE id = ?');
  const move = db.prepare<[string, string]>('UPDATE module SET toolkit = ? WHERE id = ?');
  const setArchived = db.prepare<[number, string]>('UPDATE module SET archived = ? WHERE id = ?');
  const setDeleted = db.prepare<[number, string]>('UPDATE module SET deleted = ? WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM module WHERE id = ?');
  return {
    /** Not deleted, nor in a deleted toolkit; by number, part by part. */
    all: (): ModuleSummary[] => all.all().map(read).toSorted(byNumber),
    get: (id: string): ModuleSummary | undefined => {
      const row = get.get(id);
      return row === undefined ? undefined : read(row);
    },
    /** Deleted ones too. */
    ofToolkit: (toolkit: string): ModuleSummary[] => ofToolkit.all(toolkit).map(read),
    insert: (module: Omit<ModuleSummary, 'archived'>): void => {
      insert.run(module.id, module.toolkit, module.number, module.title);
    },
    rename: (id: string, number: string, title: string): void => {
      rename.run(number, title, id);
    },
    move: (id: string, toolkit: string): void => {
      move.run(toolkit, id);
    },
    setArchived: (id: string, archived: boolean): void => {
      setArchived.run(Number(archived), id);
    },
    setDeleted: (id: string, deleted: boolean): void => {
      setDeleted.run(Number(deleted), id);
    },
    /** For good; its documents must be gone. */
    remove: (id: string): void => {
      remove.run(id);
    },
  };
}

/** A module number is a path: 2.10 comes after 2.9. */
function byNumber(a: ModuleSummary, b: ModuleSummary): number {
  return a.number.localeCompare(b.number, 'es', { numeric: true }) || a.title.localeCompare(b.title, 'es');
}

function read(row: Row): ModuleSummary {
  return {
    id: row.id,
    toolkit: row.toolkit,
    number: row.number,
    title: row.title,
    archived: row.archived === 1,
  };
}
