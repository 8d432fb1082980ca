import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WorkerMemory } from '#main/engine/worker-memory.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const WISH = { sourceLanguage: 'en', targetLanguage: 'es', sandbox: null, count: 5, least: 70 };

function open(pairs: number) {
  const workspace = temporaryFolder();
  const memory = new WorkerMemory(workspace);
  onTestFinished(async () => {
    await memory.close();
  });
  const path = join(workspace, 'pairs.tsv');
  writeFileSync(path, Array.from({ length: pairs }, (_, index) => lineOf(index)).join(''));
  const order = { path, memory: null, newId: 'm', ...WISH };
  return { memory, order };
}

function lineOf(index: number): string {
  return `Sentence number ${index} of the file\tOración número ${index} del archivo\n`;
}

test('what one thread writes the other finds as soon as it is said', async () => {
  const { memory, order } = open(3);
  expect(await memory.ask('find', { text: 'Sentence number 1 of the file', ...WISH })).toEqual([]);
  expect(await memory.ask('import', order)).toMatchObject({ added: 3 });
  const [found] = await memory.ask('find', { text: 'Sentence number 1 of the file', ...WISH });
  expect(found).toMatchObject({ score: 100, entry: { target: 'Oración número 1 del archivo' } });
});

test('look-ups are answered while an import goes on; it tells how far it is', async () => {
  const { memory, order } = open(60_000);
  const shares: number[] = [];
  let answered = 0;
  const importing = memory.ask('import', order, { progress: ({ progress }) => shares.push(progress) });
  const looking = async (): Promise<void> => {
    while ((shares.at(-1) ?? 0) < 1) {
      await memory.ask('find', { text: 'Sentence number 12 of the file', ...WISH });
      answered += 1;
    }
  };
  await looking();
  expect(await importing).toMatchObject({ added: 60_000 });
  expect(answered).toBeGreaterThan(1);
});

test('a cancelled import keeps the slices it has, and the memory goes on', async () => {
  const { memory, order } = open(60_000);
  const cancel = new AbortController();
  const importing = memory.ask('import', order, {
    signal: cancel.signal,
    progress: () => {
      cancel.abort();
    },
  });
  await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
  const [kept] = await memory.ask('list', {});
  expect(kept?.entries).toBeGreaterThan(0);
  expect(kept?.entries).toBeLessThan(60_000);
  expect(await memory.ask('find', { text: 'Sentence number 12 of the file', ...WISH })).not.toEqual([]);
});

test('errors come back by their code', async () => {
  const { memory } = open(1);
  await expect(memory.ask('edit', { id: '7', source: 'a', target: 'b' })).rejects.toMatchObject({
    code: 'unknownEntry',
  });
});

test('a closed memory is opened again when it is asked', async () => {
  const { memory, order } = open(2);
  await memory.ask('import', order);
  await memory.close();
  expect(await memory.ask('list', {})).toMatchObject([{ entries: 2 }]);
});
