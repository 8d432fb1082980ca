import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as b from '#tests/builders/docx/index.ts';
import { adapta, linesOf, type CliResult, type UnitLine } from './run-cli.ts';

const { docx, p } = b;
const at = (name: string): string => join(folder, name);

let folder: string;
let document: string;
let imported: CliResult;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'adapta-cli-'));
  const source = docx(
    b.h(1, 'Session 1'),
    p('Ask participants to name a service.'),
    b.tbl(['Time', 'Step']),
    p('End.'),
  );
  const received = docx(
    b.h(1, 'Sesión 1'),
    p('Pida a las y los participantes que nombren un servicio.'),
    b.tbl(['Hora', 'Paso']),
    p('Fin.'),
  );
  writeFileSync(at('source.docx'), source);
  writeFileSync(at('received.docx'), received);
  imported = adapta(
    ...`import ${at('source.docx')} --received ${at('received.docx')} --workspace ${at('w')} --json`.split(' '),
    ...'--toolkit Innovación --module 2.1 --kind self-assessment'.split(' '),
  );
  document = (imported.json as { document: string }).document;
});

function units(): readonly UnitLine[] {
  return linesOf(adapta('units', document, '--workspace', at('w')).stdout);
}

function apply(...edits: readonly unknown[]) {
  writeFileSync(at('edits.ndjson'), edits.map((edit) => JSON.stringify(edit)).join('\n'));
  return adapta('apply', document, '--from', at('edits.ndjson'), '--workspace', at('w'), '--json');
}

test('units come in reading order with both texts', () => {
  expect(imported).toMatchObject({ code: 0, json: { units: 5, links: 5, report: { units: 5, tables: 1 } } });
  expect(units().map(({ kind, cell, source, target, status }) => [kind, cell, source, target, status])).toEqual([
    ['heading', undefined, 'Session 1', 'Sesión 1', 'draft'],
    [
      'paragraph',
      undefined,
      'Ask participants to name a service.',
      'Pida a las y los participantes que nombren un servicio.',
      'draft',
    ],
    ['tableCell', 't1r1c1', 'Time', 'Hora', 'draft'],
    ['tableCell', 't1r1c2', 'Step', 'Paso', 'draft'],
    ['paragraph', undefined, 'End.', 'Fin.', 'draft'],
  ]);
});

test('edits are applied, exported, and read again', () => {
  const [heading, ask, , , end] = units();
  const result = apply(
    { id: heading?.id, target: 'Sesión uno', status: 'reviewed' },
    { split: ask?.id, at: 5, as: 'second' },
    { id: 'second', target: 'A todas y todos', mode: 'adapted', reason: 'gender-and-inclusion' },
    { insertAfter: ask?.id, kind: 'paragraph', target: 'Caso de Cobija', reason: 'example-or-case', as: 'case' },
    { move: 'case', after: end?.id },
    { id: end?.id, mode: 'omitted', reason: 'audience' },
  );
  expect(result).toMatchObject({ code: 0, json: { edits: 6 } });
  const exported = adapta(
    'export',
    document,
    '--as',
    'docx',
    '--out',
    at('out.docx'),
    '--workspace',
    at('w'),
    '--json',
  );
  // What was split off ends without the mark its original has.
  expect(exported).toMatchObject({ code: 0, json: { findings: [{ code: 'notApproved' }, { code: 'openFindings' }] } });
  adapta('import', at('out.docx'), '--workspace', at('again'));
  const again = adapta('import', at('out.docx'), '--workspace', at('again'), '--json').json as { document: string };
  const read = linesOf(adapta('units', again.document, '--workspace', at('again')).stdout);
  expect(read.map((unit) => unit.source)).toEqual([
    'Sesión uno',
    'Pida ',
    'A todas y todos',
    'Hora',
    'Paso',
    'Caso de Cobija',
  ]);
});

test('one refused line refuses the whole file, and is named', () => {
  const before = units();
  const [heading] = before;
  const result = apply({ id: heading?.id, target: 'Otro' }, { id: heading?.id, mode: 'adapted' });
  expect(result).toMatchObject({
    code: 2,
    json: { error: { code: 'badEdits', params: { line: 2, code: 'reasonRequired' } } },
  });
  expect(units()).toEqual(before);
});

test('a placeholder the unit does not know is refused, a new line break is not', () => {
  const [heading] = units();
  expect(apply({ id: heading?.id, target: 'Uno ⟦77⟧' })).toMatchObject({
    code: 2,
    json: { error: { params: { code: 'unknownPlaceholder', placeholder: 77 } } },
  });
  expect(apply({ id: heading?.id, target: 'Uno⟦0⟧dos ⟦⟦' }).code).toBe(0);
  expect(units()[0]?.target).toBe('Uno⟦0⟧dos ⟦⟦');
});

