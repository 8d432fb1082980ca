import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listBackups } from '#main/store/backup.ts';
import { openConnection, type Connection } from '#main/store/connection.ts';
import { migrate, runMigration, versionOf } from '#main/store/migrate.ts';
import { MIGRATIONS } from '#main/store/migrations/index.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

/** For each version: what stood in a database of the version before, and what must be there afterwards. */
const CASES: Readonly<Record<number, { before: string; check(db: Connection): void }>> = {
  1: {
    before: '',
    check: (db) => {
      const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
      for (const table of ['block', 'unit', 'link', 'target', 'revision']) expect(tables).toContain(table);
    },
  },
  2: {
    before: `
      INSERT INTO toolkit (id, name, publisher, source_language, target_language) VALUES ('t', 'T', '', 'en', 'es');
      INSERT INTO module (id, toolkit, number, title) VALUES ('m', 't', '1', 'M');
      INSERT INTO document (id, module, title, kind, position) VALUES ('d', 'm', 'D', 'reading', 'a0');
      INSERT INTO import VALUES ('i', 'd', 'source', 'a.docx', 'x', 'docx', 'en', '{}', '[]', '2026');
      INSERT INTO block (id, import, ord, story, container, kind, content, anchor)
        VALUES ('b', 'i', 0, 'body', 'body', 'paragraph', '[{"text":"one two three","marks":[]}]', 'x');
      INSERT INTO unit (id, document) VALUES ('u', 'd'), ('v', 'd');
      INSERT INTO link VALUES ('u', 'source', 0, 'b'), ('v', 'source', 0, 'b');
      INSERT INTO target (unit, document, kind, container, position, content, mode, status, audience) VALUES
        ('u', 'd', 'paragraph', 'body', 'a0', '[{"text":"uno dos","marks":[]}]', 'faithful', 'draft', 'everyone'),
        ('v', 'd', 'paragraph', 'body', 'a1', '[]', 'faithful', 'untranslated', 'everyone');`,
    check: (db) => {
      expect(db.prepare('SELECT words FROM block').pluck().all()).toEqual([3]);
      expect(db.prepare('SELECT words FROM target ORDER BY unit').pluck().all()).toEqual([2, 3]);
      expect(db.prepare('SELECT content FROM target ORDER BY unit').pluck().get()).toContain('uno dos');
    },
  },
  3: {
    before: `
      INSERT INTO toolkit (id, name, publisher, source_language, target_language) VALUES ('t', 'T', '', 'en', 'es');
      INSERT INTO module (id, toolkit, number, title) VALUES ('m', 't', '1', 'M');
      INSERT INTO document (id, module, title, kind, position) VALUES ('d', 'm', 'D', 'reading', 'a0');
      INSERT INTO import VALUES ('i', 'd', 'source', 'a.docx', 'x', 'docx', 'en', '{}', '[]', '2026');
      INSERT INTO block (id, import, ord, story, container, kind, content, anchor)
        VALUES ('b', 'i', 0, 'body', 'body', 'paragraph', '[]', 'x');`,
    check: (db) => {
      expect(db.prepare('SELECT id, comments FROM block').all()).toEqual([{ id: 'b', comments: null }]);
      expect(db.prepare('SELECT count(*) FROM comment').pluck().get()).toBe(0);
    },
  },
  4: {
    before:
      "INSERT INTO toolkit (id, name, publisher, source_language, target_language) VALUES ('t', 'T', '', 'en', 'es');",
    check: (db) => {
      const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
      for (const table of ['concept', 'term', 'ignored_finding', 'toolkit_setting']) expect(tables).toContain(table);
      expect(db.prepare('SELECT id FROM toolkit').pluck().all()).toEqual(['t']);
    },
  },
};

test('every migration has its case here', () => {
  expect(Object.keys(CASES).map(Number)).toEqual(MIGRATIONS.map((migration) => migration.version));
  expect(MIGRATIONS.map((migration) => migration.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
});

test.each(MIGRATIONS.map((migration) => [migration.version, migration.what] as const))(
  'version %i (%s) from the version before, after a backup',
  async (version) => {
    const folder = temporaryFolder();
    const db = openConnection(join(folder, 'library.sqlite'));
    for (const migration of MIGRATIONS.slice(0, version - 1)) runMigration(db, migration);
    const it = CASES[version];
    db.exec(it?.before ?? '');
    await migrate(db, folder, version);
    expect(versionOf(db)).toBe(version);
    it?.check(db);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const backups = listBackups(folder).map((backup) => backup.reason);
    expect(backups).toEqual(version === 1 ? [] : ['migrate']);
    db.close();
  },
);

test('a migration that fails leaves the version before', () => {
  const db = openConnection(join(temporaryFolder(), 'library.sqlite'));
  const broken = {
    version: 1,
    what: 'broken',
    up: (on: Connection) => {
      on.exec('CREATE TABLE half (x)');
      throw new Error('stop');
    },
  };
  expect(() => {
    runMigration(db, broken);
  }).toThrow('stop');
  expect(versionOf(db)).toBe(0);
  expect(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0);
  db.close();
});
