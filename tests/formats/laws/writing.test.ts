import { describe, expect, test } from 'vitest';
import type { WriteUnit } from '#main/formats/format.ts';
import { NEW_BREAK, NEW_TAB, isText, textOf, textRun, type Content } from '#shared/model/content.ts';
import * as b from '#tests/builders/docx/index.ts';
import { partText, readArchive } from './archive.ts';
import { containersOf, requestFor } from './request.ts';
import { block, edit, elements, format, part, read, texts } from './rig.ts';

const { docx, docxWith, p } = b;

/** Content with its text replaced and its placeholders kept, in front of the text. */
function keeping(content: Content, text: string): Content {
  return [...content.filter((run) => !isText(run)), textRun(text)];
}

/** A part up to the edited word. */
function rest(xml: string): string {
  return xml.slice(0, xml.indexOf('Edita'));
}

function count(bytes: Uint8Array, element: string, name?: string): number {
  return elements(bytes, element, name).length;
}

/** A control that shows data. */
function showingData(block: b.Xml): b.Xml {
  const control = b.blockControl(block);
  return (context) => control(context).replace('</w:sdtPr>', '<w:dataBinding w:xpath="/a"/></w:sdtPr>');
}

describe('text boxes', () => {
  test('an edited box inside an edited paragraph: both are written, Choice and Fallback alike', async () => {
    const source = docx(p('Antes', b.textBox(p('Dentro'))));
    const outer = block(await read(source), 'Antes').content;
    const { bytes } = await edit(source, { change: { Antes: keeping(outer, 'Fuera nuevo'), Dentro: 'Dentro nuevo' } });
    expect(texts(await read(bytes))).toEqual(['Fuera nuevo', 'Dentro nuevo']);
    expect(part(bytes).match(/Dentro nuevo/gu)).toHaveLength(2);
    expect(part(bytes)).not.toContain('>Dentro<');
  });

  test('an edited paragraph keeps the box nobody touched, byte for byte', async () => {
    const source = docx(p('Antes', b.textBox(p('Dentro'))));
    const outer = block(await read(source), 'Antes').content;
    const { bytes } = await edit(source, { change: { Antes: keeping(outer, 'Otro') } });
    const box = /<mc:AlternateContent>.*<\/mc:AlternateContent>/su;
    expect(box.exec(part(bytes))?.[0]).toBe(box.exec(part(source))?.[0]);
  });

  const lookAlone = b.unlikeTextBox([p('Uno'), p('Dos')], [p({ style: 'Caption' }, b.b('Uno')), p(b.i('Dos'))]);

  test('of a box whose branches look different only the edited paragraph is written twice', async () => {
    const source = docx(p('Antes', lookAlone));
    const { bytes } = await edit(source, { change: { Uno: 'Uno nuevo' } });
    expect(part(bytes).match(/Uno nuevo/gu)).toHaveLength(2);
    expect(part(bytes)).toContain('<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>');
    expect(part(bytes)).toContain('<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">Dos</w:t>');
  });

  test('a control around one is untied from its data in both branches, and nothing else differs', async () => {
    const box = b.unlikeTextBox([showingData(p('Uno'))], [showingData(p({ style: 'Caption' }, 'Uno'))]);
    const { bytes } = await edit(docx(p('Antes', box)), { change: { Uno: 'Uno nuevo' } });
    expect([count(bytes, 'w:dataBinding'), part(bytes).match(/Uno nuevo/gu)?.length]).toEqual([0, 2]);
    expect(part(bytes)).toContain('<w:pStyle w:val="Caption"/>');
  });

  test('a paragraph more in a box is one more in both branches', async () => {
    const { bytes } = await edit(docx(p('Antes', lookAlone)), { addAfter: { Uno: 'Entre' } });
    expect(part(bytes).match(/Entre/gu)).toHaveLength(2);
  });
});

