import { describe, expect, test } from 'vitest';
import * as b from '#tests/builders/docx/index.ts';
import { readArchive } from './laws/archive.ts';
import { edit, part, read, texts } from './laws/rig.ts';

const { docx, docxWith, p } = b;
const STRIP = { more: { strip: true } };
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

function names(bytes: Uint8Array): readonly string[] {
  return readArchive(bytes).map(({ name }) => name);
}

/** Everything the archive holds, inflated. */
function inside(bytes: Uint8Array): string {
  return readArchive(bytes)
    .map((entry) => Buffer.from(entry.bytes).toString('utf8'))
    .join('\n');
}

function relationships(...entries: readonly (readonly [type: string, target: string, external?: boolean])[]): string {
  const list = entries.map(
    ([type, target, external], index) =>
      `<Relationship Id="x${index}" Type="${OFFICE}/${type}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${list.join('')}</Relationships>`;
}

/** The media types of a plain file and one more. */
function contentTypes(more: string): { readonly name: string; readonly data: string } {
  const name = '[Content_Types].xml';
  return { name, data: part(docx(p('Hola')), name).replace('</Types>', `${more}</Types>`) };
}

function deletedCell(words: string): b.Xml {
  return b.raw(
    `<w:tc><w:tcPr><w:cellDel w:id="7" w:author="x"/></w:tcPr><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`,
  );
}

describe('a participants’ file', () => {
  test('has no custom properties, thumbnail or custom XML', async () => {
    const source = docxWith(
      {
        extra: [
          { name: 'docProps/custom.xml', data: '<Properties>Secreto uno</Properties>' },
          { name: 'customXml/item1.xml', data: '<a>Secreto dos</a>' },
          { name: 'docProps/thumbnail.jpeg', data: 'Secreto tres' },
          {
            name: '_rels/.rels',
            data: relationships(
              ['officeDocument', 'word/document.xml'],
              ['custom-properties', 'docProps/custom.xml'],
              ['customXml', 'customXml/item1.xml'],
              ['thumbnail', 'docProps/thumbnail.jpeg'],
            ),
          },
        ],
      },
      p('Hola'),
    );
    const { bytes } = await edit(source, STRIP);
    expect(inside(bytes)).not.toContain('Secreto');
    expect(texts(await read(bytes))).toEqual(['Hola']);
  });

  test('names no template, company or manager, and holds no revision ids', async () => {
    const settings = `<w:settings ${W} xmlns:r="${OFFICE}"><w:attachedTemplate r:id="x0"/><w:rsids><w:rsid w:val="00ABCDEF"/></w:rsids><w:docVars><w:docVar w:name="Quien" w:val="Ana"/></w:docVars></w:settings>`;
    const app =
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>Ana.dotx</Template><Company>Muni</Company><Manager>Jefa</Manager></Properties>';
    const source = docxWith(
      {
        extra: [
          { name: 'word/settings.xml', data: settings },
          {
            name: 'word/_rels/settings.xml.rels',
            data: relationships(['attachedTemplate', 'file:///C:/Users/ana/Ana.dotx', true]),
          },
          { name: 'docProps/app.xml', data: app },
          {
            name: '_rels/.rels',
            data: relationships(
              ['officeDocument', 'word/document.xml'],
              ['extended-properties', 'docProps/app.xml'],
              ['settings', 'word/settings.xml'],
            ),
          },
        ],
      },
      b.raw('<w:p w:rsidR="00ABCDEF"><w:r w:rsidRPr="00ABCDEF"><w:t>Hola</w:t></w:r></w:p>'),
    );
    const { bytes } = await edit(source, STRIP);
    const all = inside(bytes);
    for (const word of ['Muni', 'Jefa', 'Ana.dotx', 'ana/']) expect(all).not.toContain(word);
    expect(part(bytes)).not.toContain('rsid');
  });

  test('lists neither headings nor addresses in its properties', async () => {
    const app =
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
      '<TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>Clave</vt:lpstr></vt:vector></TitlesOfParts><HLinks><vt:vector size="1" baseType="variant"><vt:variant><vt:lpwstr>mailto:ana@muni.example</vt:lpwstr></vt:variant></vt:vector></HLinks></Properties>';
    const extra = [
      { name: 'docProps/app.xml', data: app },
      {
        name: '_rels/.rels',
        data: relationships(['officeDocument', 'word/document.xml'], ['extended-properties', 'docProps/app.xml']),
      },
    ];
    const { bytes } = await edit(docxWith({ extra }, p('Hola')), STRIP);
    expect(inside(bytes)).not.toMatch(/Clave|muni|vector/u);
  });

  test('has no folder of anybody’s in a link, which stays a link to a file', async () => {
    const source = docx(p('Vea ', b.link('file:///C:\\Users\\ana\\Acta.docx', 'el acta'), '.'));
    const before = await read(source);
    const { bytes } = await edit(source, STRIP);
    expect(inside(bytes)).not.toContain('ana');
    expect((await read(bytes)).blocks[0]?.content).toEqual(before.blocks[0]?.content);
  });

  test('has no hidden text', async () => {
    const { bytes } = await edit(docx(p('Visto ', b.hidden('Secreto'), ' también')), STRIP);
    expect(inside(bytes)).not.toContain('Secreto');
  });

  test('has no picture or note that only an omitted unit had', async () => {
    const source = docx(p('Hola'), p('Respuesta ', b.image('Secreto'), b.footnote(p('Secreto al pie'))));
    const { bytes } = await edit(source, { omit: ['Respuesta', 'Secreto', 'al pie'], ...STRIP });
    expect(inside(bytes)).not.toContain('Secreto');
    expect(names(bytes).filter((name) => name.includes('media'))).toEqual([]);
  });

  test('joins paragraphs whose mark was deleted', async () => {
    const { bytes } = await edit(docx(p({ mark: 'del' }, 'Uno '), p('dos')), STRIP);
    expect(texts(await read(bytes))).toEqual(['Uno dos']);
    expect(part(bytes)).not.toContain('<w:del');
  });

  test('has no deleted cell, nor a row of nothing else', async () => {
    const source = docx(
      b.tbl(b.tr('Uno', deletedCell('Secreto')), b.tr(deletedCell('Secreto'), deletedCell('Secreto'))),
      p('Fin'),
    );
    const { bytes } = await edit(source, STRIP);
    expect(part(bytes)).not.toContain('Secreto');
    expect(part(bytes).match(/<w:t[rc]>/gu)).toEqual(['<w:tr>', '<w:tc>']);
  });

  test('has no tab or break that is hidden', async () => {
    const source = docx(p('Uno', b.raw('<w:r><w:rPr><w:vanish/></w:rPr><w:br/><w:tab/></w:r>'), ' y dos'));
    expect((await read(source)).blocks[0]?.content).toMatchObject([{ text: 'Uno' }, { kind: 'hidden' }, {}]);
    const { bytes } = await edit(source, STRIP);
    expect(texts(await read(bytes))).toEqual(['Uno y dos']);
  });

  test('shows no author a field put in', async () => {
    const { bytes } = await edit(docx(p('Por ', b.field('AUTHOR', 'Ana Secreta'), '.')), STRIP);
    expect(inside(bytes)).not.toContain('Ana Secreta');
  });
});

describe('files inside a participants’ file', () => {
  const workbook = { name: 'word/embeddings/Libro.xlsx', data: 'Secreto' };

  test('an embedded file goes, what shows it stays', async () => {
    const source = docxWith({ extra: [workbook] }, p('Hoja: ', b.embedded('embeddings/Libro.xlsx')));
    const { bytes, findings } = await edit(source, STRIP);
    expect(names(bytes)).not.toContain(workbook.name);
    expect(part(bytes)).toContain('<v:shape');
    expect(inside(bytes)).not.toMatch(/OLEObject|Libro/u);
    expect(findings).toEqual([{ code: 'embeddedLeftOut', params: { file: 'Libro.xlsx' } }]);
  });

  test('one that only an omitted unit had is nothing to tell of', async () => {
    const source = docxWith({ extra: [workbook] }, p('Hola'), p('Hoja: ', b.embedded('embeddings/Libro.xlsx')));
    const { bytes, findings } = await edit(source, { omit: ['Hoja'], ...STRIP });
    expect([names(bytes).includes(workbook.name), findings]).toEqual([false, []]);
  });

  test('a chart stays without its workbook', async () => {
    const extra = [
      workbook,
      { name: 'word/charts/chart1.xml', data: b.chartPart('x0') },
      { name: 'word/charts/_rels/chart1.xml.rels', data: relationships(['package', '../embeddings/Libro.xlsx']) },
    ];
    const { bytes } = await edit(docxWith({ extra }, p('Barras: ', b.chart('charts/chart1.xml'))), STRIP);
    expect(names(bytes)).not.toContain(workbook.name);
    expect(part(bytes, 'word/charts/chart1.xml')).not.toContain('externalData');
  });

  test('a text taken in from another file does not', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    const extra = [
      { name: 'word/otro.docx', data: docx(p('Secreto')) },
      contentTypes(`<Default Extension="docx" ContentType="${type}"/>`),
    ];
    const { bytes, findings } = await edit(docxWith({ extra }, p('Hola'), b.importedText('otro.docx')), STRIP);
    expect([names(bytes).includes('word/otro.docx'), findings.length]).toEqual([false, 1]);
    expect(part(bytes)).not.toContain('altChunk');
  });

  test('all stay in everyone else’s', async () => {
    const source = docxWith({ extra: [workbook] }, p('Hoja: ', b.embedded('embeddings/Libro.xlsx')));
    const { bytes, findings } = await edit(source, { change: { Hoja: 'Otra' } });
    expect([names(bytes).includes(workbook.name), findings]).toEqual([true, []]);
  });
});

