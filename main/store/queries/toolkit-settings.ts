import type { Connection } from '../connection.ts';

/** Named JSON values that hold for one toolkit. */
export function toolkitSettingQueries(db: Connection) {
  const read = db.prepare<[string, string], { value: string }>(
    'SELECT value FROM toolkit_setting WHERE toolkit = ? AND key = ?',
  );
  const write = db.prepare<[string, string, string]>(`
    INSERT INTO toolkit_setting (toolkit, key, value) VALUES (?, ?, ?)
    ON CONFLICT (toolkit, key) DO UPDATE SET value = excluded.value`);
  const removeOf = db.prepare<[string]>('DELETE FROM toolkit_setting WHERE toolkit = ?');
  return {
    /** What was stored, unchecked: the caller's schema decides. */
    read: (toolkit: string, key: string): unknown => {
      const row = read.get(toolkit, key);
      return row === undefined ? undefined : JSON.parse(row.value);
    },
    write: (toolkit: string, key: string, value: unknown): void => {
      write.run(toolkit, key, JSON.stringify(value));
    },
    /** Those of a toolkit, for good. */
    removeOf: (toolkit: string): void => {
      removeOf.run(toolkit);
    },
  };
}
