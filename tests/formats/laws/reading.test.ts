import { describe, expect, test } from 'vitest';
import type { ReadFile } from '#main/formats/format.ts';
import { isText, placeholdersOf, textOf } from '#shared/model/content.ts';
import * as b from '#tests/builders/docx/index.ts';
import { block, edit, read, texts } from './rig.ts';

const { docx, docxWith, p } = b;

describe('what becomes a unit', () => {
  test('a text box, once, though its text stands in Choice and Fallback', async () => {
    const file = await read(docx(p('Antes', b.textBox(p('Dentro')), ' después')));
    expect(texts(file)).toEqual(['Antes después', 'Dentro']);
    expect(block(file, 'Dentro')).toMatchObject({ kind: 'textBox' });
  });

  test('a text box of VML alone', async () => {
    expect(texts(await read(docx(p('Antes', b.oldTextBox(p('Dentro'))))))).toEqual(['Antes', 'Dentro']);
  });

  test('the cells of a table that stands inside a paragraph', async () => {
    const source = docx(p('Antes', b.tbl(b.tr('Dentro', 'también')), ' después'));
    expect(texts(await read(source))).toEqual(['Antes después', 'Dentro', 'también']);
    const { bytes } = await edit(source, { change: { Dentro: 'Otro' } });
    expect(texts(await read(bytes))).toEqual(['Antes después', 'Otro', 'también']);
  });

  test('alternative text of an image', async () => {
    const file = await read(docx(p('Foto: ', b.image('Plaza "Murillo" & más'))));
    expect(block(file, 'Murillo')).toMatchObject({ kind: 'altText', content: [{ text: 'Plaza "Murillo" & más' }] });
  });

  test('not the lines of a table of contents, but its title', async () => {
    const file = await read(docx(b.toc('Índice', 'Uno', 'Dos'), b.h(1, 'Uno')));
    expect(texts(file)).toEqual(['Índice', 'Uno']);
    expect(file.report.notes.map((note) => note.code)).toContain('tableOfContents');
  });

  test('not the result of a cross reference, which is a placeholder', async () => {
    const file = await read(docx(p('Véase ', b.field('REF _Ref1 \\h', 'Figura 3'), '.')));
    expect(texts(file)).toEqual(['Véase .']);
    expect(placeholdersOf(block(file, 'Véase').content)).toMatchObject([{ kind: 'field', label: 'Figura 3' }]);
  });

  test('the result of a hyperlink field', async () => {
    const file = await read(docx(p('Véase ', b.field('HYPERLINK "https://example.org/"', 'el sitio'), '.')));
    expect(texts(file)).toEqual(['Véase el sitio.']);
  });

  test('inserted text, but neither deleted text nor the place something was moved from', async () => {
    const file = await read(docx(p('a', b.ins('b'), b.del('c'), b.movedFrom('d'), b.movedTo('e'))));
    expect(texts(file)).toEqual(['abe']);
    expect(file.report).toMatchObject({ trackedInsertions: 1, trackedDeletions: 1 });
  });

  test('not a comment, which the report counts', async () => {
    const file = await read(docx(p(b.comment('Ojo', 'Texto'))));
    expect(texts(file)).toEqual(['Texto']);
    expect(file.report.comments).toBe(1);
  });

  test('not hidden text', async () => {
    expect(texts(await read(docx(p('Visible', b.hidden('oculto')))))).toEqual(['Visible']);
  });

  test('headers, footers, foot- and endnotes', async () => {
    const blocks = [p('Texto', b.footnote(p('Nota al pie')), b.endnote(p('Nota final')))];
    const file = await read(docxWith({ header: [p('Cabecera')], footer: [p('Pie')] }, ...blocks));
    const kinds = Object.fromEntries(file.blocks.map((unit) => [textOf(unit.content), unit.kind]));
    expect(kinds).toMatchObject({
      Cabecera: 'header',
      Pie: 'footer',
      'Nota al pie': 'footnote',
      'Nota final': 'endnote',
    });
  });

  test('text inside controls, in the line and around blocks', async () => {
    expect(texts(await read(docx(p('a ', b.control('b')), b.blockControl(p('c')))))).toEqual(['a b', 'c']);
  });
});

describe('where a unit stands', () => {
  test('a note comes after the block that refers to it', async () => {
    const file = await read(docx(p('Uno', b.footnote(p('Nota'))), p('Dos')));
    expect(texts(file)).toEqual(['Uno', 'Nota', 'Dos']);
  });

  test('a cell of several paragraphs is one container, each cell another', async () => {
    const file = await read(docx(b.tbl(b.tr(b.tc('a', 'b'), 'c'))));
    const [a, second, c] = file.blocks.filter((unit) => textOf(unit.content) !== '');
    expect([a?.container === second?.container, a?.container === c?.container]).toEqual([true, false]);
  });

  test('a table in a cell has containers of its own below that of the cell', async () => {
    const file = await read(docx(b.tbl(b.tr(b.tc(p('fuera'), b.tbl(['dentro', 'x']), p('fin')), 'y'))));
    const outer = block(file, 'fuera').container;
    expect(block(file, 'fin').container).toBe(outer);
    expect(block(file, 'dentro').container.startsWith(`${outer}/`)).toBe(true);
  });
});

