import type { Content } from '#shared/model/content.ts';
import type { Adaptation, Audience, Mode, Status, UnitKind, UnitRecord } from '#shared/model/unit.ts';
import type { Connection } from '../connection.ts';
import type { Side } from './imports.ts';

interface Row {
  unit: string;
  document: string;
  kind: string;
  level: number | null;
  container: string;
  position: string;
  content: string;
  mode: string;
  status: string;
  audience: string;
  adaptation: string | null;
  stale: number;
}

interface LinkRow {
  unit: string;
  side: Side;
  block: string;
}

/** Where a unit stands, without its text. */
export interface UnitPlace {
  readonly id: string;
  readonly container: string;
  readonly position: string;
}

/** What the library adds up. */
export interface Tally {
  readonly document: string;
  readonly mode: Mode;
  readonly status: Status;
  readonly signed: boolean;
  readonly units: number;
  readonly words: number;
  readonly stale: number;
  readonly findings: number;
}

const COLUMNS = 'unit, document, kind, level, container, position, content, mode, status, audience, adaptation, stale';
const BASE = "variant = ''";

/** Units of the base variant: unit, link and target rows as one record. Writers run inside the caller's transaction. */
export function unitQueries(db: Connection) {
  const get = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM target WHERE unit = ? AND ${BASE}`);
  const links = db.prepare<[string], LinkRow>('SELECT unit, side, block FROM link WHERE unit = ? ORDER BY side, ord');
  const first = db.prepare<[string, string], { unit: string }>(
    `SELECT unit FROM target WHERE document = ? AND ${BASE} AND container = ? ORDER BY position, unit LIMIT 1`,
  );
  const next = db.prepare<[string, string, string, string], { unit: string }>(
    `SELECT unit FROM target WHERE document = ? AND ${BASE} AND container = ? AND (position, unit) > (?, ?)
     ORDER BY position, unit LIMIT 1`,
  );
  const previous = db.prepare<[string, string, string, string], { unit: string }>(
    `SELECT unit FROM target WHERE document = ? AND ${BASE} AND container = ? AND (position, unit) < (?, ?)
     ORDER BY position DESC, unit DESC LIMIT 1`,
  );
  const places = db.prepare<[string, string, string, string, number], UnitPlace>(
    `SELECT unit AS id, container, position FROM target
     WHERE document = ? AND ${BASE} AND (container, position, unit) > (?, ?, ?)
     ORDER BY container, position, unit LIMIT ?`,
  );
  const ensure = db.prepare<[string, string]>('INSERT INTO unit (id, document) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const ever = db.prepare<[string, string, number], { id: string }>(
    'SELECT id FROM unit WHERE document = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const owner = db.prepare<[string], { document: string }>('SELECT document FROM unit WHERE id = ?');
  const write = db.prepare<
    [
      string,
      string,
      string,
      number | null,
      string,
      string,
      string,
      string,
      string,
      string,
      string | null,
      number,
      number,
      number,
    ]
  >(`
    INSERT INTO target (unit, document, kind, level, container, position, content, mode, status, audience, adaptation,
      stale, words, findings)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (unit, variant) DO UPDATE SET kind = excluded.kind, level = excluded.level,
      container = excluded.container, position = excluded.position, content = excluded.content, mode = excluded.mode,
      status = excluded.status, audience = excluded.audience, adaptation = excluded.adaptation, stale = excluded.stale,
      words = excluded.words, findings = excluded.findings`);
  const clearLinks = db.prepare<[string]>('DELETE FROM link WHERE unit = ?');
  const addLink = db.prepare<[string, string, number, string]>(
    'INSERT INTO link (unit, side, ord, block) VALUES (?, ?, ?, ?)',
  );
  const setFindings = db.prepare<[number, string]>(`UPDATE target SET findings = ? WHERE unit = ? AND ${BASE}`);
  const removeTarget = db.prepare<[string]>(`DELETE FROM target WHERE unit = ? AND ${BASE}`);
  const tallies = db.prepare<[], Omit<Tally, 'signed'> & { signed: number }>(`
    SELECT document, mode, status, adaptation IS NOT NULL AS signed, count(*) AS units, sum(words) AS words,
      sum(stale) AS stale, sum(findings) AS findings
    FROM target WHERE ${BASE} GROUP BY document, mode, status, signed`);
  const sums = db.prepare<[string], { words: number; findings: number }>(`
    SELECT coalesce(sum(words), 0) AS words, coalesce(sum(findings), 0) AS findings
    FROM target WHERE document = ? AND ${BASE}`);
  const some = '(SELECT id FROM unit WHERE document = ? ORDER BY id LIMIT ?)';
  // The units themselves last: the others are found by them.
  const removeSome = [
    `DELETE FROM link WHERE unit IN ${some}`,
    `DELETE FROM target WHERE unit IN ${some}`,
    `DELETE FROM unit WHERE id IN ${some}`,
  ].map((sql) => db.prepare<[string, number]>(sql));
  const someByIds = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM target WHERE unit IN (SELECT value FROM json_each(?)) AND ${BASE}`,
  );
  const linksByIds = db.prepare<[string], LinkRow>(
    `SELECT unit, side, block FROM link WHERE unit IN (SELECT value FROM json_each(?)) ORDER BY unit, side, ord`,
  );

  return {
    get: (id: string): UnitRecord | undefined => {
      const row = get.get(id);
      return row === undefined ? undefined : read(row, links.all(id));
    },
    /** The document a unit belongs, or has belonged, to. */
    documentOf: (id: string): string | undefined => owner.get(id)?.document,
    /** Ids in their order, so many behind `after` (empty: the first): of units taken out of the document as well. */
    everIn: (document: string, after: string, count: number): string[] =>
      ever.all(document, after, count).map(({ id }) => id),
    /** The unit behind `after` in reading order of its container; the container's first when null. */
    next: (document: string, after: UnitPlace | null, container: string): string | undefined =>
      (after === null ? first.get(document, container) : next.get(document, container, after.position, after.id))?.unit,
    /** The unit in front of one in reading order of its container. */
    previous: (document: string, { id, container, position }: UnitPlace): string | undefined =>
      previous.get(document, container, position, id)?.unit,
    /** By container, then position, so many behind `after` (null: the first): no texts are read. */
    places: (document: string, after: UnitPlace | null, count: number): UnitPlace[] =>
      places.all(document, after?.container ?? '', after?.position ?? '', after?.id ?? '', count),
    /** Those that there are, in the order of their ids; a few hundred at a time. */
    some: (ids: readonly string[]): UnitRecord[] => {
      const wanted = JSON.stringify(ids);
      const byUnit = Map.groupBy(linksByIds.all(wanted), (link) => link.unit);
      const rows = new Map(someByIds.all(wanted).map((row) => [row.unit, row]));
      return ids.flatMap((id) => {
        const row = rows.get(id);
        return row === undefined ? [] : [read(row, byUnit.get(id) ?? [])];
      });
    },
    /** Creates or replaces a unit's record. Links are rewritten only when `relink`. */
    write: (it: UnitRecord, counts: { words: number; findings: number }, relink: boolean): void => {
      ensure.run(it.id, it.document);
      write.run(
        it.id,
        it.document,
        it.kind,
        it.level ?? null,
        it.placement.container,
        it.placement.position,
        JSON.stringify(it.content),
        it.mode,
        it.status,
        it.audience,
        it.adaptation === null ? null : JSON.stringify(it.adaptation),
        Number(it.stale),
        counts.words,
        counts.findings,
      );
      if (!relink) return;
      clearLinks.run(it.id);
      for (const [ord, block] of it.source.entries()) addLink.run(it.id, 'source', ord, block);
      for (const [ord, block] of it.received.entries()) addLink.run(it.id, 'received', ord, block);
    },
    /** What the library adds up for a unit whose record stays. */
    setFindings: (id: string, findings: number): void => {
      setFindings.run(findings, id);
    },
    /** Takes a unit out of its document; its row stays, so that its history can be read. */
    remove: (id: string): void => {
      clearLinks.run(id);
      removeTarget.run(id);
    },
    /** Open findings of a document. */
    openFindings: (document: string): number => sums.get(document)?.findings ?? 0,
    words: (document: string): number => sums.get(document)?.words ?? 0,
    tallies: (): Tally[] => tallies.all().map((row) => ({ ...row, signed: row.signed === 1 })),
    /** So many of a document's, for good; gives how many there were. Their revisions must be gone. */
    removeSomeOf: (document: string, count: number): number =>
      removeSome.reduce((_, statement) => statement.run(document, count).changes, 0),
  };
}

function read(row: Row, links: readonly LinkRow[]): UnitRecord {
  return {
    id: row.unit,
    document: row.document,
    kind: row.kind as UnitKind,
    ...(row.level === null ? {} : { level: row.level }),
    placement: { container: row.container, position: row.position },
    source: links.filter((link) => link.side === 'source').map((link) => link.block),
    received: links.filter((link) => link.side === 'received').map((link) => link.block),
    content: JSON.parse(row.content) as Content,
    mode: row.mode as Mode,
    status: row.status as Status,
    audience: row.audience as Audience,
    adaptation: row.adaptation === null ? null : (JSON.parse(row.adaptation) as Adaptation),
    stale: row.stale === 1,
  };
}
