import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isText, plain, textOf } from '#shared/model/content.ts';
import { importText, openClient, withModule } from '#tests/builders/client.ts';
import { docx, p, raw } from '#tests/builders/docx/index.ts';
import { importFiles } from './real-files.ts';

test('an original alone gives untranslated units in reading order', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, '# Title\nbody/t1r1c1| one\nbody/t1r1c2| two\nEnd');
  const page = await it.client.units.page({ document, from: 0, count: 100 });
  const texts = page.units.map((unit) =>
    textOf(page.blocks.find((block) => block.id === unit.source[0])?.content ?? []),
  );
  expect(texts).toEqual(['Title', 'one', 'two', 'End']);
  expect(page.units.every((unit) => unit.status === 'untranslated' && unit.mode === 'faithful')).toBe(true);
});

test('an edit is answered with its change, announced, and kept with its history', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One\nTwo');
  const { units } = await it.client.units.page({ document, from: 0, count: 1 });
  const unit = units[0]?.id ?? '';
  const { changes } = await it.client.units.apply({
    document,
    commands: [{ type: 'edit', unit, content: plain('Uno') }],
  });
  expect(changes.map((change) => change.after?.status)).toEqual(['draft']);
  expect(it.events.filter((event) => event.event === 'unitsChanged')).toHaveLength(1);
  const { revisions } = await it.client.units.history({ unit });
  expect(revisions.map((revision) => textOf(revision.after?.content ?? []))).toEqual(['Uno']);
});

test('pages show a unit that came, went or moved since the first was read', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One\nTwo');
  const order = async () => (await it.client.units.page({ document, from: 0, count: 9 })).units.map((unit) => unit.id);
  const [one = '', two = ''] = await order();
  const insert = { type: 'insert', unit: 'new', after: one, kind: 'paragraph', content: plain('x') } as const;
  await it.client.units.apply({ document, commands: [insert] });
  expect(await order()).toEqual([one, 'new', two]);
  await it.client.units.apply({ document, commands: [{ type: 'move', unit: one, after: two }] });
  expect(await order()).toEqual(['new', two, one]);
  await it.client.units.apply({ document, commands: [{ type: 'remove', unit: 'new' }] });
  expect(await order()).toEqual([two, one]);
});

test('pages show the units a backup brings back', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One\nTwo');
  const order = async () => (await it.client.units.page({ document, from: 0, count: 9 })).units.map((unit) => unit.id);
  const [one = '', two = ''] = await order();
  await importText(it, 'Other');
  const insert = { type: 'insert', unit: 'new', after: one, kind: 'paragraph', content: plain('x') } as const;
  await it.client.units.apply({ document, commands: [insert] });
  expect(await order()).toEqual([one, 'new', two]);
  await it.client.backups.restore({ id: '2' });
  expect(await order()).toEqual([one, two]);
});

test('commands are applied all or none', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One');
  const { units } = await it.client.units.page({ document, from: 0, count: 1 });
  const unit = units[0]?.id ?? '';
  const edit = { type: 'edit', unit, content: plain('Uno') } as const;
  const wrong = { type: 'status', unit: 'nobody', status: 'draft' } as const;
  await expect(it.client.units.apply({ document, commands: [edit, wrong] })).rejects.toMatchObject({
    code: 'unknownUnit',
  });
  const after = await it.client.units.page({ document, from: 0, count: 1 });
  expect(after.units[0]?.content).toEqual([]);
});

test('a document of 20,000 units can be changed thrice each in one go', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One');
  const { units } = await it.client.units.page({ document, from: 0, count: 1 });
  const same = { type: 'status', unit: units[0]?.id ?? '', status: 'untranslated' } as const;
  const commands = Array.from({ length: 60_000 }, () => same);
  expect(await it.client.units.apply({ document, commands })).toEqual({ changes: [] });
});

test('hidden text stays with an edit of its unit', async () => {
  const it = await openClient({ office: 'real' });
  await withModule(it.client);
  const path = join(it.workspace, 'hidden.docx');
  const hidden = raw('<w:r><w:rPr><w:vanish/></w:rPr><w:t>oculto</w:t></w:r>');
  writeFileSync(path, docx(p('Antes ', hidden, ' después')));
  const document = await importFiles(it, path);
  const { units, blocks } = await it.client.units.page({ document, from: 0, count: 1 });
  const content = blocks[0]?.content ?? [];
  expect(content.map((run) => (isText(run) ? 'text' : run.kind))).toEqual(['text', 'hidden', 'text']);
  const { changes } = await it.client.units.apply({
    document,
    commands: [{ type: 'edit', unit: units[0]?.id ?? '', content }],
  });
  expect(changes).toHaveLength(1);
});

test('nothing is put into a place the document does not have', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One');
  const insert = { type: 'insert', unit: 'new', after: null, kind: 'paragraph', content: plain('x') } as const;
  await expect(
    it.client.units.apply({ document, commands: [{ ...insert, container: 'nowhere' }] }),
  ).rejects.toMatchObject({ code: 'badRequest', params: { at: 'container' } });
});