const WORDPROCESSING = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

describe('macros', () => {
  const macros = [
    { name: 'word/vbaProject.bin', data: 'codigo' },
    {
      name: 'word/_rels/document.xml.rels',
      data: `<Relationships xmlns="${RELATIONS}"><Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`,
    },
  ];

  test('are reported, and never written back', async () => {
    const source = docxWith({ extra: macros }, p('Hola'));
    expect((await read(source)).report.notes).toMatchObject([{ code: 'macros' }]);
    const { bytes } = await edit(source, { change: { Hola: 'Buenas' } });
    expect(names(bytes)).not.toContain('word/vbaProject.bin');
    expect(part(bytes, 'word/_rels/document.xml.rels')).not.toContain('vbaProject');
  });

  test('go whatever their part is called', async () => {
    const extra = macros.map((entry) => ({
      name: entry.name.replace('vbaProject.bin', 'codigo.bin'),
      data: entry.data.replace('"vbaProject.bin"', '"codigo.bin"'),
    }));
    const { bytes } = await edit(docxWith({ extra }, p('Hola')), { change: { Hola: 'Buenas' } });
    expect(names(bytes)).not.toContain('word/codigo.bin');
  });

  test.each([
    ['document.macroEnabled', 'document'],
    ['template.macroEnabledTemplate', 'template'],
  ])('a %s is written as a %s without', async (type, plain) => {
    const source = docxWith({}, p('Hola'));
    const types = part(source, '[Content_Types].xml').replace(
      `${WORDPROCESSING}.document.main+xml`,
      `application/vnd.ms-word.${type}.main+xml`,
    );
    const { bytes } = await edit(docxWith({ extra: [{ name: '[Content_Types].xml', data: types }] }, p('Hola')), {
      change: { Hola: 'Buenas' },
    });
    expect(part(bytes, '[Content_Types].xml')).toContain(`"${WORDPROCESSING}.${plain}.main+xml"`);
    expect(texts(await read(bytes))).toEqual(['Buenas']);
  });

  test('of an embedded workbook are its own: it keeps its type', async () => {
    const type = 'application/vnd.ms-excel.sheet.macroEnabled.12';
    const extra = [
      ...macros,
      { name: 'word/embeddings/Libro.xlsm', data: 'libro' },
      contentTypes(`<Override PartName="/word/embeddings/Libro.xlsm" ContentType="${type}"/>`),
    ];
    const { bytes } = await edit(docxWith({ extra }, p('Hola')), { change: { Hola: 'Buenas' } });
    expect(part(bytes, '[Content_Types].xml')).toContain(type);
  });
});

test('a control inside a rewritten paragraph is no longer tied to its data', async () => {
  const control =
    '<w:p><w:r><w:t xml:space="preserve">Título: </w:t></w:r><w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent><w:r><w:t>Old</w:t></w:r></w:sdtContent></w:sdt></w:p>';
  const source = docx(b.raw(control), p('Otro'));
  expect(part((await edit(source, { change: { Otro: 'Uno' } })).bytes)).toContain('dataBinding');
  const file = await read(source);
  const content =
    file.blocks[0]?.content.map((run) => ('text' in run && run.text === 'Old' ? { ...run, text: 'Nuevo' } : run)) ?? [];
  const { bytes } = await edit(source, { change: { Título: content } });
  expect(part(bytes)).not.toContain('dataBinding');
  expect(texts(await read(bytes))).toEqual(['Título: Nuevo', 'Otro']);
});
