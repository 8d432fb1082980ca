import { generateKeyBetween } from 'fractional-indexing';
import type { MemorySummary } from '#shared/contract/memory.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { primaryLanguage } from '#shared/text/language.ts';
import type { Connection } from '../connection.ts';

export type MemoryKind = MemorySummary['kind'];

/** A memory with its number in this database. */
export interface StoredMemory extends MemorySummary {
  readonly number: number;
  /** The practice toolkit it belongs to; null: it is everybody's. */
  readonly sandboxOf: string | null;
}

interface Row {
  id: number;
  uid: string;
  name: string;
  kind: string;
  source_language: string;
  target_language: string;
  position: string;
  writable: number;
  enabled: number;
  sandbox: string | null;
  entries: number;
}

/** What a new memory is. */
export type NewMemory = Pick<MemorySummary, 'id' | 'name' | 'kind' | 'sourceLanguage' | 'targetLanguage'> & {
  readonly sandboxOf: string | null;
};

/**
 * Whether a memory is asked for a toolkit: `sandbox` is its id where it is one for practice, else null. What people bring
 * from files is everybody's; what is practised with stays where it was written, and knows nothing of real toolkits.
 */
export function answersTo(
  { kind, sandboxOf }: Pick<StoredMemory, 'kind' | 'sandboxOf'>,
  sandbox: string | null,
): boolean {
  return sandboxOf === sandbox || (kind === 'imported' && sandboxOf === null);
}

/** The memories of a workspace, in the order they are asked. */
export function memoryQueries(db: Connection) {
  const all = db.prepare<[], Row>('SELECT * FROM memory ORDER BY position, id');
  const insert = db.prepare<[string, string, string, string, string, string, string | null]>(
    'INSERT INTO memory (uid, name, kind, source_language, target_language, position, sandbox) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const set = {
    name: db.prepare<[string, string]>('UPDATE memory SET name = ? WHERE uid = ?'),
    position: db.prepare<[string, string]>('UPDATE memory SET position = ? WHERE uid = ?'),
    writable: db.prepare<[number, string]>('UPDATE memory SET writable = ? WHERE uid = ?'),
    enabled: db.prepare<[number, string]>('UPDATE memory SET enabled = ? WHERE uid = ?'),
  };
  const removal = [
    'DELETE FROM detail WHERE entry IN (SELECT id FROM entry WHERE memory = ?)',
    'DELETE FROM entry WHERE memory = ?',
    'DELETE FROM chunk WHERE memory = ?',
    'DELETE FROM memory WHERE id = ?',
  ].map((sql) => db.prepare<[number]>(sql));
  const rows = (): Row[] => all.all();
  const need = (uid: string): StoredMemory => {
    const row = rows().find((each) => each.uid === uid);
    if (row === undefined) throw new AdaptaError('unknownMemory', { memory: uid });
    return read(row);
  };
  return {
    all: (): StoredMemory[] => rows().map((row) => read(row)),
    /** Throws unknownMemory. */
    need,
    /** At the end of the order. */
    create: ({ id, name, kind, sourceLanguage, targetLanguage, sandboxOf }: NewMemory): StoredMemory => {
      const position = generateKeyBetween(rows().at(-1)?.position ?? null, null);
      insert.run(id, name, kind, sourceLanguage, targetLanguage, position, sandboxOf);
      return need(id);
    },
    /** The enabled ones of a pair of languages, whatever their varieties, that answer to a toolkit ({@link answersTo}). */
    asked: (source: string, target: string, sandbox: string | null): StoredMemory[] =>
      rows()
        .filter(
          (row) =>
            row.enabled === 1 &&
            primaryLanguage(row.source_language) === primaryLanguage(source) &&
            primaryLanguage(row.target_language) === primaryLanguage(target),
        )
        .map((row) => read(row))
        .filter((memory) => answersTo(memory, sandbox)),
    rename: (uid: string, name: string): void => {
      set.name.run(name, need(uid).id);
    },
    /** Right behind another; first when null. */
    move: (uid: string, after: string | null): void => {
      const others = rows().filter((row) => row.uid !== need(uid).id);
      const at = after === null ? -1 : others.findIndex((row) => row.uid === need(after).id);
      const key = generateKeyBetween(others[at]?.position ?? null, others[at + 1]?.position ?? null);
      set.position.run(key, uid);
    },
    setWritable: (uid: string, writable: boolean): void => {
      set.writable.run(Number(writable), need(uid).id);
    },
    setEnabled: (uid: string, enabled: boolean): void => {
      set.enabled.run(Number(enabled), need(uid).id);
    },
    /** For good, with its entries. */
    remove: (uid: string): void => {
      const { number } = need(uid);
      for (const statement of removal) statement.run(number);
    },
  };
}

function read(row: Row): StoredMemory {
  return {
    number: row.id,
    id: row.uid,
    name: row.name,
    kind: row.kind as MemoryKind,
    entries: row.entries,
    writable: row.writable === 1,
    enabled: row.enabled === 1,
    sandbox: row.sandbox !== null,
    sandboxOf: row.sandbox,
    sourceLanguage: row.source_language,
    targetLanguage: row.target_language,
  };
}
