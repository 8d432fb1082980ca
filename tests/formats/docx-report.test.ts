import { expect, test } from 'vitest';
import * as b from '#tests/builders/docx/index.ts';
import { read } from './laws/rig.ts';

const { docx, docxWith, p } = b;

/** A PNG's signature and header, which is all anyone may look at before knowing its size. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header);
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}

test('a picture too large to be shown is named', async () => {
  const { report } = await read(docx(p('a ', b.image('mapa', png(30_000, 30_000)))));
  expect(report.notes).toMatchObject([{ code: 'hugeImage', count: 1 }]);
});

test('an ordinary picture is not', async () => {
  expect((await read(docx(p('a ', b.image('mapa'))))).report.notes).toEqual([]);
});

test('what was left out of the units is told', async () => {
  const body = [
    p('uno ', b.del('dos'), b.ins('tres')),
    p(b.comment('ojo', 'cuatro')),
    p('cinco ', b.hidden('seis')),
    b.toc('Índice', 'siete'),
  ];
  const { report } = await read(docxWith({}, ...body));
  expect(report).toMatchObject({ comments: 1, trackedInsertions: 1, trackedDeletions: 1 });
  expect(report.notes.map(({ code }) => code).toSorted()).toEqual(['deletedText', 'hiddenText', 'tableOfContents']);
});

test('the language is the one most of the text is in', async () => {
  expect((await read(docxWith({ language: 'es-BO' }, p('hola')))).language).toBe('es-BO');
});
