import { expect, test, vi } from 'vitest';
import type { UnitRecord } from '#shared/model/unit.ts';
import { plain, textOf } from '#shared/model/content.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';

async function opened(): Promise<TestClient> {
  const it = await openClient();
  await withModule(it.client);
  return it;
}

async function unitsOf({ client }: TestClient, document: string): Promise<readonly UnitRecord[]> {
  return (await client.units.page({ document, from: 0, count: 100 })).units;
}

/** Writes a unit and confirms it. */
async function confirm(it: TestClient, document: string, index: number, text: string): Promise<UnitRecord> {
  const unit = (await unitsOf(it, document))[index] as UnitRecord;
  await it.client.units.apply({
    document,
    commands: [
      { type: 'edit', unit: unit.id, content: plain(text) },
      { type: 'status', unit: unit.id, status: 'translated' },
    ],
  });
  return unit;
}

async function matchesAt(it: TestClient, document: string, index: number) {
  const unit = (await unitsOf(it, document))[index]?.id ?? '';
  return (await it.client.memory.matches({ unit })).matches;
}

test('what was confirmed is offered where it is said again', async () => {
  const it = await opened();
  const document = await importText(it, 'Write it on a card.\nSing.\nWrite it on a card.');
  await confirm(it, document, 0, 'Escríbalo en una tarjeta.');
  const [match] = await matchesAt(it, document, 2);
  expect(match).toMatchObject({
    kind: 'exact',
    textScore: 100,
    penalties: [{ code: 'notApproved' }],
    entry: { target: 'Escríbalo en una tarjeta.', origin: { documentTitle: 'Documento', status: 'translated' } },
  });
});

test('a unit is not offered its own text', async () => {
  const it = await opened();
  const document = await importText(it, 'Write it on a card.');
  await confirm(it, document, 0, 'Escríbalo en una tarjeta.');
  expect(await matchesAt(it, document, 0)).toEqual([]);
});

test('the same text between the same neighbours comes first', async () => {
  const it = await opened();
  const first = await importText(it, 'Before\nNext\nAfter\nOther\nNext\nElse');
  await confirm(it, first, 4, 'Que sigue');
  await confirm(it, first, 1, 'Siguiente');
  const second = await importText(it, 'Before\nNext\nAfter');
  const matches = await matchesAt(it, second, 1);
  expect(matches.map(({ kind, entry }) => [kind, entry.target])).toEqual([
    ['context', 'Siguiente'],
    ['exact', 'Que sigue'],
  ]);
});

test('sentences of a confirmed unit are known by themselves', async () => {
  const it = await opened();
  const document = await importText(it, 'Form four groups. Write it on a card.\nWrite it on a card.');
  await confirm(it, document, 0, 'Formen cuatro grupos. Escríbanlo en una tarjeta.');
  expect((await matchesAt(it, document, 1)).map(({ entry }) => entry.target)).toEqual(['Escríbanlo en una tarjeta.']);
});

test('a unit that is changed or taken back is no longer offered as it was', async () => {
  const it = await opened();
  const document = await importText(it, 'Write it on a card.\nWrite it on a card.');
  const unit = await confirm(it, document, 0, 'Escríbalo.');
  await confirm(it, document, 0, 'Anótelo.');
  expect((await matchesAt(it, document, 1)).map(({ entry }) => entry.target)).toEqual(['Anótelo.']);
  await it.client.units.apply({ document, commands: [{ type: 'status', unit: unit.id, status: 'draft' }] });
  expect(await matchesAt(it, document, 1)).toEqual([]);
});

test('an adapted text is offered marked, and counts for less', async () => {
  const it = await opened();
  const document = await importText(it, 'Ask the mayor.\nAsk the mayor.');
  const unit = await confirm(it, document, 0, 'Pregunte a la alcaldesa de El Alto.');
  const mode = { type: 'mode', unit: unit.id, mode: 'adapted', why: { reason: 'institution' } } as const;
  await it.client.units.apply({ document, commands: [mode, { type: 'status', unit: unit.id, status: 'approved' }] });
  expect(await matchesAt(it, document, 1)).toMatchObject([
    { score: 95, penalties: [{ code: 'adapted', points: 5 }], entry: { origin: { mode: 'adapted' } } },
  ]);
});

test('a received translation is known from its import, in a memory of its own', async () => {
  const it = await opened();
  await importText(it, 'Write it on a card.\nSing.', 'Escríbalo en una tarjeta.\nCante.');
  await vi.waitFor(async () => {
    const { memories } = await it.client.memory.list({});
    expect(memories).toMatchObject([{ kind: 'received', entries: 2 }]);
  });
  const document = await importText(it, 'Write it on a card');
  expect((await matchesAt(it, document, 0)).map(({ entry }) => entry.target)).toEqual(['Escríbalo en una tarjeta.']);
});

test('the memory follows the library once, however often it is asked', async () => {
  const it = await opened();
  const document = await importText(it, 'Write it on a card.\nSing.');
  await confirm(it, document, 0, 'Escríbalo en una tarjeta.');
  for (let time = 0; time < 3; time += 1) await it.client.memory.list({});
  expect((await it.client.memory.list({})).memories).toMatchObject([{ kind: 'own', entries: 1 }]);
});

