import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { queryWords } from '#shared/memory/concordance.ts';
import { WorkerMemory } from '#main/engine/worker-memory.ts';
import { MemoryDesk } from '#main/services/memory-desk.ts';
import { openMemoryReader } from '#main/store/memory/database.ts';
import { wordIndex } from '#main/store/memory/word-index.ts';
import { openClient } from '#tests/builders/client.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const LANGUAGES = { sourceLanguage: 'en', targetLanguage: 'es' };
const RARE = ['Zebra crossings are painted', 'Se pintan los pasos de cebra'] as const;

/** Pairs of which only the oldest says something rare. */
function pairsFile(folder: string, pairs: number): string {
  const path = join(folder, 'pairs.tsv');
  const common = Array.from({ length: pairs - 1 }, (_, at) => `Sentence number ${at}\tOración número ${at}\n`);
  writeFileSync(path, [`${RARE.join('\t')}\n`, ...common].join(''));
  return path;
}

const asking = (query: string, count = 10) =>
  ({ words: queryWords(query), side: 'both', sandbox: null, from: 0, count }) as const;

test('what the index of words finds is what reading every text finds', async () => {
  const folder = temporaryFolder();
  const desk = new MemoryDesk(folder, 'writer');
  onTestFinished(() => {
    desk.close();
  });
  await desk.import({ path: pairsFile(folder, 70_000), memory: null, newId: 'm', ...LANGUAGES }, {});
  const queries = ['cebra', 'zebras', 'pasos pintados', 'sentence 7', 'nothing of the kind', 'oracion zebra', 'de'];
  const answers = async () => {
    const all = [];
    for (const query of queries) all.push(await desk.concordance(asking(query), {}));
    return all;
  };
  const read = await answers();
  expect(desk.indexWords(100_000)).toBe(true);
  expect(await answers()).toEqual(read);
  expect(read[0]?.hits[0]?.entry.target).toBe(RARE[1]);
});

test('an entry that was corrected or brought back is found by its new words', async () => {
  const folder = temporaryFolder();
  const desk = new MemoryDesk(folder, 'writer');
  onTestFinished(() => {
    desk.close();
  });
  await desk.import({ path: pairsFile(folder, 61_000), memory: null, newId: 'm', ...LANGUAGES }, {});
  desk.indexWords(100_000);
  const targets = async (query: string) =>
    (await desk.concordance(asking(query), {})).hits.map(({ entry }) => entry.target);
  const { before } = desk.edit({ id: '1', source: RARE[0], target: 'Un quirquincho' });
  expect([await targets('quirquinchos'), await targets('cebra')]).toEqual([['Un quirquincho'], []]);
  desk.edit({ id: '1', source: 'An armadillo', target: 'Un quirquincho' });
  expect(await targets('armadillos')).toEqual(['Un quirquincho']);
  desk.remove({ ids: ['1'] });
  expect(await targets('armadillo')).toEqual([]);
  desk.restore({ entries: [before] });
  expect(await targets('cebra')).toEqual([RARE[1]]);
});

test('a look-up does not wait for a concordance that is being read', async () => {
  const folder = temporaryFolder();
  const memory = new WorkerMemory(folder);
  onTestFinished(async () => {
    await memory.close();
  });
  await memory.ask('import', { path: pairsFile(folder, 60_000), memory: null, newId: 'm', ...LANGUAGES });
  const order: string[] = [];
  const concordance = memory.ask('concordance', asking('zebra')).then(() => order.push('concordance'));
  const wish = { text: 'Sentence number 12', ...LANGUAGES, sandbox: null, count: 1, least: 70 };
  const lookup = memory.ask('find', wish).then(() => order.push('look-up'));
  await Promise.all([concordance, lookup]);
  expect(order).toEqual(['look-up', 'concordance']);
});

test('the index grows by itself while nothing is asked', async () => {
  const folder = temporaryFolder();
  const memory = new WorkerMemory(folder);
  onTestFinished(async () => {
    await memory.close();
  });
  await memory.ask('import', { path: pairsFile(folder, 5000), memory: null, newId: 'm', ...LANGUAGES });
  const reader = openMemoryReader(folder);
  onTestFinished(() => {
    reader.close();
  });
  const words = wordIndex(reader);
  await vi.waitFor(
    () => {
      expect(words.upTo()).toBe(5000);
    },
    { timeout: 20_000 },
  );
});

test('a newer question of a field ends the one before', async () => {
  const it = await openClient();
  const { client } = it;
  pairsFile(it.workspace, 60_000);
  await client.memory.import({ file: it.grant('pairs.tsv'), memory: null, ...LANGUAGES });
  const ask = async (query: string) =>
    await client.memory.concordance({ query, asker: 'panel', side: 'both', from: 0, count: 10 });
  const [first, second] = await Promise.allSettled([ask('nothing of the kind'), ask('zebra')]);
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
  expect(second).toMatchObject({ status: 'fulfilled', value: { hits: [{}] } });
});
