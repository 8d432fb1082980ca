import { expect, test } from 'vitest';
import { pdfFormat } from '#main/formats/pdf/index.ts';
import { lines } from '#tests/formats/flat/rig.ts';
import { requestFor } from '#tests/formats/laws/request.ts';
import { pdf, type Put } from './builder.ts';

async function read(pages: readonly (readonly Put[])[]): Promise<readonly string[]> {
  return lines(await pdfFormat.read(pdf(pages)));
}

/** Lines of text one below the other. */
function column(x: number, texts: readonly string[], from = 700, size = 11): readonly Put[] {
  return texts.map((text, index) => ({ text, x, y: from - index * 14, size }));
}

const FULL = 'Una línea tan larga que llena la columna de lado a lado en';

test('lines are paragraphs; words cut by a hyphen are whole', async () => {
  expect(
    await read([
      column(60, [
        FULL,
        'el taller de capacita-',
        'ción municipal.',
        'Otro párrafo de la guía, que empieza después de un',
        'punto.',
      ]),
    ]),
  ).toEqual([
    `body paragraph ${FULL} el taller de capacitación municipal.`,
    'body paragraph Otro párrafo de la guía, que empieza después de un punto.',
  ]);
});

test('larger letters are headings, bullets are items', async () => {
  const page = [
    { text: 'Módulo 2.1', x: 60, y: 740, size: 18 },
    ...column(60, [FULL, `${FULL} él.`, '• Uno', '• Dos']),
  ];
  expect(await read([page])).toEqual([
    'body heading1 Módulo 2.1',
    `body paragraph ${FULL} ${FULL} él.`,
    'body listItem1 Uno',
    'body listItem1 Dos',
  ]);
});

test('columns are read one after the other, a title across them first', async () => {
  const left = [
    'La columna de la izquierda dice',
    'cosas que ocupan todo su ancho',
    'y que siguen hacia abajo hasta',
    'terminar con este renglón aquí.',
  ];
  const right = [
    'La columna de la derecha dice',
    'otras cosas que van después de',
    'las de la izquierda aunque ellas',
    'estén a la misma altura de esta.',
  ];
  const page = [
    { text: 'Un título que cruza las dos columnas de la página entera', x: 60, y: 740, size: 16 },
    ...column(60, left),
    ...column(320, right),
  ];
  expect(await read([page])).toEqual([
    'body heading1 Un título que cruza las dos columnas de la página entera',
    `body paragraph ${left.join(' ')}`,
    `body paragraph ${right.join(' ')}`,
  ]);
});

test('what runs at the top of pages is told once, page numbers never', async () => {
  const pages = [1, 2, 3, 4].map((number) => [
    { text: `Guía del facilitador ${number}`, x: 60, y: 815 },
    { text: `${number} / 4`, x: 280, y: 30 },
    ...column(60, [`Página número ${number} dice algo.`]),
  ]);
  const found = await read(pages);
  expect(found.filter((line) => line.includes('Guía'))).toEqual(['header:1 header Guía del facilitador 1']);
  expect(found).toHaveLength(5);
});

test('tags count before places', async () => {
  const puts = [
    { text: 'Pequeño pero título', x: 60, y: 100, size: 9, mark: 0 },
    { text: 'Arriba pero después', x: 60, y: 700, mark: 1 },
  ];
  const file = await pdfFormat.read(pdf([puts], { tags: ['H2:0', 'P:1'] }));
  expect(lines(file)).toEqual(['body heading2 Pequeño pero título', 'body paragraph Arriba pero después']);
  expect(file.report.notes.map(({ code }) => code)).toEqual(['referenceOnly']);
});

test('that order and headings are worked out is said', async () => {
  const { report } = await pdfFormat.read(pdf([column(60, ['Hola a todos'])]));
  expect(report.notes.map(({ code }) => code)).toEqual(['referenceOnly', 'readingOrder']);
});

test('a PDF of pictures of text says it has none', async () => {
  const { blocks, report } = await pdfFormat.read(pdf([[]]));
  expect(blocks).toEqual([]);
  expect(report.notes).toContainEqual({ code: 'scanned', count: 1 });
});

test('a PDF is never written', async () => {
  await expect(pdfFormat.write(requestFor(pdf([]), []))).rejects.toMatchObject({ code: 'referenceOnly' });
});

test('what is no PDF, cut off or locked is refused', async () => {
  await expect(pdfFormat.read(Buffer.from('hola'))).rejects.toMatchObject({ code: 'notThisFormat' });
  await expect(pdfFormat.read(Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Cata'))).rejects.toMatchObject({
    code: 'truncated',
  });
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) >> /ID [(1) (1)]`;
  await expect(pdfFormat.read(pdf([column(60, ['x'])], { trailer: lock }))).rejects.toMatchObject({
    code: 'encrypted',
  });
});

test('scripts in a PDF are told and never run', async () => {
  const catalog =
    '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>';
  const { report } = await pdfFormat.read(pdf([column(60, ['x'])], { catalog }));
  expect(report.notes.map(({ code }) => code)).toContain('activeContent');
});
