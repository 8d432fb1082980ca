import { describe, expect, test } from 'vitest';
import type { ReadFile } from '#main/formats/format.ts';
import * as b from '#tests/builders/docx/index.ts';
import { containersOf, requestFor } from './laws/request.ts';
import { block, format, read } from './laws/rig.ts';

const { docx, p } = b;

function said(file: ReadFile): readonly (readonly string[])[] {
  return file.blocks.map(({ comments }) => comments?.map(({ text }) => text) ?? []);
}

describe('a comment stands at its block', () => {
  test('with its author and time', async () => {
    const file = await read(docx(p('uno'), p('dos ', b.comment('Ojo', 'tres'))));
    expect(block(file, 'dos').comments).toEqual([{ author: b.AUTHOR, at: '2020-01-01T00:00:00Z', text: 'Ojo' }]);
    expect(block(file, 'uno').comments).toBeUndefined();
  });

  test('where its range begins', async () => {
    const file = await read(docx(p('uno ', b.commentStart(7)), p('dos', b.commentEnd(7, 'Ojo'))));
    expect(said(file)).toEqual([['Ojo'], []]);
  });

  test('where its sign is when it has no range', async () => {
    const file = await read(docx(p('uno'), p('dos', b.commentSign(7, 'Ojo'))));
    expect(said(file)).toEqual([[], ['Ojo']]);
  });

  test('the next one when it begins between paragraphs', async () => {
    const file = await read(docx(p('uno'), b.commentStart(7), p('dos', b.commentEnd(7, 'Ojo'))));
    expect(said(file)).toEqual([[], ['Ojo']]);
  });

  test('the last one when nothing follows', async () => {
    const file = await read(docx(p('uno'), p(b.commentSign(7, 'Ojo'))));
    expect(said(file)).toEqual([['Ojo']]);
  });

  test('of a text box inside the paragraph', async () => {
    const file = await read(docx(p('fuera ', b.textBox(p(b.comment('Ojo', 'dentro'))))));
    expect(block(file, 'dentro').comments).toHaveLength(1);
    expect(block(file, 'fuera').comments).toBeUndefined();
  });

  test('of a note', async () => {
    const file = await read(docx(p('fuera', b.footnote(p(b.comment('Ojo', 'dentro'))))));
    expect(block(file, 'dentro').comments).toHaveLength(1);
  });
});

test('what answers a comment stands behind it, also where it has no place of its own', async () => {
  const file = await read(
    docx(p('uno ', b.thread('¿Seguro?', 'Sí.', 'Entonces bien.'), ' dos ', b.comment('Otro', 'tres'))),
  );
  expect(said(file)).toEqual([['¿Seguro?', 'Sí.', 'Entonces bien.', 'Otro']]);
  expect(file.report.comments).toBe(4);
});

test('a participants’ copy has none', async () => {
  const source = docx(p(b.comment('Ojo', 'uno')), p(b.thread('¿Seguro?', 'Sí.')));
  const { bytes } = await format.write({ ...requestFor(source, containersOf(await read(source))), strip: true });
  expect(said(await read(bytes))).toEqual([[], []]);
});
