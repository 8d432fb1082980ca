import { expect, test } from 'vitest';
import { textOf } from '#shared/model/content.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { toPlainText } from '#shared/model/plain-text.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';

/** `container: target <source> mode/status` per unit, in reading order. */
async function told(it: TestClient, document: string): Promise<readonly string[]> {
  const { units, blocks } = await it.client.units.page({ document, from: 0, count: 1000 });
  const text = new Map(blocks.map((block) => [block.id, textOf(block.content)]));
  return units.map(({ placement, content, source, mode, status }) => {
    const original = source.map((id) => text.get(id)).join('|');
    return `${placement.container}: ${textOf(content)} <${original}> ${mode}/${status}`;
  });
}

async function planned(it: TestClient, source: string, received: string) {
  return await it.client.imports.plan({ source: it.grant('s.txt', source), received: it.grant('r.txt', received) });
}

async function imported(source: string, received: string, links: readonly (readonly [number[], number[]])[]) {
  const it = await openClient();
  await withModule(it.client);
  const plan = await planned(it, source, received);
  const given = links.map(([from, to]) => ({ source: from, received: to, confidence: 1 }));
  const kind = 'reading' as const;
  const { document } = await it.client.imports.commit({ plan: plan.plan, links: given, module: 'm', kind, title: 'T' });
  return { it, document };
}

test('linked text is a draft, missing text untranslated, text without an original added', async () => {
  const { it, document } = await imported('One\nTwo\nThree', 'Uno\nNuevo\nTres', [
    [[0], [0]],
    [[2], [2]],
  ]);
  expect(await told(it, document)).toEqual([
    'body: Uno <One> faithful/draft',
    'body:  <Two> faithful/untranslated',
    'body: Nuevo <> added/draft',
    'body: Tres <Three> faithful/draft',
  ]);
  const { units } = await it.client.units.page({ document, from: 2, count: 1 });
  expect(units[0]?.adaptation?.reason).toBe('received');
});

test('two received blocks of one original are one unit, with a border between them', async () => {
  const { it, document } = await imported('One', 'Uno\nSigue', [[[0], [0, 1]]]);
  expect(await told(it, document)).toEqual(['body: Uno\nSigue <One> faithful/draft']);
});

test('two originals of one received block are one unit', async () => {
  const { it, document } = await imported('One\nTwo', 'Uno y dos', [[[0, 1], [0]]]);
  expect(await told(it, document)).toEqual(['body: Uno y dos <One|Two> faithful/draft']);
});

test('a cell the translation dropped joins the cell its neighbours went to', async () => {
  const source = 'body/t1r1c1| A\nbody/t1r1c1| B\nEnd';
  const { it, document } = await imported(source, 'body/t9r1c1| Á\nFin', [
    [[0], [0]],
    [[2], [1]],
  ]);
  expect(await told(it, document)).toEqual([
    'body/t9r1c1: Á <A> faithful/draft',
    'body/t9r1c1:  <B> faithful/untranslated',
    'body: Fin <End> faithful/draft',
  ]);
});

test('body text whose container is nowhere joins the unit before it', async () => {
  const { it, document } = await imported('One\nbody/t1r1c1| Cell\nTwo', 'Uno\nDos', [
    [[0], [0]],
    [[2], [1]],
  ]);
  expect(await told(it, document)).toEqual([
    'body: Uno <One> faithful/draft',
    'body:  <Cell> faithful/untranslated',
    'body: Dos <Two> faithful/draft',
  ]);
});

test('a note only the original has keeps a place of its own', async () => {
  const source = 'One\nfootnote:1| Note\nfootnote:2| Second\nTwo';
  const { it, document } = await imported(source, 'Uno\nfootnote:1| Otra\nDos', [
    [[0], [0]],
    [[3], [2]],
  ]);
  expect(await told(it, document)).toEqual([
    'body: Uno <One> faithful/draft',
    'footnote:1: Otra <> added/draft',
    'source:footnote:1:  <Note> faithful/untranslated',
    'source:footnote:2:  <Second> faithful/untranslated',
    'body: Dos <Two> faithful/draft',
  ]);
});

test('reading order meets cells in their table and notes behind their anchor, also after edits', async () => {
  const it = await openClient();
  await withModule(it.client);
  const source = 'A\nfootnote:1| note\nB\nbody/t1r1c1| x\nbody/t1r1c1/t1r1c1| inner\nbody/t1r1c2| y\nC\nheader:h| top';
  const document = await importText(it, source);
  const order = async (): Promise<string> => {
    const { units, blocks } = await it.client.units.page({ document, from: 0, count: 100 });
    const text = new Map(blocks.map((block) => [block.id, textOf(block.content)]));
    return units.map((unit) => text.get(unit.source[0] ?? '') ?? textOf(unit.content)).join(' ');
  };
  expect(await order()).toBe('A note B x inner y C top');
  const { units } = await it.client.units.page({ document, from: 0, count: 100 });
  const idOf = (index: number): string => units[index]?.id ?? '';
  const content = [{ text: 'new', marks: [] }];
  await it.client.units.apply({
    document,
    commands: [
      { type: 'insert', unit: 'n', after: idOf(2), kind: 'paragraph', content },
      { type: 'move', unit: idOf(0), after: idOf(6) },
    ],
  });
  expect(await order()).toBe('note B new x inner y C A top');
});

