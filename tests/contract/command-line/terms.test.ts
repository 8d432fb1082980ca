import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { adapta, type CliResult } from './run-cli.ts';

let folder: string;
let starter: CliResult;
const at = (name: string): string => join(folder, name);
const terms = (...args: readonly string[]): CliResult => adapta('terms', ...args, '--workspace', at('w'), '--json');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adapta-terms-'));
  starter = terms('import', '--starter');
});

test('the glossary that comes along is taken in, into a new workspace too', () => {
  expect(starter.code).toBe(0);
  expect(starter.json).toMatchObject({ merged: 0, unchanged: 0, skipped: [] });
});

test('a table with a line that cannot be used is taken in and says so', () => {
  writeFileSync(at('mine.csv'), 'en,es\nbus stop,parada\n,nada\n');
  const { code, json } = terms('import', at('mine.csv'));
  expect(json).toMatchObject({ added: 1, skipped: [{ line: 3, reason: 'noSource' }] });
  expect(code).toBe(1);
});

test('the terms of a text are told with what to say', () => {
  const { code, json } = terms('find', 'los consejos municipales');
  expect(code).toBe(0);
  expect(json).toMatchObject({
    text: 'consejos municipales',
    from: 4,
    to: 24,
    term: 'Consejo Municipal',
    status: 'forbidden',
    preferred: { en: 'municipal council', es: 'Concejo Municipal' },
  });
});

test('the language can be said', () => {
  expect(terms('find', 'leaving no one behind', '--lang', 'en').json).toMatchObject({ text: 'leaving no one behind' });
});

test.each(['tbx', 'csv'])('it goes out as %s and comes back as it was', (as) => {
  const out = at(`g.${as}`);
  const { concepts } = terms('export', '--as', as, '--out', out).json as { concepts: number };
  expect(readFileSync(out, 'utf8')).toContain('Concejo Municipal');
  const back = adapta('terms', 'import', out, '--workspace', at(`w-${as}`), '--json');
  expect(back.json).toMatchObject({ added: concepts, skipped: [] });
});

test.each([
  [['import'], 2],
  [['import', '--starter', 'x.tbx'], 2],
  [['import', 'missing.tbx'], 2],
  [['import', '--starter', '--toolkit', 't'], 2],
  [['find', 'x', '--lang', 'no es'], 2],
  [['export', '--as', 'docx', '--out', 'x'], 2],
  [['lose'], 2],
])('%j is refused', (args, code) => {
  expect(terms(...args).code).toBe(code);
});
