import { expect, test } from 'vitest';
import type { LibraryCommand } from '#shared/contract/library.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';

async function twoModules(): Promise<TestClient & { first: string; second: string }> {
  const it = await openClient();
  await withModule(it.client);
  await it.client.library.apply({
    command: { type: 'createModule', id: 'n', toolkit: 't', number: '2', title: 'Dos' },
  });
  const [first, second] = [await importText(it, 'One'), await importText(it, 'Two')];
  return { ...it, first, second };
}

test('every command gives the one that undoes it', async () => {
  const it = await twoModules();
  const { client, first, second } = it;
  const languages = { sourceLanguage: 'en', targetLanguage: 'es-BO' };
  await client.library.apply({ command: { type: 'createToolkit', id: 'v', name: 'V', publisher: '', ...languages } });
  const commands: readonly LibraryCommand[] = [
    { type: 'createToolkit', id: 'x', name: 'X', publisher: '', ...languages },
    { type: 'createModule', id: 'y', toolkit: 't', number: '3', title: 'Y' },
    { type: 'renameToolkit', id: 't', name: 'Otro', permission: 'AMB, 2023' },
    { type: 'renameModule', id: 'm', number: '1.1', title: 'Otro' },
    { type: 'renameDocument', id: first, title: 'Otro', kind: 'agenda' },
    { type: 'moveModule', id: 'n', toolkit: 'v' },
    { type: 'moveDocument', id: second, module: 'm', after: null },
    { type: 'moveDocument', id: first, module: 'n', after: null },
    { type: 'archive', of: 'document', id: first, archived: true },
    { type: 'archive', of: 'module', id: 'm', archived: true },
    { type: 'delete', of: 'document', id: first },
    { type: 'delete', of: 'module', id: 'm' },
    { type: 'delete', of: 'toolkit', id: 't' },
  ];
  const orderless = async (): Promise<unknown> => {
    const library = await client.library.read({});
    return { ...library, documents: library.documents.map(({ position: _position, ...rest }) => rest) };
  };
  for (const command of commands) {
    const before = await orderless();
    const { inverse } = await client.library.apply({ command });
    expect([command.type, await orderless()]).not.toEqual([command.type, before]);
    await client.library.apply({ command: inverse });
    expect([command.type, await orderless()]).toEqual([command.type, before]);
  }
});

test('what is inside a deleted toolkit is hidden with it and comes back with it', async () => {
  const { client } = await twoModules();
  const { inverse } = await client.library.apply({ command: { type: 'delete', of: 'toolkit', id: 't' } });
  expect(await client.library.read({})).toEqual({ toolkits: [], modules: [], documents: [] });
  await client.library.apply({ command: inverse });
  expect((await client.library.read({})).documents).toHaveLength(2);
});

test('documents keep the order people gave them', async () => {
  const { client, first, second } = await twoModules();
  await client.library.apply({ command: { type: 'moveDocument', id: first, module: 'm', after: second } });
  expect((await client.library.read({})).documents.map((each) => each.id)).toEqual([second, first]);
});

test('module numbers sort as paths', async () => {
  const { client } = await twoModules();
  for (const number of ['2.10', '2.9']) {
    await client.library.apply({ command: { type: 'createModule', id: number, toolkit: 't', number, title: 'X' } });
  }
  expect((await client.library.read({})).modules.map((each) => each.number)).toEqual(['1', '2', '2.9', '2.10']);
});

test('unknown things are named', async () => {
  const { client } = await openClient();
  const wrong = (command: LibraryCommand) => client.library.apply({ command });
  await expect(wrong({ type: 'delete', of: 'module', id: 'q' })).rejects.toMatchObject({ code: 'unknownModule' });
  await expect(wrong({ type: 'moveModule', id: 'q', toolkit: 'z' })).rejects.toMatchObject({ code: 'unknownModule' });
  await expect(wrong({ type: 'renameToolkit', id: 'q', name: 'Q' })).rejects.toMatchObject({ code: 'unknownToolkit' });
});

test('progress counts words by status and mode, and the original’s while there is no text', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One two three\nFour five');
  const { units } = await it.client.units.page({ document, from: 0, count: 9 });
  const [first] = units;
  await it.client.units.apply({
    document,
    commands: [
      { type: 'edit', unit: first?.id ?? '', content: [{ text: 'Uno dos tres cuatro', marks: [] }] },
      { type: 'status', unit: first?.id ?? '', status: 'translated' },
    ],
  });
  const [row] = (await it.client.library.read({})).documents;
  expect(row?.progress).toMatchObject({
    units: 2,
    words: 6,
    doneWords: 4,
    byStatus: { untranslated: 2, translated: 4 },
    byMode: { faithful: 6 },
  });
  expect(row?.lastEdit).not.toBeNull();
});