describe('omitting', () => {
  test('takes the paragraph out', async () => {
    const { bytes, findings } = await edit(docx(p('Uno'), p('Dos'), p('Tres')), { omit: ['Dos'] });
    expect(texts(await read(bytes))).toEqual(['Uno', 'Tres']);
    expect([count(bytes, 'w:p'), findings]).toEqual([2, []]);
  });

  test('keeps the section that ends in the paragraph', async () => {
    const { bytes, findings } = await edit(docx(p('Uno'), p({ section: b.SECTION }, 'Dos'), p('Tres')), {
      omit: ['Dos'],
    });
    expect(texts(await read(bytes))).toEqual(['Uno', 'Tres']);
    expect([count(bytes, 'w:sectPr'), findings.map((finding) => finding.code)]).toEqual([2, ['omitKept']]);
  });

  test('keeps the end of a bookmark that begins elsewhere', async () => {
    const source = docx(p(b.bookmarkStart(1, 'x'), 'Uno'), p('Dos', b.bookmarkEnd(1)), p('Tres'));
    const { bytes } = await edit(source, { omit: ['Dos'] });
    expect(texts(await read(bytes))).toEqual(['Uno', 'Tres']);
    expect([count(bytes, 'w:bookmarkStart'), count(bytes, 'w:bookmarkEnd')]).toEqual([1, 1]);
  });

  test('keeps the half of a field that runs over several paragraphs', async () => {
    const source = docx(p('a ', b.fieldBegin('ADDIN x'), 'Uno'), p('Dos'), p('Tres', b.fieldEnd()), p('Fin'));
    const { bytes } = await edit(source, { omit: ['Uno'] });
    const types = elements(bytes, 'w:fldChar').map((node) => node.attributes.get('w:fldCharType'));
    expect(types).toEqual(['begin', 'separate', 'end']);
    expect(texts(await read(bytes))).not.toContain('a Uno');
  });

  test('leaves a paragraph in a cell that loses all its text', async () => {
    const { bytes } = await edit(docx(b.tbl(b.tr(b.tc('a', 'b'), 'c')), p('Fin')), { omit: ['a', 'b'] });
    expect(texts(await read(bytes))).toEqual(['c', 'Fin']);
    const cells = elements(bytes, 'w:tc').map((cell) =>
      cell.children.some((child) => typeof child !== 'string' && child.name === 'w:p'),
    );
    expect(cells).toEqual([true, true]);
  });

  test('leaves the paragraph a cell must end with after a nested table', async () => {
    const { bytes } = await edit(docx(b.tbl(b.tr(b.tc(b.tbl(['x', 'y']), p('último')), 'c')), p('Fin')), {
      omit: ['último'],
    });
    const last = elements(bytes, 'w:tc')[0]?.children.at(-1);
    expect(typeof last === 'object' ? last.name : last).toBe('w:p');
  });

  test('everything leaves a document that still opens', async () => {
    const { bytes } = await edit(docx(p('Uno'), p('Dos')), { omit: ['Uno', 'Dos'] });
    expect(texts(await read(bytes))).toEqual([]);
  });
});

describe('adding', () => {
  test('after a hidden paragraph adds a visible one', async () => {
    const style =
      '<w:style w:type="paragraph" w:styleId="Formulario"><w:name w:val="z-Top"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const source = docxWith({ styles: style }, p('Uno'), p({ style: 'Formulario' }, 'Principio'), p('Dos'));
    const [body] = containersOf(await read(source));
    const [one, hidden, two] = body?.units ?? [];
    const units = [one, hidden, { anchors: [], kind: 'paragraph', content: [textRun('Nuevo')] }, two] as WriteUnit[];
    const { bytes } = await format.write(requestFor(source, [{ container: 'body', units }]));
    expect(texts(await read(bytes))).toEqual(['Uno', 'Nuevo', 'Dos']);
  });

  const source = docx(p({ paraId: '00AA00BB', mark: 'ins', section: b.SECTION, style: 'Caption' }, 'Modelo'), p('Fin'));

  test('a unit looks like the neighbour of its kind', async () => {
    const { bytes } = await edit(source, { addAfter: { Modelo: 'Nuevo' } });
    expect(block(await read(bytes), 'Nuevo').kind).toBe('caption');
  });

  test('a clone takes no section, no paragraph id and no tracked mark', async () => {
    const { bytes } = await edit(source, { addAfter: { Modelo: 'Nuevo' } });
    const ids = elements(bytes, 'w:p').map((node) => node.attributes.get('w14:paraId'));
    expect(ids.filter((id) => id === '00AA00BB')).toHaveLength(1);
    expect([count(bytes, 'w:sectPr'), count(bytes, 'w:ins')]).toEqual([2, 1]);
  });

  test('a list item goes on with the list', async () => {
    const { bytes } = await edit(docx(b.li(1, 'uno'), b.li(1, 'dos')), { addAfter: { uno: 'uno y medio' } });
    expect((await read(bytes)).blocks.map((unit) => [unit.label, textOf(unit.content)])).toEqual([
      ['1.', 'uno'],
      ['2.', 'uno y medio'],
      ['3.', 'dos'],
    ]);
  });

  test('marks, a link, a line break and a tab typed here are written', async () => {
    const content: Content = [
      textRun('a', ['bold', 'italic', 'underline', 'strike']),
      { placeholder: NEW_BREAK, kind: 'break', label: '' },
      textRun('b', ['superscript']),
      { placeholder: NEW_TAB, kind: 'tab', label: '' },
      textRun('c', [], { link: 'https://example.org/?a=1&b=2' }),
      textRun('d', ['subscript']),
    ];
    const { bytes, findings } = await edit(docx(p('Uno')), { addAfter: { Uno: content } });
    const written = (await read(bytes)).blocks[1]?.content.map((run) => (isText(run) ? run : run.kind));
    expect(written).toEqual(content.map((run) => (isText(run) ? run : run.kind)));
    expect(findings).toEqual([]);
  });

  test('text is escaped, and control characters XML cannot hold are left out', async () => {
    const { bytes } = await edit(docx(p('Uno')), { change: { Uno: '<w:t>&amp; "x" \u0001]]>' } });
    expect(texts(await read(bytes))).toEqual(['<w:t>&amp; "x" ]]>']);
  });

  test('blanks at the ends of a text are kept', async () => {
    const { bytes } = await edit(docx(p('Uno')), { change: { Uno: '  dos  ' } });
    expect((await read(bytes)).blocks[0]?.content).toMatchObject([{ text: '  dos  ' }]);
  });
});

