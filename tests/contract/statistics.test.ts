import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Scope, ScopeCounts } from '#shared/contract/statistics.ts';
import { plain } from '#shared/model/content.ts';
import type { Status } from '#shared/model/unit.ts';
import { importText, openClient, withModule, type TestClient } from '#tests/builders/client.ts';

const TOOLKIT: Scope = { of: 'toolkit', id: 't' };

async function started(now?: () => string): Promise<TestClient> {
  const it = await openClient(now === undefined ? {} : { now });
  await withModule(it.client);
  return it;
}

async function analyse(it: TestClient, scope: Scope): Promise<readonly ScopeCounts[]> {
  return (await it.client.statistics.analyse({ scope })).rows;
}

async function unitsOf(it: TestClient, document: string): Promise<readonly string[]> {
  return (await it.client.units.page({ document, from: 0, count: 100 })).units.map(({ id }) => id);
}

async function say(it: TestClient, document: string, unit: string, text: string, status: Status): Promise<void> {
  await it.client.units.apply({
    document,
    commands: [
      { type: 'edit', unit, content: plain(text) },
      { type: 'status', unit, status },
    ],
  });
}

describe('what there is to translate', () => {
  test('is told of the scope, each module and each document', async () => {
    const it = await started();
    const first = await importText(it, 'One two. Three.\nFour');
    const second = await importText(it, 'Five');
    const rows = await analyse(it, TOOLKIT);
    expect(rows.map(({ scope, title }) => [scope.of, title])).toEqual([
      ['toolkit', 'Kit'],
      ['module', '1 Uno'],
      ['document', 'Documento'],
      ['document', 'Documento'],
    ]);
    expect(rows.map(({ total }) => [total.units, total.segments, total.words])).toEqual([
      [3, 4, 5],
      [3, 4, 5],
      [2, 3, 4],
      [1, 1, 1],
    ]);
    expect(await analyse(it, { of: 'document', id: first })).toHaveLength(1);
    expect((await analyse(it, { of: 'module', id: 'm' })).map(({ scope }) => scope.id)).toEqual(['m', first, second]);
  });

  test('repetitions are those of the scope, over its documents', async () => {
    const it = await started();
    await importText(it, 'Same text.\nOther.');
    await importText(it, 'Same text.');
    const rows = await analyse(it, TOOLKIT);
    expect(rows.map(({ repetitions }) => repetitions.segments)).toEqual([1, 1, 0, 0]);
  });

  test('a placeholder is no word, whatever its number', async () => {
    const it = await started();
    await importText(it, 'See ⟦1⟧ now.\nSee ⟦2⟧ now.');
    const [row] = await analyse(it, TOOLKIT);
    expect([row?.total.words, row?.repetitions.segments]).toEqual([4, 1]);
  });

  test('added units have no original to count', async () => {
    const it = await started();
    const document = await importText(it, 'One');
    const [unit = ''] = await unitsOf(it, document);
    await it.client.units.apply({
      document,
      commands: [
        { type: 'insert', unit: 'n', after: unit, kind: 'paragraph', content: plain('Más'), why: { reason: 'law' } },
      ],
    });
    expect(await unitsOf(it, document)).toEqual([unit, 'n']);
    expect((await analyse(it, TOOLKIT))[0]?.total.units).toBe(1);
  });

  test('unknown scopes are refused', async () => {
    const it = await started();
    await expect(analyse(it, { of: 'module', id: 'x' })).rejects.toMatchObject({ code: 'unknownModule' });
  });
});

