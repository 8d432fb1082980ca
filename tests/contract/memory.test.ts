import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Match } from '#shared/contract/memory.ts';
import { openClient, type TestClient } from '#tests/builders/client.ts';

const TMX = `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>Write it on a card.</seg></tuv><tuv xml:lang="es"><seg>Escríbalo en una tarjeta.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Read Step 3 aloud.</seg></tuv><tuv xml:lang="es"><seg>Lea en voz alta el paso 3.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Governments adapt.</seg></tuv><tuv xml:lang="es"><seg>Los gobiernos se adaptan a la educación.</seg></tuv></tu>
<tu><tuv xml:lang="fr"><seg>Non</seg></tuv><tuv xml:lang="es"><seg>No</seg></tuv></tu>
</body></tmx>`;
const LANGUAGES = { sourceLanguage: 'en', targetLanguage: 'es-BO' };

async function imported(name = 'a.tmx', text = TMX) {
  const it = await openClient();
  const result = await it.client.memory.import({ file: it.grant(name, text), memory: null, ...LANGUAGES });
  return { ...it, result };
}

async function lookup({ client }: TestClient, text: string, least = 70): Promise<readonly Match[]> {
  return (await client.memory.lookup({ text, ...LANGUAGES, count: 5, least })).matches;
}

test('a TMX becomes a memory named after it; what is no pair of its languages is counted', async () => {
  const { client, result } = await imported();
  expect(result).toMatchObject({ added: 3, skipped: 1, updated: 0 });
  const { memories } = await client.memory.list({});
  expect(memories).toMatchObject([{ id: result.memory, name: 'a', kind: 'imported', entries: 3, writable: true }]);
});

test('importing the same again adds nothing', async () => {
  const it = await imported();
  const again = await it.client.memory.import({ file: it.grant('a.tmx', TMX), memory: it.result.memory, ...LANGUAGES });
  expect(again).toMatchObject({ added: 0, skipped: 4 });
});

test.each([
  ['pairs.csv', 'Original,Traducción\r\nGood morning,Buenos días\r\n'],
  ['pairs.tsv', 'Good morning\tBuenos días\n'],
  [
    'pairs.xlf',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="es" datatype="plaintext"><body><trans-unit id="1"><source>Good morning</source><target>Buenos días</target></trans-unit></body></file></xliff>',
  ],
])('pairs come out of %s', async (name, text) => {
  const it = await imported(name, text);
  expect((await lookup(it, 'Good morning')).map(({ entry }) => entry.target)).toEqual(['Buenos días']);
});

test('a file of one language is refused and leaves no entries', async () => {
  const it = await openClient();
  const file = it.grant(
    'a.xlf',
    '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"><file id="f"><unit id="u"><segment><source>a</source></segment></unit></file></xliff>',
  );
  await expect(it.client.memory.import({ file, memory: null, ...LANGUAGES })).rejects.toMatchObject({
    code: 'unsupportedFormat',
  });
});

test('a broken file keeps what came before the break, and says where it broke', async () => {
  const it = await openClient();
  const file = it.grant('a.tmx', TMX.replace('<tu><tuv xml:lang="fr">', '<tu><tuv>'));
  await expect(it.client.memory.import({ file, memory: null, ...LANGUAGES })).rejects.toMatchObject({
    code: 'invalidTmx',
    params: { rule: 'languageMissing' },
  });
});

test('a match is exact, or alike with what it counts for', async () => {
  const it = await imported();
  expect(await lookup(it, 'Write it on a card.')).toMatchObject([{ kind: 'exact', score: 100, penalties: [] }]);
  expect(await lookup(it, 'Write it on one card.')).toMatchObject([{ kind: 'fuzzy', score: 85, textScore: 85 }]);
  expect(await lookup(it, 'Nothing of the kind was ever said.')).toEqual([]);
});

test('numbers are carried over into what is inserted', async () => {
  const it = await imported();
  const [match] = await lookup(it, 'Read Step 12 aloud.');
  expect(match?.insert).toEqual([{ text: 'Lea en voz alta el paso 12.', marks: [] }]);
});

test('a text whose sentences are known is put together from them', async () => {
  const it = await imported();
  const [match] = await lookup(it, 'Write it on a card. Read Step 7 aloud.');
  expect(match).toMatchObject({ kind: 'assembled', penalties: [{ code: 'assembled' }] });
  expect(match?.insert).toEqual([{ text: 'Escríbalo en una tarjeta. Lea en voz alta el paso 7.', marks: [] }]);
});

test('memories are asked in their order, and not at all when switched off', async () => {
  const it = await imported();
  const second = await it.client.memory.import({
    file: it.grant('b.csv', 'source,target\nWrite it on a card.,Anótelo.\n'),
    memory: null,
    ...LANGUAGES,
  });
  const targets = async () => (await lookup(it, 'Write it on a card.')).map(({ entry }) => entry.target);
  expect(await targets()).toEqual(['Escríbalo en una tarjeta.', 'Anótelo.']);
  await it.client.memory.apply({ command: { type: 'move', id: second.memory, after: null } });
  expect(await targets()).toEqual(['Anótelo.', 'Escríbalo en una tarjeta.']);
  await it.client.memory.apply({ command: { type: 'enabled', id: second.memory, enabled: false } });
  expect(await targets()).toEqual(['Escríbalo en una tarjeta.']);
});

