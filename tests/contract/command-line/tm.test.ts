import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { adapta, type CliResult } from './run-cli.ts';

let folder: string;
let imported: CliResult;
const at = (name: string): string => join(folder, name);
const tm = (...args: readonly string[]): CliResult => adapta('tm', ...args, '--workspace', at('w'), '--json');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adapta-tm-'));
  writeFileSync(
    at('pairs.tsv'),
    'Write it on a card.\tEscríbalo en una tarjeta.\nRead Step 3 aloud.\tLea el paso 3.\n',
  );
  imported = tm('import', at('pairs.tsv'));
});

test('a file is taken into a memory named after it, in a new workspace too', () => {
  expect(imported.code).toBe(0);
  expect(imported.json).toMatchObject({ added: 2, skipped: 0, updated: 0 });
  expect(tm('stats').json).toMatchObject({ entries: 2, memories: [{ name: 'pairs', kind: 'imported' }] });
});

test('taking it in again adds nothing', () => {
  expect(tm('import', at('pairs.tsv')).json).toMatchObject({ added: 0, skipped: 2 });
});

test('a text is looked up', () => {
  const { code, json } = tm('lookup', 'Write it on a card.');
  expect(code).toBe(0);
  expect(json).toEqual([{ score: 100, source: 'Write it on a card.', target: 'Escríbalo en una tarjeta.' }]);
});

test('a file of queries is answered line by line, in order', () => {
  writeFileSync(at('queries.txt'), 'Read Step 4 aloud.\nNobody ever said so.\n\nWrite it on a card\n');
  const { stdout } = tm('lookup', '--from', at('queries.txt'));
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(answers).toEqual([
    [{ score: 99, source: 'Read Step 3 aloud.', target: 'Lea el paso 3.' }],
    [],
    [],
    [{ score: 94, source: 'Write it on a card.', target: 'Escríbalo en una tarjeta.' }],
  ]);
});

test('a memory goes out as TMX', () => {
  expect(tm('export', at('out.tmx'), '--memory', 'pairs').json).toMatchObject({ entries: 2 });
  expect(readFileSync(at('out.tmx'), 'utf8')).toContain('<seg>Lea el paso 3.</seg>');
});

test.each([
  [['lookup'], 'badRequest', 2],
  [['lookup', 'a', '--least', 'x'], 'badRequest', 2],
  [['lookup', '--from', 'nowhere.txt'], 'fileNotFound', 2],
  [['import', 'nowhere.tmx'], 'fileNotFound', 2],
  [['export', 'x.tmx', '--memory', 'none'], 'unknownMemory', 2],
])('%j is refused as %s', (args, error, exit) => {
  const { code, json } = tm(...args);
  expect(json).toMatchObject({ error: { code: error } });
  expect(code).toBe(exit);
});
