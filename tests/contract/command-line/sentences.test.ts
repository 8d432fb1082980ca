import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docx, p } from '#tests/builders/docx/index.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';
import { adapta } from './run-cli.ts';

function written(name: string, text: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

function amount(units: number, segments: number, words: number, characters: number) {
  return { units, segments, words, characters };
}

describe('segment', () => {
  test('gives the sentences of a whole file as one array', () => {
    const path = written(
      'a.txt',
      '\uFEFFLa Sra. Quispe firmó el D.S. N.º 5309. Luego\r\nsalió.\n\n____\n1. Registro \n',
    );
    expect(adapta('segment', path, '--lang', 'es', '--json')).toMatchObject({
      code: 0,
      json: ['La Sra. Quispe firmó el D.S. N.º 5309.', 'Luego salió.', '1. Registro'],
    });
  });

  test('takes rules from a file', () => {
    const srx = written(
      'a.srx',
      '<srx version="2.0"><header cascade="no"/><body><languagerules><languagerule languagerulename="A"><rule>' +
        '<beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules><maprules>' +
        '<languagemap languagepattern=".*" languagerulename="A"/></maprules></body></srx>',
    );
    const path = written('a.txt', 'uno; dos. tres');
    expect(adapta('segment', path, '--lang', 'es', '--srx', srx).json).toEqual(['uno;', 'dos. tres']);
  });

  test('refuses what is no language, and rules it cannot use', () => {
    const path = written('a.txt', 'uno');
    expect(adapta('segment', path, '--lang', 'español')).toMatchObject({
      code: 2,
      json: { error: { code: 'badRequest' } },
    });
    expect(adapta('segment', path, '--lang', 'es', '--srx', written('a.srx', '<tmx/>'))).toMatchObject({
      code: 3,
      json: { error: { code: 'invalidSrx', params: { rule: 'rootIsNotSrx' } } },
    });
  });
});

test('analyse counts a toolkit, and writes the table', () => {
  const folder = temporaryFolder();
  const workspace = join(folder, 'w');
  adapta('import', written('a.docx', docx(p('One two. Three.'), p('Three.'))), '--workspace', workspace);
  const csv = join(folder, 'tabla.csv');
  const { code, json } = adapta('analyse', '--workspace', workspace, '--csv', csv, '--json');
  expect([code, json]).toMatchObject([
    0,
    {
      rows: [
        {
          scope: { of: 'toolkit' },
          total: amount(2, 3, 4, 20),
          repetitions: amount(1, 1, 1, 6),
          bands: { new: amount(1, 2, 3, 14) },
        },
        { scope: { of: 'module' } },
        { scope: { of: 'document' } },
      ],
      progress: { words: 4, days: [] },
    },
  ]);
  expect(readFileSync(csv, 'utf8').split('\r\n')).toHaveLength(29);
  expect(adapta('analyse', '--workspace', workspace, '--document', 'd', '--module', 'm')).toMatchObject({ code: 2 });
});