test('runs with a placeholder the document does not have are refused', () => {
  const [heading] = units();
  const content = [{ placeholder: 77, kind: 'image', label: '' }];
  expect(apply({ id: heading?.id, content })).toMatchObject({
    code: 2,
    json: { error: { params: { code: 'unknownPlaceholder', placeholder: 77 } } },
  });
});

test('a text given in two ways, a place behind the end and a note without its reason are refused', () => {
  const before = units();
  const id = before[1]?.id;
  for (const line of [
    { id, target: 'Uno', content: [{ text: 'Dos', marks: [] }] },
    { split: id, at: 9999 },
    { id, note: 'Se perdería.' },
    { insertAfter: id, kind: 'paragraph', target: 'Caso', note: 'Se perdería.' },
  ])
    expect(apply(line)).toMatchObject({ code: 2, json: { error: { code: 'badEdits', params: { line: 1 } } } });
  expect(units()).toEqual(before);
});

test('a file of edits in another encoding is refused, not stored with its accents lost', () => {
  const before = units();
  writeFileSync(at('edits.ndjson'), Buffer.from(`{"id":"${before[0]?.id}","target":"Sesión"}`, 'latin1'));
  const result = adapta('apply', document, '--from', at('edits.ndjson'), '--workspace', at('w'), '--json');
  expect(result).toMatchObject({ code: 2, json: { error: { code: 'badRequest', params: { reason: 'utf-8' } } } });
  expect(units()).toEqual(before);
});

test('a unit is one line for every reader, whatever ends a line for it', () => {
  const [heading] = units();
  const target = 'Uno\u2028dos\u0085tres';
  expect(apply({ id: heading?.id, target }).code).toBe(0);
  const { stdout } = adapta('units', document, '--workspace', at('w'));
  expect(stdout).not.toMatch(/[\u0085\u2028]/u);
  expect(linesOf(stdout)[0]?.target).toBe(target);
});

test('a note alone joins the reason the unit has', () => {
  const added = units().find((unit) => unit.mode === 'added');
  expect(apply({ id: added?.id, note: 'Pedido por Cobija' })).toMatchObject({ code: 0, json: { changes: 1 } });
});

test('a bundle is made, verified, and a changed byte is found', async () => {
  const wish = ['--profile', 'participants', '--title', 'Taller', '--date', '2026-03-07', '--place', 'Cobija'];
  const made = adapta(
    'bundle',
    '--documents',
    `${document},${document}`,
    ...wish,
    '--out',
    at('b.zip'),
    '--workspace',
    at('w'),
    '--json',
  );
  expect(made.code).toBe(0);
  const { files } = made.json as { files: { name: string }[] };
  expect(files.filter(({ name }) => name.endsWith('.docx'))).toHaveLength(1);
  expect(adapta('verify', at('b.zip'), '--json')).toMatchObject({ code: 0, json: { ok: true, title: 'Taller' } });
  const { readFileSync } = await import('node:fs');
  const bytes = readFileSync(at('b.zip'));
  bytes[200] = (bytes[200] ?? 0) ^ 0xff;
  writeFileSync(at('changed.zip'), bytes);
  expect(adapta('verify', at('changed.zip'), '--json')).toMatchObject({ code: 1, json: { ok: false } });
});

test('a header is in no cell, but for a table in it', () => {
  const header = [p('Encabezado'), b.tbl(['Celda'])];
  writeFileSync(at('header.docx'), b.docxWith({ header }, p('Texto')));
  const made = adapta('import', at('header.docx'), '--workspace', at('w'), '--json').json as { document: string };
  const lines = linesOf(adapta('units', made.document, '--workspace', at('w')).stdout);
  expect(lines.filter((line) => line.source !== '').map(({ source, cell }) => [source, cell])).toEqual([
    ['Texto', undefined],
    ['Encabezado', undefined],
    ['Celda', 't1r1c1'],
  ]);
});

test('the same original is recognised', () => {
  const again = adapta('import', at('source.docx'), '--workspace', at('w'), '--json');
  expect(again.json).toMatchObject({ known: [document] });
});

test('files are read, aligned and written without a workspace', () => {
  expect(adapta('inspect', at('source.docx'))).toMatchObject({ code: 0, json: { headings: 1, tables: 1 } });
  const links = adapta('align', at('source.docx'), at('received.docx'), '--json').json as unknown[];
  expect(links).toHaveLength(5);
  expect(links[0]).toMatchObject({ source: [0], received: [0] });
  for (const command of ['roundtrip', 'rewrite']) {
    expect(adapta(command, at('source.docx'), '--out', at(`${command}.docx`), '--json')).toMatchObject({
      code: 0,
      json: { findings: [] },
    });
    expect(existsSync(at(`${command}.docx`))).toBe(true);
  }
});
