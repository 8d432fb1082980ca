import Database from 'better-sqlite3';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { memoryPath, openMemory } from '#main/store/memory/database.ts';
import { MEMORY_MIGRATIONS } from '#main/store/memory/schema.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

it('commits survive a power cut: the log is written through', () => {
  const db = openMemory(temporaryFolder());
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  db.close();
});

it('opens again what it made', () => {
  const folder = temporaryFolder();
  openMemory(folder).close();
  const db = openMemory(folder);
  expect(db.pragma('user_version', { simple: true })).toBe(MEMORY_MIGRATIONS.length);
  db.close();
});

it('refuses the memory of a newer version by name and leaves it as it is', () => {
  const folder = temporaryFolder();
  const newer = new Database(memoryPath(folder));
  newer.pragma('user_version = 99');
  newer.close();
  const before = readFileSync(memoryPath(folder));
  expect(() => openMemory(folder)).toThrow(expect.objectContaining({ code: 'workspaceNewer' }));
  expect(readFileSync(memoryPath(folder))).toEqual(before);
});

it('says that a file is damaged', () => {
  const folder = temporaryFolder();
  writeFileSync(memoryPath(folder), 'no database at all, for at least a hundred bytes '.repeat(4));
  expect(() => openMemory(folder)).toThrow(expect.objectContaining({ code: 'workspaceDamaged' }));
});
