import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { plain, textOf } from '#shared/model/content.ts';
import type { MemorySummary } from '#shared/contract/memory.ts';
import { inRoot } from '#scripts/lib/root.ts';
import { importText, makeClient, withModule, type TestClient } from '#tests/builders/client.ts';

const folder = mkdtempSync(join(tmpdir(), 'adapta-test-'));
let it: TestClient;

beforeAll(async () => {
  it = await makeClient({ office: 'real', resources: inRoot('resources'), workspace: folder });
  await withModule(it.client);
  await settled();
});
afterAll(async () => {
  await it.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The sample's documents. */
async function sampleDocuments(): Promise<readonly string[]> {
  const { toolkits, modules, documents } = await it.client.library.read({});
  const sample = toolkits.find(({ sandbox }) => sandbox)?.id;
  const own = new Set(modules.flatMap(({ id, toolkit }) => (toolkit === sample ? [id] : [])));
  return documents.flatMap(({ id, module }) => (own.has(module) ? [id] : []));
}

async function practiceMemories(): Promise<readonly MemorySummary[]> {
  const { memories } = await it.client.memory.list({});
  return memories.filter(({ sandbox }) => sandbox);
}

/** Until the memory has followed the sample: a question does not wait for so much. */
async function settled(): Promise<readonly MemorySummary[]> {
  return await vi.waitFor(
    async () => {
      const memories = await practiceMemories();
      expect(memories.map(({ kind }) => kind).toSorted()).toEqual(['own', 'received']);
      return memories;
    },
    { timeout: 30_000 },
  );
}

interface Practised {
  readonly document: string;
  readonly unit: string;
  readonly source: string;
}

/** Writes a text for a unit of the sample nobody has confirmed, and confirms it. */
async function practise(text: string): Promise<Practised> {
  for (const document of await sampleDocuments()) {
    const { units, blocks } = await it.client.units.page({ document, from: 0, count: 200 });
    const texts = new Map(blocks.map(({ id, content }) => [id, textOf(content)]));
    const unit = units.find(
      ({ status, mode }) => (status === 'untranslated' || status === 'draft') && mode === 'faithful',
    );
    const source = unit?.source.map((id) => texts.get(id) ?? '').join(' ') ?? '';
    if (unit === undefined || source.length < 12) continue;
    await it.client.units.apply({
      document,
      commands: [
        { type: 'edit', unit: unit.id, content: plain(text) },
        { type: 'status', unit: unit.id, status: 'translated' },
      ],
    });
    return { document, unit: unit.id, source };
  }
  throw new Error('everything of the sample is confirmed');
}

async function matchesOf(unit: string): Promise<readonly string[]> {
  return (await it.client.memory.matches({ unit })).matches.map(({ entry }) => entry.target);
}

async function found(query: string, document?: string): Promise<readonly string[]> {
  const where = document === undefined ? {} : { document };
  const { hits } = await it.client.memory.concordance({ query, ...where, side: 'both', from: 0, count: 50 });
  return hits.map(({ entry }) => entry.target);
}

test('the sample fills memories of its own from the start, marked as such', async () => {
  const memories = await settled();
  expect(memories.every(({ sandbox, entries }) => sandbox && entries > 0)).toBe(true);
});

test('what is confirmed in the sample is found there', async () => {
  const { document } = await practise('Zarandajas de práctica.');
  expect(await found('zarandajas', document)).toEqual(['Zarandajas de práctica.']);
});

test('nothing of the sample is known in another toolkit, nor outside of all', async () => {
  const { source } = await practise('Zurriburri de práctica.');
  const document = await importText(it, `${source}\nElse`);
  const { units } = await it.client.units.page({ document, from: 0, count: 1 });
  expect(await matchesOf(units[0]?.id ?? '')).toEqual([]);
  const wish = { sourceLanguage: 'en', targetLanguage: 'es-BO', count: 9, least: 0 };
  expect((await it.client.memory.lookup({ text: source, ...wish })).matches).toEqual([]);
  expect([await found('zurriburri'), await found('zurriburri', document)]).toEqual([[], []]);
});

test('translating before takes nothing from the sample', async () => {
  const { source } = await practise('Batiburrillo de práctica.');
  const document = await importText(it, source);
  const { changes } = await it.client.memory.pretranslate({ document, least: 50, assembled: true });
  expect(changes).toEqual([]);
});

test('statistics of another toolkit know nothing of the sample', async () => {
  const { source } = await practise('Galimatías de práctica.');
  const document = await importText(it, source);
  const { rows } = await it.client.statistics.analyse({ scope: { of: 'document', id: document } });
  expect(rows[0]?.bands.new.units).toBe(1);
});

test('the sample knows nothing of another toolkit but what was brought from files', async () => {
  const { unit, source, document } = await practise('Cachivache de práctica.');
  const real = await importText(it, source);
  const { units } = await it.client.units.page({ document: real, from: 0, count: 1 });
  const commands = [
    { type: 'edit', unit: units[0]?.id ?? '', content: plain('Chirimbolo de verdad.') },
    { type: 'status', unit: units[0]?.id ?? '', status: 'translated' },
  ] as const;
  await it.client.units.apply({ document: real, commands: [...commands] });
  expect(await matchesOf(unit)).not.toContain('Chirimbolo de verdad.');
  expect(await found('chirimbolo', document)).toEqual([]);
  const file = it.grant('brought.tsv', `${source}\tTarabilla traída.\n`);
  await it.client.memory.import({ file, memory: null, sourceLanguage: 'en', targetLanguage: 'es' });
  expect(await matchesOf(unit)).toContain('Tarabilla traída.');
});

test('putting the sample back empties what it has learnt', async () => {
  await practise('Perendengue de práctica.');
  const before = await practiceMemories();
  await it.client.library.resetSample({});
  const after = (await settled()).map(({ id }) => id);
  expect(before.filter(({ id }) => after.includes(id))).toEqual([]);
  const [document] = await sampleDocuments();
  expect(await found('perendengue', document)).toEqual([]);
});
