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

/** A unit and the number of its last revision in this workspace. */
export interface ChangedUnit {
  readonly unit: string;
  readonly seq: number;
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
  const since = db.prepare<[number, number], ChangedUnit>(
    'SELECT unit, max(seq) AS seq FROM revision WHERE seq > ? GROUP BY unit ORDER BY max(seq) LIMIT ?',
  );
  const idAt = db.prepare<[number], { id: string }>('SELECT id FROM revision WHERE seq = ?');
  const signed = db.prepare<[string], { author: string; at: string }>(
    'SELECT author, at FROM revision WHERE unit = ? ORDER BY seq DESC LIMIT 1',
  );
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
    /** Units with revisions behind a number, each with its last one, at most `many`, the longest ago first. */
    changedSince: (seq: number, many: number): ChangedUnit[] => since.all(seq, many),
    idAt: (seq: number): string | undefined => idAt.get(seq)?.id,
    /** Who changed the unit last, and when. */
    signatureOf: (unit: string): { author: string; at: string } | undefined => signed.get(unit),
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
