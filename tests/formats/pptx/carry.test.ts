import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pptxFormat } from '#main/formats/pptx/index.ts';
import type { ReadBlock, WriteContainer, WriteResult } from '#main/formats/format.ts';
import { isText, plain, type Content } from '#shared/model/content.ts';
import * as make from '#tests/builders/pptx/index.ts';
import { partText, readArchive } from '#tests/formats/laws/archive.ts';
import { containersOf } from '#tests/formats/laws/request.ts';
import { validLaw } from '#tests/formats/laws/valid-law.ts';
import { openDeck } from './deck.ts';
import { part, parts, read, told } from './rig.ts';

const { body, box, p, pptx, slide, title } = make;

/** Placeholder numbers of the original, as a document knows them beside the received file's own. */
const ORIGINAL = 1000;

function shifted(content: Content): Content {
  return content.map((run) =>
    isText(run) || run.placeholder <= 0 ? run : { ...run, placeholder: run.placeholder + ORIGINAL },
  );
}

interface Wish {
  /** Words of blocks that only the original has, and what people wrote for them; `null` where they were left out. */
  readonly alone: Readonly<Record<string, string | Content | null>>;
  /** Containers of the original and of the received file whose texts are linked. */
  readonly linked?: Readonly<Record<string, string>>;
  readonly strip?: boolean;
}

/** Writes the received file with every text of the original that it lacks, as an export asks for it. */
async function carry(
  received: Uint8Array,
  original: Uint8Array,
  { alone, linked = {}, strip = false }: Wish,
): Promise<WriteResult> {
  const [file, source] = [await read(received), await read(original)];
  const wanted = source.blocks.flatMap((block): readonly (readonly [ReadBlock, Content])[] => {
    const words = block.content.map((run) => (isText(run) ? run.text : '')).join('');
    const found = Object.entries(alone).find(([each]) => words.includes(each))?.[1];
    if (found === undefined || found === null) return [];
    return [[block, typeof found === 'string' ? plain(found) : shifted(found)]];
  });
  const foreign: readonly WriteContainer[] = Array.from(
    Map.groupBy(wanted, ([{ container }]) => container),
    ([container, all]) => ({
      container: `source:${container}`,
      units: all.map(([{ anchor, kind, level }, content]) => ({
        anchors: [],
        kind,
        ...(level === undefined ? {} : { level }),
        content,
        donor: [anchor],
      })),
    }),
  );
  return pptxFormat.write({
    skeleton: received,
    donor: original,
    counterparts: linked,
    containers: [...containersOf(file), ...foreign],
    omit: [],
    locate: (id) => (id > ORIGINAL ? { file: 'donor', id: id - ORIGINAL } : { file: 'skeleton', id }),
    strip,
  });
}

async function containers(bytes: Uint8Array): Promise<readonly [string, string, string]> {
  const [a = '', b = '', c = ''] = new Set((await read(bytes)).blocks.map(({ container }) => container));
  return [a, b, c];
}

function typesOf({ bytes }: WriteResult): string {
  return partText(readArchive(bytes).find(({ name }) => name === '[Content_Types].xml')?.bytes ?? new Uint8Array());
}

