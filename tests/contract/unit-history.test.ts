import { expect, test } from 'vitest';
import type { Command } from '#shared/model/commands.ts';
import { plain, textOf } from '#shared/model/content.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';

async function opened(source: string, received?: string) {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, source, received);
  const { units } = await it.client.units.page({ document, from: 0, count: 100 });
  const apply = async (...commands: readonly Command[]) =>
    (await it.client.units.apply({ document, commands })).changes;
  return { it, document, ids: units.map((unit) => unit.id), apply };
}

async function history(it: TestClient, unit: string) {
  return (await it.client.units.history({ unit })).revisions;
}

test('each change has a revision with its author, and the one before as parent', async () => {
  const { it, ids, apply } = await opened('One');
  await it.client.settings.write({ profile: { name: 'María', role: 'trainer', municipality: 'GAM El Alto' } });
  const [unit = ''] = ids;
  await apply({ type: 'edit', unit, content: plain('Uno') }, { type: 'status', unit, status: 'translated' });
  const [second, first] = await history(it, unit);
  expect([second?.author, second?.after?.status, first?.after?.status]).toEqual(['María', 'translated', 'draft']);
  expect([second?.parents, first?.parents]).toEqual([[first?.id], []]);
});

test('a split half and a merged unit know where their text came from', async () => {
  const { it, ids, apply } = await opened('One\nTwo', 'Uno dos\nTres');
  const [a = '', b = ''] = ids;
  await apply({ type: 'edit', unit: a, content: plain('Uno y dos') });
  const [edited] = await history(it, a);
  await apply({ type: 'split', unit: a, at: 4, into: 'half' });
  const [made] = await history(it, 'half');
  expect(made?.parents).toEqual([edited?.id]);
  await apply({ type: 'merge', unit: 'half', with: b });
  const [merged] = await history(it, 'half');
  expect(merged?.parents[0]).toBe(made?.id);
  expect(textOf((await history(it, b))[0]?.before?.content ?? [])).toBe('Tres');
});

test('an earlier text is brought back by restoring its record', async () => {
  const { it, document, ids, apply } = await opened('One', 'Uno');
  const [unit = ''] = ids;
  const [change] = await apply({ type: 'edit', unit, content: plain('Otro') });
  await apply({ type: 'restore', records: [{ unit, record: change?.before ?? null }] });
  const { units } = await it.client.units.page({ document, from: 0, count: 1 });
  expect(textOf(units[0]?.content ?? [])).toBe('Uno');
  expect(await history(it, unit)).toHaveLength(2);
});

test('what a command changed, its inverse changes back, for splits and merges too', async () => {
  const { it, document, ids, apply } = await opened('One\nTwo\nThree', 'Uno dos\nTres\nCuatro');
  const [a = '', b = '', c = ''] = ids;
  const state = async () => (await it.client.units.page({ document, from: 0, count: 100 })).units;
  const commands: readonly Command[] = [
    { type: 'split', unit: a, at: 4, into: 'half' },
    { type: 'merge', unit: a, with: b },
    { type: 'move', unit: c, after: null },
    { type: 'mode', unit: b, mode: 'omitted', why: { reason: 'audience' } },
    { type: 'insert', unit: 'new', after: b, kind: 'paragraph', content: plain('nuevo') },
    { type: 'link', unit: a, source: [], received: [] },
  ];
  for (const command of commands) {
    const before = await state();
    const changes = await apply(command);
    await apply({ type: 'restore', records: changes.map(({ unit, before: record }) => ({ unit, record })) });
    expect([command.type, await state()]).toEqual([command.type, before]);
  }
});

test('records and links of another document are refused', async () => {
  const { it, document, ids, apply } = await opened('One');
  const other = await importText(it, 'Other');
  const theirs = await it.client.units.page({ document: other, from: 0, count: 1 });
  const [unit = ''] = ids;
  const [foreign] = theirs.units;
  await expect(apply({ type: 'link', unit, source: foreign?.source ?? [], received: [] })).rejects.toMatchObject({
    code: 'badRequest',
  });
  const steal = { type: 'restore', records: [{ unit: foreign?.id ?? '', record: null }] } as const;
  await expect(apply(steal)).rejects.toMatchObject({ code: 'unknownUnit' });
  await expect(apply({ type: 'edit', unit: foreign?.id ?? '', content: [] })).rejects.toMatchObject({
    code: 'unknownUnit',
  });
  expect((await it.client.units.page({ document, from: 0, count: 9 })).units).toHaveLength(1);
});

test('a new unit cannot take the id of another document’s', async () => {
  const { it, apply } = await opened('One');
  const other = await importText(it, 'Other');
  const [foreign] = (await it.client.units.page({ document: other, from: 0, count: 1 })).units;
  const command = { type: 'insert', unit: foreign?.id ?? '', after: null, kind: 'paragraph', content: [] } as const;
  await expect(apply(command)).rejects.toMatchObject({ code: 'duplicateUnit' });
  expect((await it.client.units.page({ document: other, from: 0, count: 9 })).units).toHaveLength(1);
});
