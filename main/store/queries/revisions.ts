import type { Revision } from '#shared/contract/units.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { Connection } from '../connection.ts';

interface Row {
  id: string;
  unit: string;
  parents: string;
  author: string;
  at: string;
  before: string | null;
  after: string | null;
}

/** Append-only: there is no way to change a revision. */
export function revisionQueries(db: Connection) {
  const insert = db.prepare<[string, string, string, string, string, string | null, string | null]>(
    'INSERT INTO revision (id, unit, parents, author, at, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const ofUnit = db.prepare<[string], Row>(
    'SELECT id, unit, parents, author, at, before, after FROM revision WHERE unit = ? ORDER BY seq DESC',
  );
  const last = db.prepare<[string], { id: string }>('SELECT id FROM revision WHERE unit = ? ORDER BY seq DESC LIMIT 1');
  const count = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM revision');
  const remove = db.prepare<[string]>('DELETE FROM revision WHERE unit IN (SELECT id FROM unit WHERE document = ?)');
  return {
    insert: (it: Revision): void => {
      insert.run(it.id, it.unit, JSON.stringify(it.parents), it.author, it.at, json(it.before), json(it.after));
    },
    /** Newest first. */
    ofUnit: (unit: string): Revision[] =>
      ofUnit.all(unit).map((row) => ({
        ...row,
        parents: JSON.parse(row.parents) as string[],
        before: record(row.before),
        after: record(row.after),
      })),
    lastOf: (unit: string): string | undefined => last.get(unit)?.id,
    count: (): number => count.get()?.count ?? 0,
    /** The sample's reset only: nothing else ever forgets. */
    removeOf: (document: string): void => {
      remove.run(document);
    },
  };
}

function json(value: UnitRecord | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function record(value: string | null): UnitRecord | null {
  return value === null ? null : (JSON.parse(value) as UnitRecord);
}