/** What the validator says of the result and not of the file it was written into. */
async function newErrors(before: Uint8Array, { bytes }: WriteResult): Promise<readonly unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'carry-'));
  try {
    const [old, now] = ['old.pptx', 'out.now.pptx'].map((name) => join(folder, name)) as [string, string];
    await writeFile(old, before);
    await writeFile(now, bytes);
    return await validLaw(old, [now]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const SLIDE = 'slides/slide1.xml';
const UNO = pptx([slide(title('Uno'))]);

async function texts({ bytes }: WriteResult): Promise<readonly string[]> {
  return told(await read(bytes));
}

describe('what is said beside a slide', () => {
  test('comes along as a page of notes that names its slide', async () => {
    const original = pptx([{ ...slide(title('One')), notes: ['Say it', 'twice'] }]);
    const result = await carry(UNO, original, { alone: { 'Say it': 'Dilo', twice: 'dos veces' } });
    expect(result.findings).toEqual([]);
    expect(await texts(result)).toEqual(['heading 1: Uno', 'speakerNote: Dilo', 'speakerNote: dos veces']);
    const deck = openDeck(result.bytes);
    const notes = [...deck.relations(deck.slides[0] ?? '').values()].find(({ kind }) => kind === 'notesSlide');
    expect([...deck.relations(notes?.part ?? '').values()]).toEqual([{ kind: 'slide', part: deck.slides[0] }]);
    expect(typesOf(result)).toContain(`/${notes?.part}`);
  });

  test('goes into a page that is there and says nothing yet, or behind what it says', async () => {
    const original = pptx([{ ...slide(title('One')), notes: ['Say it'] }]);
    const wish = { alone: { 'Say it': 'Dilo' } };
    const empty = await carry(pptx([{ ...slide(title('Uno')), notes: [p()] }]), original, wish);
    expect(await texts(empty)).toEqual(['heading 1: Uno', 'speakerNote: Dilo']);
    const told = await carry(pptx([{ ...slide(title('Uno')), notes: ['Antes'] }]), original, wish);
    expect(await texts(told)).toEqual(['heading 1: Uno', 'speakerNote: Antes', 'speakerNote: Dilo']);
    expect([...empty.findings, ...told.findings]).toEqual([]);
  });

  test('brings the notes master where the file has none, once', async () => {
    const notesParts = [make.notesMaster()];
    const original = pptx([
      { ...slide(title('One')), notes: ['Say it'], notesParts },
      { ...slide(title('Two')), notes: ['Again'], notesParts },
    ]);
    const result = await carry(pptx([slide(title('Uno')), slide(title('Dos'))]), original, {
      alone: { 'Say it': 'Dilo', Again: 'Otra vez' },
    });
    expect(parts(result.bytes).filter((name) => /notesMaster.*\.xml$/u.test(name))).toHaveLength(1);
    const [, id] =
      /<p:notesMasterIdLst><p:notesMasterId r:id="([^"]+)"/u.exec(part(result.bytes, 'presentation.xml')) ?? [];
    const deck = openDeck(result.bytes);
    expect(deck.relations(deck.main).get(id ?? '')?.kind).toBe('notesMaster');
    expect(await newErrors(UNO, result)).toEqual([]);
  });

  test('a participants’ file gets none, and that is no loss', async () => {
    const original = pptx([{ ...slide(title('One')), notes: ['Say it'] }]);
    const result = await carry(UNO, original, { alone: { 'Say it': 'Dilo' }, strip: true });
    expect(await texts(result)).toEqual(['heading 1: Uno']);
    expect(result.findings).toEqual([]);
  });
});

