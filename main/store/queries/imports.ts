import type { PlaceholderId } from '#shared/model/content.ts';
import type { ImportReport } from '#shared/model/report.ts';
import type { Connection } from '../connection.ts';

export type Side = 'source' | 'received';

/** One version of a file as it was imported. */
export interface StoredImport {
  readonly id: string;
  readonly document: string;
  readonly side: Side;
  readonly name: string;
  readonly sha256: string;
  readonly format: string;
  readonly language: string | null;
  readonly report: ImportReport;
  /** The file's own placeholder number and the document's, in pairs; numbers not named are the same in both. */
  readonly placeholders: readonly (readonly [own: PlaceholderId, inDocument: PlaceholderId])[];
  /** ISO 8601, UTC. */
  readonly at: string;
}

interface Row {
  id: string;
  document: string;
  side: Side;
  name: string;
  sha256: string;
  format: string;
  language: string | null;
  report: string;
  placeholders: string;
  at: string;
}

export function importQueries(db: Connection) {
  const insert = db.prepare<[string, string, string, string, string, string, string | null, string, string, string]>(
    `INSERT INTO import (id, document, side, name, sha256, format, language, report, placeholders, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofDocument = db.prepare<[string], Row>('SELECT * FROM import WHERE document = ? ORDER BY at');
  const skeletons = db.prepare<[], { document: string; format: string; name: string; sides: number }>(
    // Of the received translation where there is one: 'received' sorts before 'source', and min() brings its row's columns.
    'SELECT document, format, name, min(side), count(DISTINCT side) AS sides FROM import GROUP BY document',
  );
  const known = db.prepare<[string], { document: string; title: string; module: string }>(`
    SELECT DISTINCT document.id AS document, document.title, document.module
    FROM import JOIN document ON document.id = import.document
    JOIN module ON module.id = document.module JOIN toolkit ON toolkit.id = module.toolkit
    WHERE import.sha256 = ? AND import.side = 'source'
      AND document.deleted = 0 AND module.deleted = 0 AND toolkit.deleted = 0`);
  const receivedSince = db.prepare<[string], { id: string; document: string }>(
    "SELECT id, document FROM import WHERE side = 'received' AND id > ? ORDER BY id",
  );
  const remove = db.prepare<[string]>('DELETE FROM import WHERE document = ?');
  return {
    insert: (it: StoredImport): void => {
      const placeholders = JSON.stringify(it.placeholders);
      const report = JSON.stringify(it.report);
      insert.run(it.id, it.document, it.side, it.name, it.sha256, it.format, it.language, report, placeholders, it.at);
    },
    /** Received translations that came in behind another, in order; '' for all. */
    receivedSince: (id: string): { id: string; document: string }[] => receivedSince.all(id),
    ofDocument: (document: string): StoredImport[] =>
      ofDocument.all(document).map((row) => ({
        ...row,
        report: JSON.parse(row.report) as ImportReport,
        placeholders: JSON.parse(row.placeholders) as StoredImport['placeholders'],
      })),
    /** The file each document is written into, and whether a received translation came with it. */
    skeletons: (): Map<string, { format: string; name: string; hasReceived: boolean }> =>
      new Map(skeletons.all().map(({ document, sides, ...row }) => [document, { ...row, hasReceived: sides > 1 }])),
    /** Documents in the library made from the original with this SHA-256. */
    known: (sha256: string): { document: string; title: string; module: string }[] => known.all(sha256),
    /** Those of a document, for good; its blocks must be gone. */
    removeOf: (document: string): void => {
      remove.run(document);
    },
  };
}
