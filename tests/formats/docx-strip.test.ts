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

  test('shows no author a field put in', async () => {
    const { bytes } = await edit(docx(p('Por ', b.field('AUTHOR', 'Ana Secreta'), '.')), STRIP);
    expect(inside(bytes)).not.toContain('Ana Secreta');
  });
});

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