describe('a shape only the original’s slide has', () => {
  test('comes along with what people wrote, behind its neighbour, under an id of its own', async () => {
    const received = pptx([slide(title('Uno'), box({}, 'Final'))]);
    const [first, last] = await containers(received);
    const original = pptx([
      slide(title('One'), box({ at: [7, 8, 900_000, 90_000] }, 'Only here', 'Left out'), box({}, 'End')),
    ]);
    const [one, , end] = await containers(original);
    const result = await carry(received, original, {
      alone: { 'Only here': 'Solo aquí', 'Left out': null },
      linked: { [one]: first, [end]: last },
    });
    expect(result.findings).toEqual([]);
    expect(await texts(result)).toEqual(['heading 1: Uno', 'textBox: Solo aquí', 'textBox: Final']);
    expect(part(result.bytes, SLIDE)).toContain('<a:off x="7" y="8"/>');
    const ids = Array.from(part(result.bytes, SLIDE).matchAll(/<p:cNvPr id="(\d+)"/gu), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await newErrors(received, result)).toEqual([]);
  });

  test('in its own words where nobody has written any, with its links and fields', async () => {
    const click = '<a:hlinkClick r:id="rId7"/>';
    const field =
      '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="x"><a:rPr lang="en-US"/><a:t>field</a:t></a:fld>';
    const original = pptx([
      {
        ...slide(title('One'), box({}, p(make.r('Linked ', '', click), field))),
        parts: [{ id: 'rId7', kind: 'hyperlink', name: 'https://un.org/', external: true }],
      },
    ]);
    const own = (await read(original)).blocks[1]?.content ?? [];
    const result = await carry(UNO, original, { alone: { Linked: own } });
    expect(result.findings).toEqual([]);
    expect((await read(result.bytes)).blocks[1]?.content).toEqual(own);
  });

  test('a group brings its picture, with the file it shows', async () => {
    const pixel = new Uint8Array([1, 2, 3]);
    const at = [0, 0, 3_600_000, 1_800_000] as const;
    const original = pptx([
      {
        ...slide(title('One'), make.group(at, 2, make.picture('rId3', 'A map'), box({}, 'Caption'))),
        parts: [{ id: 'rId3', kind: 'image', name: 'media/image1.png', data: pixel }],
      },
    ]);
    const result = await carry(UNO, original, { alone: { Caption: 'Leyenda', 'A map': 'Un mapa' } });
    expect(result.findings).toEqual([]);
    expect(await texts(result)).toEqual(['heading 1: Uno', 'textBox: Leyenda', 'altText: Un mapa']);
    const deck = openDeck(result.bytes);
    const image = [...deck.relations(deck.slides[0] ?? '').values()].find(({ kind }) => kind === 'image');
    const entry = readArchive(result.bytes).find(({ name }) => name === image?.part);
    expect([...(entry?.bytes ?? [])]).toEqual([...pixel]);
  });

  test('out of a group that is there already, at the place it had on the slide', async () => {
    const at = [1_000_000, 0, 2_000_000, 1_000_000] as const;
    const received = pptx([slide(make.group(at, 2, box({}, 'Dentro')))]);
    const original = pptx([slide(make.group(at, 2, box({}, 'Inside'), box({ at: [10, 20, 500, 400] }, 'Alone')))]);
    const result = await carry(received, original, {
      alone: { Alone: 'Sola' },
      linked: { [(await containers(original))[0]]: (await containers(received))[0] },
    });
    expect(await texts(result)).toEqual(['textBox: Dentro', 'textBox: Sola']);
    expect(part(result.bytes, SLIDE)).toContain('<a:off x="1000020" y="40"/><a:ext cx="1000" cy="800"/>');
  });

  test('a chart with its words in Spanish, and a diagram with what was drawn of it', async () => {
    const chart = await carry(UNO, pptx([make.chartSlide('Offices', ['Open'], ['La Paz'])]), {
      alone: { Offices: 'Oficinas', Open: 'Abiertas', 'La Paz': 'La Paz', chart: 'Un gráfico' },
    });
    expect(await texts(chart)).toEqual([
      'heading 1: Uno',
      'label: Oficinas',
      'label: Abiertas',
      'label: La Paz',
      'altText: Un gráfico',
    ]);
    expect(chart.findings).toEqual([{ code: 'chartWorkbookKept', params: { file: 'chart1.xml' } }]);
    const diagram = await carry(UNO, pptx([make.diagramSlide(['Plan', 'Do'])]), {
      alone: { Plan: 'Planificar', Do: 'Hacer' },
    });
    expect(await texts(diagram)).toEqual(['heading 1: Uno', 'label: Planificar', 'label: Hacer']);
    const drawing = parts(diagram.bytes).find((name) => name.includes('rId9-carried')) ?? '';
    expect(part(diagram.bytes, drawing.slice('ppt/'.length))).toContain('>Planificar<');
    const again = await carry(diagram.bytes, diagram.bytes, { alone: {} });
    expect(again.bytes).toBe(diagram.bytes);
  });

  test('a participants’ file gets a chart without its workbook, and nothing names it', async () => {
    const original = pptx([make.chartSlide('Offices', ['Open'], ['La Paz'])]);
    const result = await carry(UNO, original, { alone: { Offices: 'Oficinas', chart: 'Un gráfico' }, strip: true });
    const chart = parts(result.bytes).find((name) => name.endsWith('.xml') && name.includes('charts/')) ?? '';
    expect(part(result.bytes, chart.slice('ppt/'.length))).toMatch(/Oficinas(?!.*externalData)/su);
    expect(parts(result.bytes).filter((name) => name.includes('embeddings'))).toEqual([]);
  });

  test('goes into the placeholder that is there and empty', async () => {
    const received = pptx([slide(title('Uno'), body(p()))]);
    const result = await carry(received, pptx([slide(title('One'), body('Only here'))]), {
      alone: { 'Only here': 'Solo aquí' },
    });
    expect(await texts(result)).toEqual(['heading 1: Uno', 'listItem 1 •: Solo aquí']);
    expect(part(result.bytes, SLIDE).match(/<p:sp>/gu)).toHaveLength(2);
  });

  test('a placeholder the slide has for something else becomes a box', async () => {
    const received = pptx([slide(title('Uno'))]);
    const [own] = await containers(received);
    const original = pptx([slide(title('One'), title('Second'))]);
    const [one] = await containers(original);
    const result = await carry(received, original, { alone: { Second: 'Segundo' }, linked: { [one]: own } });
    expect(await texts(result)).toEqual(['heading 1: Uno', 'textBox: Segundo']);
    expect(await newErrors(received, result)).toEqual([]);
  });
});

