import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importText, makeClient, withModule } from '#tests/builders/client.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { adapta } from './run-cli.ts';

function pairs(...lines: readonly string[]): string {
  const path = join(temporaryFolder(), 'pairs.tsv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

describe('check --pairs', () => {
  test('tells of each pair with findings what they are, one JSON a line', () => {
    const path = pairs('Good\tBien', 'There are 17 goals.\tHay 16 objetivos.');
    const { code, json } = adapta('check', '--pairs', path, '--source', 'en', '--target', 'es', '--json');
    expect(code).toBe(0);
    expect(json).toMatchObject({ pair: 2, findings: [{ code: 'numberDiffers', range: { from: 4, to: 6 } }] });
  });

  test('ends with 1 when there are errors', () => {
    const path = pairs('It costs 2 billion dollars.\tCuesta 2 billones de dólares.');
    expect(adapta('check', '--pairs', path, '--json').code).toBe(1);
  });

  test('counts by code when asked to', () => {
    const path = pairs('Two words\tDos  palabras', 'Two lines\tDos  líneas');
    expect(adapta('check', '--pairs', path, '--counts', '--json').json).toEqual({
      pairs: 2,
      counts: { errors: 0, warnings: 2, hints: 0, ignored: 0 },
      codes: { doubleSpace: 2 },
    });
  });

  test('runs only the checks that are named', () => {
    const path = pairs('There are 17 goals.\tHay  16 objetivos.');
    const { json } = adapta('check', '--pairs', path, '--checks', 'double-space', '--counts', '--json');
    expect(json).toMatchObject({ codes: { doubleSpace: 1 } });
  });

  test('does not know a check of another name: 2', () => {
    expect(adapta('check', '--pairs', pairs('a\tb'), '--checks', 'spelling').code).toBe(2);
  });

  test('needs a file that is there: 2', () => {
    expect(adapta('check', '--pairs', '/nowhere/pairs.tsv')).toMatchObject({
      code: 2,
      json: { error: { code: 'fileNotFound' } },
    });
  });
});

describe('check DOCUMENT', () => {
  test('tells what was found, and writes a report', async () => {
    const workspace = temporaryFolder();
    const it = await makeClient({ workspace });
    await withModule(it.client);
    const document = await importText(it, 'There are 17 goals.\nGood', 'Hay 16 objetivos.\nBien');
    await it.close();
    const report = join(workspace, 'avisos.html');
    const { code, json } = adapta('check', document, '--workspace', workspace, '--report', report, '--json');
    expect(code).toBe(0);
    expect(json).toMatchObject({ counts: { warnings: 1 }, units: [{ findings: [{ code: 'numberDiffers' }] }] });
    expect(existsSync(report) && readFileSync(report, 'utf8')).toContain('17');
  });

  test('needs a workspace: 2', () => {
    expect(adapta('check', 'x').code).toBe(2);
  });
});
