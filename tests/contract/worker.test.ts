import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WorkerOffice } from '#main/engine/worker-office.ts';
import type { OfficeFile, WriteOrder } from '#main/services/office.ts';
import { directOffice } from '#main/services/office-direct.ts';
import { inRoot } from '#scripts/lib/root.ts';
import { openStore } from '#main/store/store.ts';
import { docx, p } from '#tests/builders/docx/index.ts';
import { temporaryFolder } from '#tests/builders/workspace.ts';

const small: OfficeFile = { name: 'a.docx', bytes: docx(p('Hola')) };

function large(): OfficeFile {
  return { name: 'd200.docx', bytes: readFileSync(inRoot('../shared/corpus/pairs/d200.en.docx')) };
}

test('files are read and refused in a thread as they are beside it', async () => {
  const office = new WorkerOffice();
  expect((await office.read(small)).blocks).toHaveLength(1);
  const broken = { name: 'b.docx', bytes: new TextEncoder().encode('no document') };
  await expect(office.read(broken)).rejects.toMatchObject({ code: 'notAnOfficeFile' });
});

test('a large file is read, aligned and written in a thread as beside it', async () => {
  const bytes = docx(...Array.from({ length: 700 }, (_, index) => p(`Párrafo ${index}`)));
  const file = { name: 'long.docx', bytes };
  const office = new WorkerOffice();
  const read = await office.read(file);
  expect(read).toEqual(await directOffice.read(file));
  const links = await office.align(read.blocks, read.blocks);
  expect(links).toEqual(await directOffice.align(read.blocks, read.blocks));
  const units = read.blocks.map(({ anchor, kind, content }) => ({ anchors: [anchor], kind, content }));
  const order: WriteOrder = {
    format: 'docx',
    skeleton: bytes,
    containers: [
      { container: 'body', units: units.map((unit) => ({ ...unit, content: [{ text: 'Otro', marks: [] }] })) },
    ],
    omit: [],
    places: [],
    strip: false,
    language: 'es',
  };
  const { bytes: written } = await office.write(order);
  expect((await office.read({ ...file, bytes: written })).report.words).toBe(700);
});

test('a file that takes too much memory ends its thread, not the engine', async () => {
  const office = new WorkerOffice({ memory: 24, time: 60_000 });
  await expect(office.read(large())).rejects.toMatchObject({ code: 'memoryLimit', params: { megabytes: 24 } });
  expect((await office.read(small)).blocks).toHaveLength(1);
});

test('a file that takes too long is given up by name', async () => {
  const office = new WorkerOffice({ memory: 768, time: 1 });
  await expect(office.read(large())).rejects.toMatchObject({ code: 'timeLimit' });
});

test('cancelling ends the work at once, and the next task has a thread again', async () => {
  const office = new WorkerOffice();
  const cancel = new AbortController();
  const reading = office.read(large(), cancel.signal);
  const start = performance.now();
  cancel.abort();
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  expect(performance.now() - start).toBeLessThan(5000);
  await expect(office.read(small, cancel.signal)).rejects.toMatchObject({ code: 'cancelled' });
  expect((await office.read(small)).blocks).toHaveLength(1);
});

test('a copy of the library is looked through in a thread, and a damaged one is named', async () => {
  const workspace = temporaryFolder();
  const store = await openStore(workspace);
  const { path } = await store.backup('scheduled');
  store.close();
  const office = new WorkerOffice();
  await office.checkLibrary(path);
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(7, bytes.length / 2));
  await expect(office.checkLibrary(path)).rejects.toMatchObject({ code: 'workspaceDamaged' });
});
