import { expect, test } from 'vitest';
import { plain, textOf } from '#shared/model/content.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';
import { adapta } from './command-line/run-cli.ts';

/** A document whose first unit says «antes» in a backup (id 2: the first is that of the import) and «ahora» now. */
async function edited(): Promise<{ it: TestClient; document: string; texts: () => Promise<string[]> }> {
  const it = await openClient({ now: () => '2026-11-22T11:05:09.000Z' });
  await it.client.settings.write({ profile: { name: 'Ana', role: 'trainer', municipality: '' } });
  await withModule(it.client);
  const document = await importText(it, 'One\nTwo', 'Uno\nDos');
  const write = async (text: string): Promise<void> => {
    const { units } = await it.client.units.page({ document, from: 0, count: 1 });
    const commands = units.map(({ id }) => ({ type: 'edit', unit: id, content: plain(text) }) as const);
    await it.client.units.apply({ document, commands });
  };
  await write('antes');
  await importText(it, 'Other');
  await write('ahora');
  const texts = async (): Promise<string[]> => {
    const { units } = await it.client.units.page({ document, from: 0, count: 10 });
    return units.map((unit) => textOf(unit.content));
  };
  return { it, document, texts };
}

test('backups are listed with number, reason, time and size, the newest first', async () => {
  const { it } = await edited();
  const { backups } = await it.client.backups.list({});
  const at = '2026-11-22T11:05:09.000Z';
  expect(backups).toEqual([
    { id: '2', reason: 'import', at, bytes: expect.any(Number) },
    { id: '1', reason: 'import', at, bytes: expect.any(Number) },
  ]);
  expect(backups[0]?.bytes).toBeGreaterThan(10_000);
});

test('going back brings text, history and library of then, as a job, and announces it', async () => {
  const { it, document, texts } = await edited();
  expect(await texts()).toEqual(['ahora', 'Dos']);
  const before = it.events.length;
  const { saved } = await it.client.backups.restore({ id: '2' });
  expect(saved).toMatchObject({ id: '3', reason: 'restore' });
  expect(await texts()).toEqual(['antes', 'Dos']);
  const { documents } = await it.client.library.read({});
  expect(documents.map(({ id }) => id)).toEqual([document]);
  const { jobs } = await it.client.jobs.list({});
  expect(jobs.at(-1)).toMatchObject({ kind: 'backups.restore', state: 'done' });
  expect(it.events.slice(before).map(({ event }) => event)).toContain('libraryChanged');
});

test('the state until then can be gone back to in turn', async () => {
  const { it, texts } = await edited();
  const { saved } = await it.client.backups.restore({ id: '2' });
  await it.client.backups.restore({ id: saved.id });
  expect(await texts()).toEqual(['ahora', 'Dos']);
  expect((await it.client.library.read({})).documents).toHaveLength(2);
});

test('who works here stays, and signs what comes next', async () => {
  const { it, document } = await edited();
  await it.client.settings.write({ language: 'en', profile: { name: 'Eva', role: 'other', municipality: '' } });
  await it.client.backups.restore({ id: '1' });
  await it.client.backups.restore({ id: '2' });
  expect(await it.client.settings.read({})).toMatchObject({ language: 'en', profile: { name: 'Eva' } });
  const { units } = await it.client.units.page({ document, from: 0, count: 1 });
  const [unit = ''] = units.map(({ id }) => id);
  await it.client.units.apply({ document, commands: [{ type: 'edit', unit, content: plain('de Eva') }] });
  const { revisions } = await it.client.units.history({ unit });
  expect(revisions.map(({ author }) => author).toSorted((a, b) => a.localeCompare(b))).toEqual(['Ana', 'Eva']);
});

test('the originals of an earlier library are still found: it exports', async () => {
  const { it, document } = await edited();
  await it.client.backups.restore({ id: '2' });
  const { path, token } = it.target('out.txt');
  await it.client.exports.document({ document, as: 'file', to: token });
  const { readFileSync } = await import('node:fs');
  expect(readFileSync(path, 'utf8')).toContain('antes');
});

test('what is asked of a document that was not there yet is refused by name', async () => {
  const { it, document } = await edited();
  await it.client.backups.restore({ id: '1' });
  await expect(it.client.units.page({ document, from: 0, count: 1 })).rejects.toMatchObject({
    code: 'unknownDocument',
  });
});

test('a backup that is not there is unknown, and nothing happens', async () => {
  const { it, texts } = await edited();
  await expect(it.client.backups.restore({ id: '99' })).rejects.toMatchObject({ code: 'unknownBackup' });
  expect(await texts()).toEqual(['ahora', 'Dos']);
  expect((await it.client.backups.list({})).backups).toHaveLength(2);
});

test.each(['', '0', '-1', '01', '../1', '1e3'])('«%s» is no id of a backup', async (id) => {
  const it = await openClient();
  await expect(it.client.backups.restore({ id })).rejects.toMatchObject({ name: 'ZodError' });
  expect(await it.engine.router.answer({ id: 1, method: 'backups.restore', params: { id } })).toMatchObject({
    ok: false,
    error: { code: 'badRequest' },
  });
});

test('the router answers list and restore as messages', async () => {
  const { it } = await edited();
  const ask = async (method: string, params: unknown): Promise<unknown> =>
    await it.engine.router.answer({ id: 7, method, params });
  expect(await ask('backups.list', {})).toMatchObject({
    id: 7,
    ok: true,
    result: { backups: [{ id: '2' }, { id: '1' }] },
  });
  expect(await ask('backups.restore', { id: '1' })).toMatchObject({ ok: true, result: { saved: { id: '3' } } });
  expect(await ask('backups.restore', { id: '9' })).toMatchObject({ ok: false, error: { code: 'unknownBackup' } });
});

test('the command line lists and goes back', async () => {
  const { it } = await edited();
  await it.close();
  const list = (): string[] =>
    adapta('backups', '--workspace', it.workspace)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; reason: string })
      .map(({ id, reason }) => `${id} ${reason}`);
  expect(list()).toEqual(['2 import', '1 import']);
  expect(adapta('restore', '2', '--workspace', it.workspace)).toMatchObject({
    code: 0,
    json: { saved: { id: '3', reason: 'restore' } },
  });
  expect(list()).toEqual(['3 restore', '2 import', '1 import']);
  expect(adapta('restore', '9', '--workspace', it.workspace)).toMatchObject({
    code: 2,
    json: { error: { code: 'unknownBackup', params: { backup: 9 } } },
  });
  expect(adapta('restore', 'x', '--workspace', it.workspace)).toMatchObject({ code: 2 });
});