test('concordance finds words on both sides, whatever their accents and endings', async () => {
  const { client } = await imported();
  const find = async (query: string) =>
    (await client.memory.concordance({ query, side: 'both', from: 0, count: 10 })).hits;
  const [hit] = await find('gobierno educacion');
  expect(hit?.targetRanges).toEqual([
    [4, 13],
    [30, 39],
  ]);
  expect(await find('government')).toHaveLength(1);
  expect(await find('gobernadora')).toEqual([]);
});

test('entries are listed, filtered, corrected, deleted and brought back', async () => {
  const it = await imported();
  const { client, result } = it;
  const page = async (filter = '') =>
    await client.memory.entries({ memory: result.memory, filter, from: 0, count: 10 });
  expect((await page()).entries.map(({ source }) => source)).toEqual([
    'Governments adapt.',
    'Read Step 3 aloud.',
    'Write it on a card.',
  ]);
  const { total, entries } = await page('card');
  expect(total).toBe(1);
  const id = entries[0]?.id ?? '';
  await client.memory.editEntry({ id, source: 'Draw it on a sheet.', target: 'Dibújelo en una hoja.' });
  expect((await lookup(it, 'Draw it on a sheet.'))[0]?.score).toBe(100);
  expect(await lookup(it, 'Write it on a card.')).toEqual([]);
  const { undo } = await client.memory.deleteEntries({ ids: [id] });
  expect(await lookup(it, 'Draw it on a sheet.')).toEqual([]);
  expect((await page()).total).toBe(2);
  await client.memory.restoreEntries({ entries: undo });
  expect((await lookup(it, 'Draw it on a sheet.'))[0]?.entry.id).toBe(id);
});

test('a read-only memory is not written', async () => {
  const it = await imported();
  const id = it.result.memory;
  await it.client.memory.apply({ command: { type: 'writable', id, writable: false } });
  await expect(
    it.client.memory.import({ file: it.grant('b.tmx', TMX), memory: id, ...LANGUAGES }),
  ).rejects.toMatchObject({ code: 'memoryReadOnly' });
});

test('a memory goes out as TMX and comes back the same', async () => {
  const it = await imported();
  const { path, token } = it.target('out.tmx');
  expect(await it.client.memory.export({ memory: it.result.memory, to: token })).toMatchObject({ entries: 3 });
  const other = await imported('back.tmx', readFileSync(path, 'utf8'));
  expect(other.result).toMatchObject({ added: 3, skipped: 0 });
});

test('a deleted memory answers no more', async () => {
  const it = await imported();
  await it.client.memory.apply({ command: { type: 'delete', id: it.result.memory } });
  expect(await lookup(it, 'Write it on a card.')).toEqual([]);
  await expect(
    it.client.memory.entries({ memory: it.result.memory, filter: '', from: 0, count: 10 }),
  ).rejects.toMatchObject({ code: 'unknownMemory' });
});

test('of entries that say the same one is left, the furthest along', async () => {
  const it = await imported();
  const { client, result } = it;
  const { entries } = await client.memory.entries({ memory: result.memory, filter: 'card', from: 0, count: 1 });
  const [entry] = entries;
  if (entry === undefined) throw new Error('no entry');
  const twin = { ...entry, id: '900', origin: { ...entry.origin, status: 'approved' as const } };
  await client.memory.restoreEntries({ entries: [twin, { ...entry, id: '901' }] });
  expect(await client.memory.deduplicate({ memory: result.memory })).toEqual({ removed: 2 });
  const left = await client.memory.entries({ memory: result.memory, filter: 'card', from: 0, count: 9 });
  expect(left.entries.map(({ id }) => id)).toEqual(['900']);
});

test('what a TMX says of a pair is kept, and goes out again', async () => {
  const pair = `<tu changeid="María" changedate="20250102T030405Z"><prop type="x-mode">adapted</prop><prop type="x-status">approved</prop>
    <prop type="x-municipality">Cobija</prop><tuv xml:lang="en"><seg>Sing.</seg></tuv><tuv xml:lang="es"><seg>Cante.</seg></tuv></tu>`;
  const it = await imported('a.tmx', `<tmx version="1.4"><header srclang="en"/><body>${pair}</body></tmx>`);
  const origin = {
    author: 'María',
    at: '2025-01-02T03:04:05Z',
    mode: 'adapted',
    status: 'approved',
    municipality: 'Cobija',
  };
  expect((await lookup(it, 'Sing.'))[0]).toMatchObject({ entry: { origin }, penalties: [{ code: 'adapted' }] });
  const { path, token } = it.target('out.tmx');
  await it.client.memory.export({ memory: it.result.memory, to: token });
  const again = await imported('b.tmx', readFileSync(path, 'utf8'));
  expect((await lookup(again, 'Sing.'))[0]).toMatchObject({ entry: { origin } });
});