test('placeholders of the translation take the numbers of the original’s, or new ones', async () => {
  const { it, document } = await imported('See ⟦1⟧ and ⟦2⟧', 'Vea ⟦1⟧, ⟦2⟧ y ⟦3⟧', [[[0], [0]]]);
  const { units } = await it.client.units.page({ document, from: 0, count: 1 });
  expect(toPlainText(units[0]?.content ?? [])).toBe('Vea ⟦1⟧, ⟦2⟧ y ⟦5⟧');
});

test('the same original is recognised, and another is not', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One');
  const again = await planned(it, 'One', 'Uno');
  expect(again.known).toEqual([{ document, title: 'Documento', module: 'm' }]);
  expect((await planned(it, 'Other', 'Uno')).known).toEqual([]);
});

test('links out of range, doubled, or over two containers are refused and store nothing', async () => {
  const it = await openClient();
  await withModule(it.client);
  const { plan } = await planned(it, 'One\nbody/t1r1c1| Cell', 'Uno');
  const commit = (source: number[], received: number[]) =>
    it.client.imports.commit({
      plan,
      links: [{ source, received, confidence: 1 }],
      module: 'm',
      kind: 'reading',
      title: 'T',
    });
  await expect(commit([7], [])).rejects.toMatchObject({ code: 'badRequest' });
  await expect(commit([0, 0], [])).rejects.toMatchObject({ code: 'badRequest' });
  await expect(commit([0, 1], [0])).rejects.toMatchObject({ code: 'crossesContainer' });
  expect((await it.client.library.read({})).documents).toEqual([]);
});

test('a plan committed twice at once becomes one document', async () => {
  const it = await openClient();
  await withModule(it.client);
  const { plan } = await planned(it, 'One', 'Uno');
  const once = () =>
    it.client.imports.commit({ plan, links: [], module: 'm', kind: 'reading', title: 'T' }).then(
      () => 'stored',
      (cause: unknown) => (cause instanceof AdaptaError ? cause.code : ''),
    );
  expect(await Promise.all([once(), once()])).toEqual(['stored', 'unknownPlan']);
  expect((await it.client.library.read({})).documents).toHaveLength(1);
});

test('a discarded plan is gone, and a refused file stores nothing', async () => {
  const it = await openClient();
  await withModule(it.client);
  const { plan } = await planned(it, 'One', 'Uno');
  await it.client.imports.discard({ plan });
  const again = { plan, links: [], module: 'm', kind: 'reading', title: 'T' } as const;
  await expect(it.client.imports.commit(again)).rejects.toMatchObject({ code: 'unknownPlan' });
  await expect(planned(it, '!', 'Uno')).rejects.toMatchObject({ code: 'notAnOfficeFile' });
});

test('only files a person chose are read', async () => {
  const it = await openClient();
  await expect(it.client.imports.plan({ source: '/etc/passwd' })).rejects.toMatchObject({ code: 'unknownGrant' });
  const written = it.target('out.docx').token;
  await expect(it.client.imports.plan({ source: written })).rejects.toMatchObject({ code: 'unknownGrant' });
});

test('a backup is made before every import', async () => {
  const it = await openClient();
  await withModule(it.client);
  await importText(it, 'One');
  const { listBackups } = await import('#main/store/backup.ts');
  expect(listBackups(it.workspace).map((backup) => backup.reason)).toEqual(['import']);
});

test('an import is a job with steps, and its report can be read later', async () => {
  const it = await openClient();
  await withModule(it.client);
  const document = await importText(it, 'One\nTwo', 'Uno');
  const steps = it.events.flatMap(({ event, payload }) =>
    event === 'job' && typeof payload === 'object' && payload !== null && 'step' in payload ? [payload.step] : [],
  );
  for (const step of ['readSource', 'readReceived', 'align', 'store']) expect(steps).toContain(step);
  expect((await it.client.jobs.list({})).jobs.map((job) => job.state)).toEqual(['done', 'done']);
  const report = await it.client.imports.report({ document });
  expect([report.source.units, report.received?.units]).toEqual([2, 1]);
});

test('of two files the refused one is named', async () => {
  const it = await openClient({ office: 'real' });
  const [source, received] = [it.grant('guide.en.docx', 'no document'), it.grant('guide.es.docx', 'none either')];
  await expect(it.client.imports.plan({ source, received })).rejects.toMatchObject({
    code: 'notAnOfficeFile',
    params: { file: 'guide.en.docx' },
  });
});