describe('what the memories know', () => {
  const TMX = `<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"
    adminlang="en" srclang="en" datatype="plaintext"/><body>${[
      'The mayor signs the law.',
      'The council meets on Monday mornings at ten.',
    ]
      .map((text) => `<tu><tuv xml:lang="en"><seg>${text}</seg></tuv><tuv xml:lang="es"><seg>x</seg></tuv></tu>`)
      .join('')}</body></tmx>`;

  test('parts the sentences into bands', async () => {
    const it = await started();
    const languages = { sourceLanguage: 'en', targetLanguage: 'es' };
    await it.client.memory.import({ file: it.grant('m.tmx', TMX), memory: null, ...languages });
    await importText(
      it,
      'The mayor signs the law. Nobody knows this one.\nThe council meets on Monday evenings at ten.',
    );
    const [row] = await analyse(it, TOOLKIT);
    const found = Object.entries(row?.bands ?? {}).filter(([, { segments }]) => segments > 0);
    expect(found.map(([band, { segments, units }]) => [band, segments, units])).toEqual([
      ['100', 1, 0],
      ['85-94', 1, 1],
      ['new', 1, 1],
    ]);
  });

  test('a unit said before between the same neighbours is known in context', async () => {
    const it = await started();
    const first = await importText(it, 'Before.\nThe law is in force. It is good.\nAfter.');
    await say(it, first, (await unitsOf(it, first))[1] ?? '', 'La ley rige. Es buena.', 'translated');
    const second = await importText(it, 'Before.\nThe law is in force. It is good.\nAfter.');
    const [row] = await analyse(it, { of: 'document', id: second });
    expect([row?.bands.context.segments, row?.bands.context.units, row?.bands.new.segments]).toEqual([2, 1, 2]);
  });

  test('what was learnt from a unit is no match for it, but for others', async () => {
    const it = await started();
    const first = await importText(it, 'The law is in force.', 'La ley rige.');
    const second = await importText(it, 'Before.\nThe law is in force.');
    const rows = await Promise.all([first, second].map(async (id) => await analyse(it, { of: 'document', id })));
    expect(rows.map(([row]) => [row?.bands.new.segments, row?.bands['100'].segments])).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });
});

describe('how far the work has come', () => {
  test('is told by the end of each day on which it changed', async () => {
    let now = '2026-03-01T12:00:00.000Z';
    const it = await started(() => now);
    const document = await importText(it, 'One\nTwo');
    const [first = '', second = ''] = await unitsOf(it, document);
    await say(it, document, first, 'Uno y medio', 'translated');
    now = '2026-03-02T12:00:00.000Z';
    await say(it, document, second, 'Dos', 'approved');
    now = '2026-03-04T12:00:00.000Z';
    await say(it, document, first, 'Uno', 'draft');
    expect(await it.client.statistics.progress({ scope: TOOLKIT, timeZone: 'UTC' })).toEqual({
      words: 2,
      days: [
        { day: '2026-03-01', translated: 3, reviewed: 0, approved: 0 },
        { day: '2026-03-02', translated: 4, reviewed: 1, approved: 1 },
        { day: '2026-03-04', translated: 1, reviewed: 1, approved: 1 },
      ],
    });
  });

  test('days are those of the people', async () => {
    const it = await started(() => '2026-03-02T02:00:00.000Z');
    const document = await importText(it, 'One');
    await say(it, document, (await unitsOf(it, document))[0] ?? '', 'Uno', 'translated');
    const { days } = await it.client.statistics.progress({ scope: TOOLKIT, timeZone: 'America/La_Paz' });
    expect(days.map(({ day }) => day)).toEqual(['2026-03-01']);
  });

  test('an unknown time zone is refused', async () => {
    const it = await started();
    await expect(it.client.statistics.progress({ scope: TOOLKIT, timeZone: 'Cobija' })).rejects.toMatchObject({
      code: 'badRequest',
    });
  });
});

test('the table goes out as CSV, in the language of the interface', async () => {
  const it = await started();
  await importText(it, 'One two.');
  const { path, token } = it.target('tabla.csv');
  const { bytes } = await it.client.statistics.export({ scope: TOOLKIT, to: token });
  const text = readFileSync(path, 'utf8');
  expect(bytes).toBe(Buffer.byteLength(text));
  expect(text).toContain('kit de herramientas,Kit,nuevas,1,1,2,8\r\n');
});
