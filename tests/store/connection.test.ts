import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assertDurable, openConnection, openPlain } from '#main/store/connection.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

test('synchronous is FULL before and after the first write', () => {
  const db = openConnection(join(temporaryFolder(), 'a.sqlite'));
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  db.exec('CREATE TABLE t (x)');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  db.close();
});

test('a connection nobody set falls back to NORMAL at its first write, and that is noticed', () => {
  const db = openPlain(join(temporaryFolder(), 'a.sqlite'));
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE t (x)');
  expect(() => {
    assertDurable(db);
  }).toThrow('ioError');
  db.close();
});
