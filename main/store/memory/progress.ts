import type { Connection } from '../connection.ts';

/** Named texts the memory keeps about itself. */
export function progressQueries(db: Connection) {
  const read = db.prepare<[string], { value: string }>('SELECT value FROM progress WHERE key = ?');
  const write = db.prepare<[string, string]>(
    'INSERT INTO progress (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  return {
    read: (key: string): string | undefined => read.get(key)?.value,
    write: (key: string, value: string): void => {
      write.run(key, value);
    },
  };
}