describe('what is not touched', () => {
  test('paragraphs beside an edited one keep their comments and tracked changes', async () => {
    const source = docx(p(b.comment('Ojo', 'comentado')), p('a', b.ins('b'), b.del('c')), p('Editar'));
    const { bytes } = await edit(source, { change: { Editar: 'Editado' } });
    expect(rest(part(bytes))).toBe(rest(part(source)));
    expect(part(bytes, 'word/comments.xml')).toBe(part(source, 'word/comments.xml'));
  });

  test('an edited paragraph keeps its properties and never brings deleted text back', async () => {
    const source = docx(p({ style: 'Caption', paraId: '00AA00BB' }, 'a', b.ins('b'), b.del('borrado')));
    const { bytes } = await edit(source, { change: { ab: 'otro' } });
    const file = await read(bytes);
    expect([texts(file), block(file, 'otro').kind]).toEqual([['otro'], 'caption']);
  });

  test('deleting text does not take the marks in it along when its paragraph is rewritten', async () => {
    const deleted = b.raw(
      '<w:del w:id="7" w:author="x"><w:r><w:delText>x</w:delText></w:r><w:bookmarkEnd w:id="1"/></w:del>',
    );
    const { bytes } = await edit(docx(p(b.bookmarkStart(1, 'm'), 'Uno'), p('Dos', deleted, ' tres')), {
      change: { 'Dos tres': 'Otro' },
    });
    expect([count(bytes, 'w:bookmarkStart'), count(bytes, 'w:bookmarkEnd')]).toEqual([1, 1]);
  });

  test('one insertion that becomes several has an id for each', async () => {
    const source = docx(p(b.ins('a', b.tab(), 'b', b.b('c'))), p(b.ins('d')));
    const { content } = block(await read(source), 'abc');
    const changed = content.map((run) => (isText(run) ? { ...run, text: `${run.text}x` } : run));
    const { bytes } = await edit(source, { change: { abc: changed } });
    const ids = elements(bytes, 'w:ins').map((node) => node.attributes.get('w:id'));
    expect([new Set(ids).size, ids.length > 2]).toEqual([ids.length, true]);
  });

  test.each<[string, b.DocxOptions]>([
    ['a byte order mark', { encoding: 'bom' }],
    ['UTF-16 LE', { encoding: 'utf16le' }],
    ['UTF-16 BE', { encoding: 'utf16be' }],
  ])('%s stays', async (_, options) => {
    const source = docxWith(options, p('ñandú'), p('Dos'));
    const { bytes } = await edit(source, { change: { Dos: 'Dos ⟦ñ⟧ 🙂' } });
    const main = readArchive(bytes).find((entry) => entry.name === 'word/document.xml')?.bytes ?? new Uint8Array();
    expect(partText(main)).toBe(part(source).replace('Dos', 'Dos ⟦ñ⟧ 🙂'));
    expect([...main.subarray(0, 2)]).toEqual([
      ...(readArchive(source)
        .find((entry) => entry.name === 'word/document.xml')
        ?.bytes.subarray(0, 2) ?? []),
    ]);
  });

  test('another prefix is used for what is written', async () => {
    const { bytes } = await edit(docxWith({ prefix: 'ns0' }, p('Uno'), p('Dos')), {
      change: { Uno: [textRun('a', ['bold'])] },
      addAfter: { Dos: 'Tres' },
    });
    expect(part(bytes)).not.toMatch(/<w:/u);
    expect(texts(await read(bytes))).toEqual(['a', 'Dos', 'Tres']);
  });

  test('the strict format stays strict', async () => {
    const { bytes } = await edit(docxWith({ strict: true }, p('Uno')), {
      change: { Uno: 'Dos' },
      addAfter: { Uno: [textRun('x', [], { link: 'https://example.org' })] },
    });
    expect(part(bytes)).not.toContain('schemas.openxmlformats.org/wordprocessingml/2006/main');
    expect(part(bytes, 'word/_rels/document.xml.rels')).not.toContain('schemas.openxmlformats.org/officeDocument');
    expect(texts(await read(bytes))).toEqual(['Dos', 'x']);
  });
});

