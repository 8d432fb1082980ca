import type { Connection } from '../connection.ts';
import { progressQueries } from './progress.ts';

const PROGRESS = 'words';
/** What shorter beginnings stand in is found by reading the texts; going through all their words costs more. */
const SHORTEST = 3;

/**
 * Which entries have a word that begins in some way, on either side and whatever its accents. It is made behind everything
 * else, up to a number; what it names may have changed or gone since, so the texts themselves decide.
 */
export function wordIndex(db: Connection) {
  const { read, write } = progressQueries(db);
  const insert = db.prepare<[number, number]>(
    "INSERT INTO word (rowid, text) SELECT id, source || ' ' || target FROM entry WHERE id > ? AND id <= ?",
  );
  const find = db.prepare<[string, number, number], { rowid: number }>(
    'SELECT rowid FROM word WHERE word MATCH ? AND rowid <= ? ORDER BY rowid DESC LIMIT ?',
  );
  const clear = db.prepare("INSERT INTO word (word) VALUES ('delete-all')");
  const highest = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM entry');
  const upTo = (): number => Number(read(PROGRESS) ?? 0);
  return {
    /** The highest number that is in it. */
    upTo,
    /** Takes in `many` more numbers, in one durable transaction; whether that was all. */
    grow: (many: number): boolean => {
      const from = upTo();
      const last = highest.get()?.id ?? 0;
      if (from >= last) return true;
      const to = Math.min(last, from + many);
      db.transaction(() => {
        insert.run(from, to);
        write(PROGRESS, String(to));
      }).immediate();
      return to === last;
    },
    /** An entry says something else now; inside the caller's transaction. */
    renew: (number: number): void => {
      if (number <= upTo()) insert.run(number - 1, number);
    },
    /** Begins anew when most of what it names is gone; inside the caller's transaction. */
    shrink: (entries: number): void => {
      if (entries * 2 >= upTo()) return;
      clear.run();
      write(PROGRESS, '0');
    },
    /** Whether it can tell anything about words that begin so. */
    knows: (stems: readonly string[]): boolean => stems.some((stem) => stem.length >= SHORTEST),
    /** Numbers up to `to` of entries that may have them all, the highest first. */
    find: (stems: readonly string[], to: number, many: number): number[] => {
      const telling = stems.filter((stem) => stem.length >= SHORTEST);
      const expression = telling.map((stem) => `"${stem.replaceAll('"', '""')}"*`).join(' AND ');
      return find.all(expression, to, many).map(({ rowid }) => rowid);
    },
  };
}

export type WordIndex = ReturnType<typeof wordIndex>;
