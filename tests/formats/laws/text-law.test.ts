import { describe, expect, test } from 'vitest';
import type { ReadBlock } from '#main/formats/format.ts';
import { isText, textRun } from '#shared/model/content.ts';
import { docx, docxWith, field, footnote, math, p, r, raw, tbl } from '#tests/builders/docx/index.ts';
import { read } from './rig.ts';
import { textLaw } from './text-law.ts';
import { walkText } from './walk.ts';

/** The block without its mathematics. */
function without(block: ReadBlock): ReadBlock {
  return { ...block, content: block.content.filter((run) => isText(run) || run.kind !== 'equation') };
}

/** The block with all its text in labels. */
function hide(block: ReadBlock): ReadBlock {
  const content = block.content.map((run) =>
    isText(run) ? ({ placeholder: 9, kind: 'object', label: run.text } as const) : run,
  );
  return { ...block, content };
}

describe('law 1 notices', () => {
  const source = docx(
    p('Uno'),
    p('Dos ', field('REF a', 'aquí'), math('x')),
    tbl(['a', 'b']),
    p('Fin', footnote(p('Nota'))),
  );
  const broken = async (breaking: (blocks: readonly ReadBlock[]) => readonly ReadBlock[]): Promise<readonly string[]> =>
    textLaw(walkText(source), breaking((await read(source)).blocks)).map((failure) => failure.code);

  test('nothing in a true reading', async () => {
    expect(await broken((blocks) => blocks)).toEqual([]);
  });

  test('a block that is missing', async () => {
    expect(await broken((blocks) => blocks.slice(1))).toEqual(['unread:body']);
  });

  test('a note that is missing', async () => {
    expect(await broken((blocks) => blocks.filter((block) => block.kind !== 'footnote'))).toEqual(['unread:footnote']);
  });

  test('text nobody wrote', async () => {
    expect(await broken((blocks) => [...blocks, { ...(blocks[0] as ReadBlock), content: [textRun('Más')] }])).toEqual([
      'invented:body',
    ]);
  });

  test('a text told twice', async () => {
    expect(await broken((blocks) => [...blocks, blocks[0] as ReadBlock])).toEqual(['invented:body']);
  });

  test('another order', async () => {
    expect(await broken((blocks) => blocks.toReversed())).toContain('disordered:body');
  });

  test('mathematics that is lost', async () => {
    expect(await broken((blocks) => blocks.map(without))).toEqual(['unread:body', 'invented:body']);
  });

  test('text nobody can edit', async () => {
    expect(await broken((blocks) => blocks.map(hide))).toEqual(['locked']);
  });
});

function hidingStyle(type: string, id: string): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr><w:vanish/></w:rPr></w:style>`;
}

test('law 1 knows text that its style hides', async () => {
  const source = docxWith(
    { styles: hidingStyle('paragraph', 'Formulario') + hidingStyle('character', 'Oculto') },
    p({ style: 'Formulario' }, 'Principio del formulario'),
    p('Uno', r('<w:rStyle w:val="Oculto"/>', ' y dos')),
  );
  expect(textLaw(walkText(source), (await read(source)).blocks)).toEqual([]);
  const kinds = walkText(source).flatMap((paragraph) => paragraph.pieces.map((piece) => piece.kind));
  expect(kinds).toEqual(['hidden', 'plain', 'hidden']);
});

test('law 1 knows rows that are deleted whatever their text says', async () => {
  const row =
    '<w:tr><w:trPr><w:del w:id="7" w:author="x"/></w:trPr><w:tc><w:p><w:r><w:t>Dos</w:t></w:r></w:p></w:tc></w:tr>';
  const source = docx(tbl(['Uno', 'y medio'], raw(row)), p('Tres'));
  expect(textLaw(walkText(source), (await read(source)).blocks)).toEqual([]);
});