test('a picture both have is described where the received file says nothing of it', async () => {
  const parts = [{ id: 'rId3', kind: 'image', name: 'media/image1.png', data: new Uint8Array([1]) }];
  const picture = make.picture('rId3', 'A map');
  const silent = picture.replace(' descr="A map"', '');
  const received = pptx([{ ...slide(silent), parts }]);
  const result = await carry(received, pptx([{ ...slide(picture), parts }]), { alone: { 'A map': 'Un "mapa"' } });
  expect(result.findings).toEqual([]);
  expect(await texts(result)).toEqual(['altText: Un "mapa"']);
  expect(part(result.bytes, SLIDE).match(/<p:pic>/gu)).toHaveLength(1);
});

describe('what cannot come along is found', () => {
  test('a slide that the received file does not have', async () => {
    const original = pptx([slide(title('One')), slide(title('Two'))]);
    const result = await carry(UNO, original, { alone: { Two: 'Dos' } });
    expect(result.findings).toMatchObject([{ code: 'containerMissing' }]);
    expect(result.bytes).toBe(UNO);
  });

  test('a row of a table that is there', async () => {
    const received = pptx([slide(make.table(['A', 'B']))]);
    const original = pptx([slide(make.table(['A', 'B'], ['C', 'D']))]);
    const [[own, other], [a, b]] = [await containers(received), await containers(original)];
    const result = await carry(received, original, { alone: { C: 'Ce' }, linked: { [a]: own, [b]: other } });
    expect(result.findings).toMatchObject([{ code: 'containerMissing' }]);
  });

  test('a jump to a slide that is not there, from a shape that comes', async () => {
    const click = '<a:hlinkClick r:id="rId7" action="ppaction://hlinksldjump"/>';
    const next = { id: 'rId7', kind: 'slide', name: 'slides/slide2.xml' };
    const original = pptx([{ ...slide(box({}, p(make.r('Jump', '', click)))), parts: [next] }, slide(title('Two'))]);
    const own = (await read(original)).blocks[0]?.content ?? [];
    const result = await carry(UNO, original, { alone: { Jump: own } });
    expect(result.findings).toMatchObject([{ code: 'linkLost' }]);
    expect(parts(result.bytes).filter((name) => /slides\/slide[^/]*\.xml$/u.test(name))).toHaveLength(1);
  });
});
