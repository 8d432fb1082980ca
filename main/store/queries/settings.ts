import type { Connection } from '../connection.ts';

/** Named JSON values. */
export function settingQueries(db: Connection) {
  const read = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?');
  const write = db.prepare<[string, string]>(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    /** What was stored, unchecked: the caller's schema decides. */
    read: (key: string): unknown => {
      const row = read.get(key);
      return row === undefined ? undefined : JSON.parse(row.value);
    },
    write: (key: string, value: unknown): void => {
      write.run(key, JSON.stringify(value));
    },
  };
}