describe('what kind a unit is', () => {
  test.each([
    ['Heading2', 2],
    ['1', 1],
    ['berschrift2', 2],
    ['Ttulo1', 1],
    ['Derived', 2],
  ])('style %s is a heading of level %d by its outline level, its own or its base style’s', async (style, level) => {
    expect(block(await read(docx(p({ style }, 'Título'))), 'Título')).toMatchObject({ kind: 'heading', level });
  });

  test('an outline level of the paragraph itself makes a heading', async () => {
    const file = await read(docx(p({ properties: '<w:outlineLvl w:val="2"/>' }, 'Título')));
    expect(block(file, 'Título')).toMatchObject({ kind: 'heading', level: 3 });
  });

  test('list items have their level and the label the page shows', async () => {
    const file = await read(docx(b.li(1, 'uno'), b.li(2, 'dos'), b.li(2, 'tres'), b.li(1, 'cuatro'), b.li(3, 'cinco')));
    expect(file.blocks.map((unit) => [unit.kind, unit.level, unit.label])).toEqual([
      ['listItem', 1, '1.'],
      ['listItem', 2, 'a)'],
      ['listItem', 2, 'b)'],
      ['listItem', 1, '2.'],
      ['listItem', 3, '•'],
    ]);
  });

  test('a paragraph in a cell is a tableCell', async () => {
    expect(block(await read(docx(b.tbl(['a', 'b']))), 'a').kind).toBe('tableCell');
  });

  test('a caption by its style', async () => {
    expect(block(await read(docx(p({ style: 'Caption' }, 'Figura 1'))), 'Figura').kind).toBe('caption');
  });
});

describe('the text of a unit', () => {
  test('runs that look alike are one, whatever revision ids, proofing marks and language tags say', async () => {
    const runs = b.raw(
      '<w:r w:rsidR="00AB12CD"><w:t>Ca</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>pa</w:t></w:r>' +
        '<w:r><w:rPr><w:noProof/></w:rPr><w:t xml:space="preserve">cidad </w:t></w:r><w:lastRenderedPageBreak/>',
    );
    const [unit] = (await read(docx(p(runs)))).blocks;
    expect(unit?.content).toMatchObject([{ text: 'Capacidad ' }]);
    expect(unit?.content).toHaveLength(1);
  });

  test('marks are told, other looks are formats', async () => {
    const { content } = block(await read(docx(p('a', b.b('b'), b.sup('c'), b.red('d')))), 'abcd');
    expect(content.map((run) => (isText(run) ? [run.text, [...run.marks], run.format !== undefined] : []))).toEqual([
      ['a', [], false],
      ['b', ['bold'], false],
      ['c', ['superscript'], false],
      ['d', [], true],
    ]);
  });

  test('is NFC', async () => {
    expect(texts(await read(docx(p('cafe\u0301'))))).toEqual(['café']);
  });

  test('links carry their address', async () => {
    const { content } = block(await read(docx(p('Ver ', b.link('https://example.org/a?b=1&c=2', 'aquí')))), 'Ver');
    expect(content.at(-1)).toMatchObject({ text: 'aquí', link: 'https://example.org/a?b=1&c=2' });
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'vbscript:x'])('no link goes to %s', async (url) => {
    const { content } = block(await read(docx(p('Ver ', b.link(url, 'aquí')))), 'Ver');
    expect(content.some((run) => run.link !== undefined && run.link.includes(url.split(':')[0] ?? ''))).toBe(false);
  });
});

/** What must not depend on how a file writes its XML. */
function shape(file: ReadFile): unknown {
  return file.blocks.map(({ kind, level, label, container, content }) => ({ kind, level, label, container, content }));
}

describe('the same text from', () => {
  const blocks = [
    b.h(1, 'Título'),
    p('Uno ', b.b('dos'), b.footnote(p('Nota'))),
    b.li(1, 'ítem'),
    b.tbl(['a', 'b']),
    p(b.image('Foto')),
  ];
  test.each<[string, b.DocxOptions]>([
    ['another prefix', { prefix: 'ns0' }],
    ['the strict format', { strict: true }],
    ['a byte order mark', { encoding: 'bom' }],
    ['UTF-16 LE', { encoding: 'utf16le' }],
    ['UTF-16 BE', { encoding: 'utf16be' }],
  ])('%s', async (_, options) => {
    expect(shape(await read(docxWith(options, ...blocks)))).toEqual(shape(await read(docx(...blocks))));
  });
});
