import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { plain } from '#shared/model/content.ts';
import { WorkerMemory } from '#main/engine/worker-memory.ts';
import type { MemoryAside } from '#main/store/memory/aside.ts';
import { importText, makeClient, withModule } from '#tests/builders/client.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const WISH = { sourceLanguage: 'en', targetLanguage: 'es', sandbox: null, count: 5, least: 70 };
const ASIDE = 'memory-damaged-1.sqlite';

type Damage = (path: string) => void;

const truncated: Damage = (path) => {
  truncateSync(path, Math.floor(statSync(path).size / 2));
};
const overwritten: Damage = (path) => {
  writeFileSync(path, 'no database at all, for at least a hundred bytes '.repeat(400));
};
/** Everything behind the first page. */
const overwrittenInside: Damage = (path) => {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(statSync(path).size - 4096, 0xa5), 0, null, 4096);
  closeSync(file);
};

const DAMAGES: readonly (readonly [string, Damage])[] = [
  ['truncated', truncated],
  ['overwritten', overwritten],
  ['overwritten behind its beginning', overwrittenInside],
];

/** A workspace where a unit was confirmed and a memory came from a file; closed, with its memory damaged. */
async function damagedWorkspace(damage: Damage): Promise<{ readonly workspace: string; readonly document: string }> {
  const workspace = temporaryFolder();
  const it = await makeClient({ workspace });
  await withModule(it.client);
  const document = await importText(it, 'Write it on a card.\nSing.\nWrite it on a card.');
  const [unit] = (await it.client.units.page({ document, from: 0, count: 1 })).units;
  const commands = [
    { type: 'edit', unit: unit?.id ?? '', content: plain('Escríbalo.') },
    { type: 'status', unit: unit?.id ?? '', status: 'translated' },
  ] as const;
  await it.client.units.apply({ document, commands: [...commands] });
  const lines = Array.from({ length: 400 }, (_, index) => `Line ${index} of the file\tLínea ${index}\n`).join('');
  const file = it.grant('Naciones Unidas.tsv', lines);
  await it.client.memory.import({ file, memory: null, sourceLanguage: 'en', targetLanguage: 'es' });
  await it.client.memory.list({});
  await it.close();
  damage(join(workspace, 'memory.sqlite'));
  return { workspace, document };
}

test.each(DAMAGES)(
  'a memory file that was %s is put aside whole, and the library is followed again',
  async (_, damage) => {
    const { workspace, document } = await damagedWorkspace(damage);
    const bytes = readFileSync(join(workspace, 'memory.sqlite'));
    const it = await makeClient({ workspace });
    onTestFinished(it.close);
    const { units } = await it.client.units.page({ document, from: 0, count: 9 });
    const { matches } = await it.client.memory.matches({ unit: units[2]?.id ?? '' });
    expect(matches.map(({ entry }) => entry.target)).toEqual(['Escríbalo.']);
    expect(readFileSync(join(workspace, ASIDE)).equals(bytes)).toBe(true);
    const told = it.events.filter(({ event }) => event === 'memoryReplaced');
    expect(told).toMatchObject([{ payload: { file: ASIDE } }]);
  },
);

test('which memories came from files is told as far as it can be read', async () => {
  // The chunks of the index are behind what names the memories.
  const { workspace } = await damagedWorkspace((path) => {
    const file = openSync(path, 'r+');
    const { size } = statSync(path);
    writeSync(file, Buffer.alloc(size - 12 * 4096, 0xa5), 0, null, 12 * 4096);
    closeSync(file);
  });
  const it = await makeClient({ workspace });
  onTestFinished(it.close);
  await it.client.memory.lookup({
    text: 'Line 7 of the file',
    sourceLanguage: 'en',
    targetLanguage: 'es',
    count: 5,
    least: 70,
  });
  const told = it.events.find(({ event }) => event === 'memoryReplaced');
  expect(told?.payload).toMatchObject({ imported: ['Naciones Unidas'] });
});

test('one that is damaged while it is in use is replaced in both threads, once', async () => {
  const workspace = temporaryFolder();
  const path = join(workspace, 'pairs.tsv');
  writeFileSync(
    path,
    Array.from({ length: 3000 }, (_, index) => `Sentence ${index} of it\tOración ${index}\n`).join(''),
  );
  const memory = new WorkerMemory(workspace);
  onTestFinished(async () => {
    await memory.close();
  });
  const told: MemoryAside[] = [];
  memory.onReplaced((aside) => told.push(aside));
  await memory.ask('import', { path, memory: null, newId: 'm', ...WISH });
  await memory.close();
  overwrittenInside(join(workspace, 'memory.sqlite'));
  const asked = Array.from({ length: 4 }, async () => await memory.ask('find', { text: 'Sentence 3 of it', ...WISH }));
  expect(await Promise.all(asked)).toEqual([[], [], [], []]);
  expect(await memory.ask('import', { path, memory: null, newId: 'n', ...WISH })).toMatchObject({ added: 3000 });
  expect(told).toHaveLength(1);
});

test('a second damaged memory is put beside the first', async () => {
  const { workspace } = await damagedWorkspace(overwritten);
  for (let time = 0; time < 2; time += 1) {
    const it = await makeClient({ workspace });
    await it.client.memory.list({});
    await it.close();
    overwritten(join(workspace, 'memory.sqlite'));
  }
  const names = readdirSync(workspace).filter((name) => name.startsWith('memory-damaged'));
  expect(names).toEqual(expect.arrayContaining([ASIDE, 'memory-damaged-2.sqlite']));
});