describe('a control inside a link', () => {
  const source = docx(p(b.link('https://example.org/', b.control('dentro'))));

  test('stays inside it', async () => {
    const { content } = block(await read(source), 'dentro');
    const changed = content.map((run) => (isText(run) ? { ...run, text: 'otro' } : run));
    const { bytes } = await edit(source, { change: { dentro: changed } });
    const [link] = elements(bytes, 'w:hyperlink');
    expect([link?.children.length, count(bytes, 'w:sdt'), texts(await read(bytes))]).toEqual([1, 1, ['otro']]);
  });

  test('stays well formed when only a part of its text is linked', async () => {
    const { content } = block(await read(source), 'dentro');
    const changed: Content = content.flatMap((run): Content => (isText(run) ? [run, textRun(' suelto')] : [run]));
    const { bytes } = await edit(source, { change: { dentro: changed } });
    expect(texts(await read(bytes))).toEqual(['dentro suelto']);
  });
});

/** A block-level control that shows a piece of the package's own data. */
function bound(inner: string): b.Xml {
  const binding = '<w:dataBinding w:xpath="/a" w:storeItemID="{00000000-0000-0000-0000-000000000000}"/>';
  return b.raw(`<w:sdt><w:sdtPr>${binding}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`);
}

describe('a control bound to data', () => {
  const title = '<w:p><w:r><w:t>Título</w:t></w:r></w:p>';

  test('is untied when the paragraph in it changes, or Word would put the old text back', async () => {
    const { bytes } = await edit(docx(bound(title), p('Uno')), { change: { Título: 'Otro' } });
    expect([count(bytes, 'w:sdt'), count(bytes, 'w:dataBinding')]).toEqual([1, 0]);
  });

  test('stays bound when another paragraph changes', async () => {
    const { bytes } = await edit(docx(bound(title), p('Uno')), { change: { Uno: 'Otro' } });
    expect(count(bytes, 'w:dataBinding')).toBe(1);
  });
});

describe('what programs leave behind', () => {
  test('the mark of the last edit goes as a whole or not at all', async () => {
    const start = b.raw('<w:bookmarkStart w:id="5" w:name="_GoBack"/>');
    const source = docx(p('Uno ', start, 'dos', b.bookmarkEnd(5)));
    const { bytes } = await edit(source, { change: { Uno: 'Otro' } });
    expect(count(bytes, 'w:bookmarkStart')).toBe(count(bytes, 'w:bookmarkEnd'));
  });

  test('off is off, whatever the word for it', async () => {
    const runs = ['false', '0', 'off'].map((word) => b.r(`<w:smallCaps w:val="${word}"/>`, word));
    expect((await read(docx(p('texto normal ', ...runs)))).blocks[0]?.content).toHaveLength(2);
  });

  test('a property said twice is the same look as said once', async () => {
    const twice = b.r('<w:sz w:val="40"/><w:sz w:val="40"/>', 'grande');
    const { content } = block(await read(docx(p('texto normal ', twice, b.r('<w:sz w:val="40"/>', ' más')))), 'grande');
    expect(content).toMatchObject([{ text: 'texto normal ' }, { text: 'grande más' }]);
  });
});

describe('alternative text', () => {
  test('is written into the attribute', async () => {
    const { bytes } = await edit(docx(p('Foto ', b.image('Old'))), {
      change: { Old: 'Plaza "Murillo" <La Paz> & más' },
    });
    expect(elements(bytes, 'wp:docPr')[0]?.attributes.get('descr')).toBe('Plaza "Murillo" <La Paz> & más');
    expect(texts(await read(bytes))).toContain('Foto ');
  });

  test('and the paragraph around it changed at once', async () => {
    const source = docx(p('Foto ', b.image('Old')));
    const { content } = block(await read(source), 'Foto');
    const { bytes } = await edit(source, { change: { Old: 'Nueva', 'Foto ': keeping(content, 'Imagen') } });
    expect(texts(await read(bytes)).toSorted()).toEqual(['Imagen', 'Nueva']);
  });
});
