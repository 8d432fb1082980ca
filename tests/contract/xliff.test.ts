import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Command } from '#shared/model/commands.ts';
import { textOf } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { openClient, withModule, type TestClient } from '#tests/builders/client.ts';
import { schemaFaults2 } from '#tests/builders/xliff/schemas.ts';
import { xliff2 } from '#tests/builders/xliff/index.ts';

const UNITS = [
  '<unit id="a"><notes><note id="n">¿Es así?</note></notes><segment state="reviewed"><source>The <pc id="1" type="fmt" subType="xlf:b">law</pc> <ph id="2" disp="[x]"/></source><target>La <pc id="1" type="fmt" subType="xlf:b">ley</pc> <ph id="2" disp="[x]"/></target></segment></unit>',
  '<unit id="b"><segment><source>Two is here</source></segment></unit>',
  '<unit id="c"><segment state="translated"><source>Three</source><target>Tres</target></segment></unit>',
].join('\n');

interface Imported {
  readonly it: TestClient;
  readonly document: string;
  readonly units: readonly UnitRecord[];
}

async function imported(): Promise<Imported> {
  const it = await openClient({ office: 'real' });
  await withModule(it.client);
  const source = it.grant('kit.xlf', Buffer.from(xliff2(UNITS)).toString());
  const { plan, links } = await it.client.imports.plan({ source });
  const { document } = await it.client.imports.commit({ plan, links, module: 'm', kind: 'reading', title: 'T' });
  const { units } = await it.client.units.page({ document, from: 0, count: 100 });
  return { it, document, units };
}

async function exported({ it, document }: Imported, ...commands: readonly Command[]): Promise<string> {
  if (commands.length > 0) await it.client.units.apply({ document, commands });
  const { path, token } = it.target('out.xlf');
  await it.client.exports.document({ document, as: 'file', to: token });
  return readFileSync(path, 'utf8');
}

test('a file of two languages is a document with both, as far as it says', async () => {
  const { units } = await imported();
  expect(units.map(({ content, status }) => [textOf(content), status])).toEqual([
    ['La ley ', 'reviewed'],
    ['', 'untranslated'],
    ['Tres', 'translated'],
  ]);
});

test('the report counts the words of each language, and says what is worth knowing once', async () => {
  const it = await openClient({ office: 'real' });
  const unread = '<unit id="d" translate="no"><segment><source>Four</source></segment></unit>';
  const source = it.grant('kit.xlf', Buffer.from(xliff2(`${UNITS}${unread}`)).toString());
  const { sourceReport, receivedReport } = await it.client.imports.plan({ source });
  expect([sourceReport.words, receivedReport?.words]).toEqual([6, 3]);
  expect([sourceReport.notes.length, receivedReport?.notes]).toEqual([1, []]);
});

test('the report counts the placeholders of each language by themselves', async () => {
  const it = await openClient({ office: 'real' });
  const unit = '<unit id="a"><segment><source>The <ph id="2" disp="[x]"/></source><target>La</target></segment></unit>';
  const source = it.grant('kit.xlf', Buffer.from(xliff2(unit)).toString());
  const { sourceReport, receivedReport } = await it.client.imports.plan({ source });
  expect(Object.values(sourceReport.placeholders)).toEqual([1]);
  expect(receivedReport?.placeholders).toEqual({});
});

test('goes out as it came when nobody touched it', async () => {
  expect(await exported(await imported())).toBe(Buffer.from(xliff2(UNITS)).toString());
});

test('takes what was translated, adapted, added and left out', async () => {
  const made = await imported();
  const [a, b, c] = made.units.map(({ id }) => id) as [string, string, string];
  const text = await exported(
    made,
    { type: 'edit', unit: b, content: [{ text: 'Dos está aquí', marks: [] }] },
    { type: 'mode', unit: b, mode: 'adapted', why: { reason: 'law', reference: 'Ley 482' } },
    { type: 'insert', unit: 'new', after: b, kind: 'paragraph', content: [{ text: 'Un caso', marks: [] }] },
    { type: 'mode', unit: c, mode: 'omitted', why: { reason: 'other', note: 'no aplica' } },
  );
  expect(schemaFaults2(Buffer.from(text))).toEqual([]);
  const [first = '', second = '', third = '', last = ''] = text.match(/<unit[^]*?<\/unit>/gu) ?? [];
  expect(first).toBe(UNITS.split('\n')[0]);
  expect(second).toMatch(/subState="adapta:adapted"><source>Two is here<\/source><target>Dos está aquí<\/target>/u);
  expect(second).toContain('Ley 482');
  expect(third).toMatch(/<source\/><target>Un caso<\/target>/u);
  expect(last).toMatch(/no aplica[^]*subState="adapta:omitted"><source>Three<\/source><target><\/target>/u);
  expect(a).not.toBe(c);
});

test('an exchanged document comes back into its units', async () => {
  const made = await imported();
  const { path, token } = made.it.target('ida.xlf');
  await made.it.client.exchange.out({ document: made.document, as: 'xliff21', to: token });
  const returned = readFileSync(path, 'utf8').replace('Tres', 'Tres, corregido');
  const plan = await made.it.client.exchange.read({ file: made.it.grant('vuelta.xlf', returned) });
  expect(plan.changes.map(({ kind, after }) => [kind, textOf(after)])).toEqual([['change', 'Tres, corregido']]);
  await made.it.client.exchange.take({ plan: plan.plan, units: plan.changes.map(({ unit }) => unit) });
  const { units } = await made.it.client.units.page({ document: made.document, from: 0, count: 100 });
  expect(textOf(units[2]?.content ?? [])).toBe('Tres, corregido');
});

test('what was changed here meanwhile is a conflict', async () => {
  const made = await imported();
  const unit = made.units[2]?.id ?? '';
  const { path, token } = made.it.target('ida.xlf');
  await made.it.client.exchange.out({ document: made.document, as: 'xliff12', to: token });
  const edit = { type: 'edit', unit, content: [{ text: 'Tres, aquí', marks: [] }] } as const;
  await made.it.client.units.apply({ document: made.document, commands: [edit] });
  const returned = readFileSync(path, 'utf8').replace('Tres', 'Tres, allá');
  const { changes } = await made.it.client.exchange.read({ file: made.it.grant('vuelta.xlf', returned) });
  expect(changes.map(({ kind }) => kind)).toEqual(['conflict']);
});
