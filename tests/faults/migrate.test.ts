import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { listBackups } from '#main/store/backup.ts';
import { openConnection } from '#main/store/connection.ts';
import { runMigration, versionOf } from '#main/store/migrate.ts';
import { MIGRATIONS } from '#main/store/migrations/index.ts';
import { openStore } from '#main/store/store.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { callsOf, runKilled, type Call } from './kill-at.ts';
import { patience, rounds } from './verify.ts';

const ROUNDS = rounds(20);
/** Version of the migration that reads every text, the longest: kills fall into it, or between it and the next. */
const WORDS = 2;
const UNITS = 3000;
const PROGRAM = fileURLToPath(new URL('./migrate-main.ts', import.meta.url));

let old: string;
let calls: readonly Call[];

/** A workspace as version 1 left it. */
function makeOld(workspace: string): void {
  const db = openConnection(join(workspace, 'library.sqlite'));
  for (const migration of MIGRATIONS.slice(0, 1)) runMigration(db, migration);
  db.exec(`
    INSERT INTO toolkit (id, name, publisher, source_language, target_language) VALUES ('t', 'T', '', 'en', 'es');
    INSERT INTO module (id, toolkit, number, title) VALUES ('m', 't', '1', 'M');
    INSERT INTO document (id, module, title, kind, position) VALUES ('d', 'm', 'D', 'reading', 'a0');`);
  const unit = db.prepare<[string]>("INSERT INTO unit (id, document) VALUES (?, 'd')");
  const target = db.prepare<[string, string, string]>(`
    INSERT INTO target (unit, document, kind, container, position, content, mode, status, audience)
    VALUES (?, 'd', 'paragraph', 'body', ?, ?, 'faithful', 'draft', 'everyone')`);
  db.transaction(() => {
    for (let index = 0; index < UNITS; index += 1) {
      unit.run(`u${index}`);
      target.run(`u${index}`, `a${index}`, JSON.stringify([{ text: `uno dos tres ${index}`, marks: [] }]));
    }
  })();
  db.close();
}

function copyOfOld(): string {
  const workspace = temporaryFolder();
  cpSync(old, workspace, { recursive: true });
  return workspace;
}

beforeAll(async () => {
  old = mkdtempSync(join(tmpdir(), 'adapta-old-'));
  makeOld(old);
  const trial = mkdtempSync(join(tmpdir(), 'adapta-trial-'));
  cpSync(old, trial, { recursive: true });
  runKilled(PROGRAM, trial);
  calls = callsOf(trial);
}, 60_000);

test(
  `a migration killed at ${ROUNDS} of its writes is whole or has not happened, and the next start finishes it`,
  async () => {
    const seen = new Set<number>();
    for (let round = 1; round <= ROUNDS; round += 1) {
      const workspace = copyOfOld();
      runKilled(PROGRAM, workspace, calls[Math.floor((round * calls.length) / (ROUNDS + 1))]);
      const db = openConnection(join(workspace, 'library.sqlite'));
      const version = versionOf(db);
      seen.add(version);
      const columns = db.prepare("SELECT name FROM pragma_table_info('target')").pluck().all();
      const migrated = columns.includes('words');
      expect({ round, migrated, integrity: db.pragma('integrity_check', { simple: true }) }).toEqual({
        round,
        migrated: version >= WORDS,
        integrity: 'ok',
      });
      db.close();
      const store = await openStore(workspace);
      expect(store.units.words('d')).toBe(UNITS * 4);
      expect(listBackups(workspace).some((backup) => backup.reason === 'migrate')).toBe(true);
      store.close();
    }
    expect([...seen]).toContain(1);
  },
  patience(ROUNDS),
);