test('repetitions are told with their places in the whole toolkit', async () => {
  const it = await opened();
  const first = await importText(it, 'Sing.\nDance.\nSing.');
  const second = await importText(it, 'Sing.');
  const [unit] = await unitsOf(it, first);
  const { places } = await it.client.memory.repetitions({ unit: unit?.id ?? '' });
  expect(places.map(({ document }) => document).toSorted()).toEqual([first, second].toSorted());
});

test('repetitions are only offered until the toolkit says to fill them', async () => {
  const it = await opened();
  const document = await importText(it, 'Sing.\nSing.');
  expect(await it.client.memory.policy({ toolkit: 't' })).toEqual({ repetitions: 'offer' });
  await confirm(it, document, 0, 'Cante.');
  expect((await unitsOf(it, document))[1]?.status).toBe('untranslated');
});

test('confirming fills the repetitions of a toolkit set so, and says it', async () => {
  const it = await opened();
  await it.client.memory.policy({ toolkit: 't', set: 'fill' });
  const document = await importText(it, 'Sing.\nSing.');
  const other = await importText(it, 'Sing.');
  await confirm(it, document, 0, 'Cante.');
  const texts = [...(await unitsOf(it, document)), ...(await unitsOf(it, other))].map(({ content }) => textOf(content));
  expect(texts).toEqual(['Cante.', 'Cante.', 'Cante.']);
  const announced = it.events.filter(({ event }) => event === 'unitsChanged').map(({ payload }) => payload);
  expect(announced).toMatchObject([{ document }, { document }, { document: other }]);
});

test('what confirming filled names the unit that was confirmed', async () => {
  const it = await opened();
  await it.client.memory.policy({ toolkit: 't', set: 'fill' });
  const document = await importText(it, 'Sing.\nSing.');
  const { id } = await confirm(it, document, 0, 'Cante.');
  const announced = it.events.filter(({ event }) => event === 'unitsChanged').map(({ payload }) => payload);
  expect(announced).toMatchObject([{ changes: [{}, {}] }, { filledFrom: id }]);
  expect(announced[0]).not.toHaveProperty('filledFrom');
});

test('what is confirmed and taken back in one go fills nothing', async () => {
  const it = await opened();
  await it.client.memory.policy({ toolkit: 't', set: 'fill' });
  const document = await importText(it, 'Sing.\nSing.');
  const [unit] = await unitsOf(it, document);
  if (unit === undefined) throw new Error('no unit');
  await it.client.units.apply({
    document,
    commands: [
      { type: 'edit', unit: unit.id, content: plain('Cante.') },
      { type: 'status', unit: unit.id, status: 'translated' },
      { type: 'restore', records: [{ unit: unit.id, record: unit }] },
    ],
  });
  expect((await unitsOf(it, document)).map(({ status }) => status)).toEqual(['untranslated', 'untranslated']);
});

test('what is adapted, reviewed or approved is never filled', async () => {
  const it = await opened();
  const document = await importText(it, 'Sing.\nSing.\nSing.\nSing.');
  const [unit] = await unitsOf(it, document);
  const reviewed = await confirm(it, document, 1, 'Canten.');
  await it.client.units.apply({ document, commands: [{ type: 'status', unit: reviewed.id, status: 'approved' }] });
  const adapted = await confirm(it, document, 2, 'Canten el himno.');
  const mode = { type: 'mode', unit: adapted.id, mode: 'adapted', why: { reason: 'audience' } } as const;
  await it.client.units.apply({ document, commands: [mode] });
  await confirm(it, document, 0, 'Cante.');
  const { changes } = await it.client.memory.fillRepetitions({ unit: unit?.id ?? '' });
  expect(new Set(changes.map((change) => change.unit)).size).toBe(1);
  const texts = (await unitsOf(it, document)).map(({ content }) => textOf(content));
  expect(texts).toEqual(['Cante.', 'Canten.', 'Canten el himno.', 'Cante.']);
});

test('a document is translated before by the memory, as drafts and as one step', async () => {
  const it = await opened();
  const known = await importText(it, 'Write it on a card.\nRead Step 3 aloud.');
  await confirm(it, known, 0, 'Escríbalo en una tarjeta.');
  await confirm(it, known, 1, 'Lea en voz alta el paso 3.');
  const document = await importText(
    it,
    'Write it on a card.\nRead Step 4 aloud.\nNobody ever said this before.\nSing.',
  );
  await confirm(it, document, 3, 'Mío.');
  const { changes, byBand, words } = await it.client.memory.pretranslate({ document, least: 75, assembled: true });
  const units = await unitsOf(it, document);
  expect(units.map(({ content }) => textOf(content))).toEqual([
    'Escríbalo en una tarjeta.',
    'Lea en voz alta el paso 4.',
    '',
    'Mío.',
  ]);
  expect(units.map(({ status }) => status)).toEqual(['draft', 'draft', 'untranslated', 'translated']);
  expect(changes).toHaveLength(2);
  expect(byBand).toMatchObject({ '95-99': 2, new: 1 });
  expect(words).toBe(9);
});
