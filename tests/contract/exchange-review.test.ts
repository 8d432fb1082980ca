import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textOf, textRun } from '#shared/model/content.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { libreOffice } from '#main/engine/libre-office.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';
import { reviewed } from '#tests/builders/reviewed.ts';

async function started(source: string, received?: string) {
  const it = await openClient();
  await withModule(it.client);

  const document = await importText(it, source, received);
  return { it, document };
}

const unitsOf = async (it: TestClient, document: string): Promise<readonly UnitRecord[]> =>
  (await it.client.units.page({ document, from: 0, count: 100 })).units;

const textsOf = async (it: TestClient, document: string): Promise<readonly string[]> =>
  (await unitsOf(it, document)).map(({ content }) => toPlainText(content));

async function sent(it: TestClient, document: string): Promise<Uint8Array> {
  const { path, token } = it.target('revisión.docx');
  await it.client.exchange.out({ document, as: 'review', to: token });
  return new Uint8Array(readFileSync(path));
}

async function back(it: TestClient, bytes: Uint8Array) {
  const { path, token } = it.target('de vuelta.docx');
  writeFileSync(path, bytes);
  return await it.client.exchange.read({ file: it.engine.grants.allow(path, 'read') ?? token });
}

const cell = (at: string, text: string) => (place: string) => (place === at ? [textRun(text)] : undefined);

test('a corrected text and a changed status come back into their unit', async () => {
  const { it, document } = await started('One\nTwo', 'Uno\nDos');
  const plan = await back(
    it,
    await reviewed(await sent(it, document), (place) =>
      place === '3,3' ? [textRun('Dos, corregido')] : place === '3,4' ? [textRun('revisada')] : undefined,
    ),
  );
  const { units } = { units: await unitsOf(it, document) };
  expect(plan.changes.map(({ unit, kind, status }) => [unit, kind, status])).toEqual([
    [units[1]?.id, 'change', 'reviewed'],
  ]);
  await it.client.exchange.take({ plan: plan.plan, units: [units[1]?.id ?? ''] });
  expect(await textsOf(it, document)).toEqual(['Uno', 'Dos, corregido']);
  expect((await unitsOf(it, document))[1]?.status).toBe('reviewed');
});

test('a file that comes back untouched changes nothing', async () => {
  const { it, document } = await started('One ⟦1⟧\nTwo', 'Uno ⟦1⟧\nDos');
  const plan = await back(it, await sent(it, document));
  expect([plan.changes, plan.comments, plan.unchanged, plan.missing]).toEqual([[], 0, 2, 0]);
});

test('a change is told with the original it belongs to', async () => {
  const { it, document } = await started('One', 'Uno');
  const { changes } = await back(it, await reviewed(await sent(it, document), cell('2,3', 'Un uno')));
  expect(changes.map(({ source }) => textOf(source))).toEqual(['One']);
});

test('what was changed there and here is a conflict, and stays as it is here unless taken', async () => {
  const { it, document } = await started('One', 'Uno');
  const file = await sent(it, document);
  const [unit] = await unitsOf(it, document);
  const edit = { type: 'edit' as const, unit: unit?.id ?? '', content: [textRun('Uno de aquí')] };
  await it.client.units.apply({ document, commands: [edit] });
  const plan = await back(it, await reviewed(file, cell('2,3', 'Uno de allá')));
  expect(plan.changes.map(({ kind, before, after }) => [kind, textOf(before), textOf(after)])).toEqual([
    ['conflict', 'Uno de aquí', 'Uno de allá'],
  ]);
  await it.client.exchange.take({ plan: plan.plan, units: [] });
  expect(await textsOf(it, document)).toEqual(['Uno de aquí']);
});

test('what was changed here alone since the file went out is kept without a question', async () => {
  const { it, document } = await started('One', 'Uno');
  const file = await sent(it, document);
  const [unit] = await unitsOf(it, document);
  const edit = { type: 'edit' as const, unit: unit?.id ?? '', content: [textRun('Uno de aquí')] };
  await it.client.units.apply({ document, commands: [edit] });
  expect((await back(it, file)).changes).toEqual([]);
});

test('what people agreed to no longer holds once the unit was written again', async () => {
  const { it, document } = await started('One', 'Uno');
  const plan = await back(it, await reviewed(await sent(it, document), cell('2,3', 'Uno de allá')));
  const [unit] = await unitsOf(it, document);
  const edit = { type: 'edit' as const, unit: unit?.id ?? '', content: [textRun('Otro')] };
  await it.client.units.apply({ document, commands: [edit] });
  await expect(it.client.exchange.take({ plan: plan.plan, units: [unit?.id ?? ''] })).rejects.toMatchObject({
    code: 'unknownPlan',
  });
});

test('placeholders, marks and what looks like a placeholder survive', async () => {
  const { it, document } = await started('See ⟦1⟧', 'Vea ⟦1⟧ ya');
  const [unit] = await unitsOf(it, document);
  const file = await reviewed(await sent(it, document), (place) =>
    place === '2,3' ? [textRun('Mire '), textRun('bien', ['bold']), textRun(' ⟦1⟧ y ⟦7⟧')] : undefined,
  );
  const plan = await back(it, file);
  await it.client.exchange.take({ plan: plan.plan, units: [unit?.id ?? ''] });
  const [after] = await unitsOf(it, document);
  expect(toPlainText(after?.content ?? [])).toBe('Mire bien ⟦1⟧ y ⟦⟦7⟧');
  expect(after?.content).toContainEqual(textRun('bien', ['bold']));
});

test('a comment written there is kept with its unit, once', async () => {
  const { it, document } = await started('One', 'Uno');
  const file = await reviewed(await sent(it, document), () => undefined, { '2,5': 'Falta la ley' });
  const plan = await back(it, file);
  await it.client.exchange.take({ plan: plan.plan, units: [] });
  const { comments } = await it.client.comments.ofDocument({ document });
  expect(comments.map(({ text }) => text)).toEqual(['Falta la ley']);
  expect((await back(it, file)).comments).toBe(0);
});

test('a file of another library is refused', async () => {
  const { it, document } = await started('One', 'Uno');
  const file = await sent(it, document);
  await expect(back((await started('Other')).it, file)).rejects.toMatchObject({ code: 'notReturned' });
});

const office = libreOffice();

test.runIf(office !== null)('rows are known again after LibreOffice has saved the file', async () => {
  const { it, document } = await started('One\nTwo', 'Uno\nDos');
  const odt = await office?.convert(await sent(it, document), 'docx', 'odt');
  const again = await office?.convert(odt ?? new Uint8Array(), 'odt', 'docx');
  const plan = await back(it, await reviewed(again ?? new Uint8Array(), cell('3,3', 'Dos bis')));
  expect(plan.changes.map(({ after }) => textOf(after))).toEqual(['Dos bis']);
});
