import type { ToolkitSummary } from '#shared/contract/library.ts';
import type { Connection } from '../connection.ts';

interface Row {
  id: string;
  name: string;
  publisher: string;
  source_language: string;
  target_language: string;
  permission: string;
  sandbox: number;
  archived: number;
}

/** Toolkits, hidden ones too unless said otherwise. */
export function toolkitQueries(db: Connection) {
  const all = db.prepare<[], Row>('SELECT * FROM toolkit WHERE deleted = 0 ORDER BY sandbox, name');
  const get = db.prepare<[string], Row>('SELECT * FROM toolkit WHERE id = ?');
  const sandboxes = db.prepare<[], Row>('SELECT * FROM toolkit WHERE sandbox = 1');
  const insert = db.prepare<[string, string, string, string, string, number]>(
    'INSERT INTO toolkit (id, name, publisher, source_language, target_language, sandbox) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const rename = db.prepare<[string, string, string, string]>(
    'UPDATE toolkit SET name = ?, publisher = ?, permission = ? WHERE id = ?',
  );
  const setArchived = db.prepare<[number, string]>('UPDATE toolkit SET archived = ? WHERE id = ?');
  const setDeleted = db.prepare<[number, string]>('UPDATE toolkit SET deleted = ? WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM toolkit WHERE id = ?');
  return {
    /** Not deleted, the sample last, by name. */
    all: (): ToolkitSummary[] => all.all().map(read),
    get: (id: string): ToolkitSummary | undefined => {
      const row = get.get(id);
      return row === undefined ? undefined : read(row);
    },
    /** The sample; deleted ones too. */
    sandboxes: (): ToolkitSummary[] => sandboxes.all().map(read),
    insert: (toolkit: Omit<ToolkitSummary, 'archived' | 'permission'>): void => {
      const { id, name, publisher, sourceLanguage, targetLanguage, sandbox } = toolkit;
      insert.run(id, name, publisher, sourceLanguage, targetLanguage, Number(sandbox));
    },
    rename: (id: string, name: string, publisher: string, permission: string): void => {
      rename.run(name, publisher, permission, id);
    },
    setArchived: (id: string, archived: boolean): void => {
      setArchived.run(Number(archived), id);
    },
    setDeleted: (id: string, deleted: boolean): void => {
      setDeleted.run(Number(deleted), id);
    },
    /** For good; its modules must be gone. Only the sample's reset does this. */
    remove: (id: string): void => {
      remove.run(id);
    },
  };
}

function read(row: Row): ToolkitSummary {
  return {
    id: row.id,
    name: row.name,
    publisher: row.publisher,
    sourceLanguage: row.source_language,
    targetLanguage: row.target_language,
    permission: row.permission,
    sandbox: row.sandbox === 1,
    archived: row.archived === 1,
  };
}
