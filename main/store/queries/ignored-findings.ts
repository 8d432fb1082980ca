import type { IgnoredFinding } from '#shared/contract/checks.ts';
import type { Connection } from '../connection.ts';

/** Findings somebody decided to leave as they are. Writers run inside the caller's transaction. */
export function ignoredFindingQueries(db: Connection) {
  const columns = 'unit, finding, texts, reason, author, at';
  const ofDocument = db.prepare<[string], IgnoredFinding>(
    `SELECT ${columns} FROM ignored_finding WHERE document = ? ORDER BY unit, finding`,
  );
  const ofUnit = db.prepare<[string], IgnoredFinding>(`SELECT ${columns} FROM ignored_finding WHERE unit = ?`);
  const put = db.prepare<[IgnoredFinding & { document: string }]>(`
    INSERT INTO ignored_finding (unit, document, finding, texts, reason, author, at)
    VALUES (@unit, @document, @finding, @texts, @reason, @author, @at)
    ON CONFLICT (unit, finding) DO UPDATE SET texts = excluded.texts, reason = excluded.reason,
      author = excluded.author, at = excluded.at`);
  const remove = db.prepare<[string, string]>('DELETE FROM ignored_finding WHERE unit = ? AND finding = ?');
  const removeOf = db.prepare<[string]>('DELETE FROM ignored_finding WHERE document = ?');
  return {
    /** Those of units that are gone as well: they may come back by undo. */
    ofDocument: (document: string): readonly IgnoredFinding[] => ofDocument.all(document),
    ofUnit: (unit: string): readonly IgnoredFinding[] => ofUnit.all(unit),
    put: (document: string, ignored: IgnoredFinding): void => {
      put.run({ ...ignored, document });
    },
    remove: (unit: string, finding: string): void => {
      remove.run(unit, finding);
    },
    /** Those of a document, for good. */
    removeOf: (document: string): void => {
      removeOf.run(document);
    },
  };
}
