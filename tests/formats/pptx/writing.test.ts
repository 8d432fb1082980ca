import { describe, expect, test } from 'vitest';
import { NEW_BREAK, NEW_TAB, textRun } from '#shared/model/content.ts';
import * as make from '#tests/builders/pptx/index.ts';
import { block, edit, part, parts, read, told } from './rig.ts';

const { p, pp, r, title, body, box, table, slide, pptx } = make;
const SLIDE = 'slides/slide1.xml';

describe('a changed text', () => {
  test('keeps its paragraph, its look and every byte around it', async () => {
    const before = pptx([slide(title(pp('algn="ctr"', r('Welcome', 'sz="4800"'))), body('Untouched'))]);
    const { bytes, findings } = await edit(before, { change: { Welcome: 'Bienvenida' } });
    expect(part(bytes, SLIDE)).toBe(
      part(before, SLIDE).replace(
        '<a:r><a:rPr lang="en-US" sz="4800"></a:rPr><a:t>Welcome</a:t></a:r>',
        '<a:r><a:rPr lang="en-US" sz="4800"/><a:t>Bienvenida</a:t></a:r>',
      ),
    );
    expect(findings).toEqual([]);
  });

  test('nothing changed, the very file comes back', async () => {
    const before = pptx([slide(title('One'))]);
    expect((await edit(before, {})).bytes).toBe(before);
  });

  test('needs escaping', async () => {
    const { bytes } = await edit(pptx([slide(box({}, 'x'))]), { change: { x: 'a<b & "c"' } });
    expect(told(await read(bytes))).toEqual(['textBox: a<b & "c"']);
  });

  test('marks, breaks and tabs typed in Adapta are written as PowerPoint has them', async () => {
    const content = [
      textRun('a', ['bold']),
      { placeholder: NEW_BREAK, kind: 'break', label: '\n' } as const,
      textRun('b', ['superscript']),
      { placeholder: NEW_TAB, kind: 'tab', label: '\t' } as const,
    ];
    const { bytes } = await edit(pptx([slide(box({}, 'x'))]), { change: { x: content } });
    expect(told(await read(bytes))).toEqual(['textBox: a⟦break⟧b⟦tab⟧']);
    expect(part(bytes, SLIDE)).toMatch(/<a:rPr lang="en-US" b="1"\/>.*<a:br>.*baseline="30000"/u);
  });

  test('that is written shorter keeps the look new text gets', async () => {
    const before = pptx([slide(box({}, p(r('plain text'), r('red', 'sz="900"'))))]);
    const format = block(await read(before), 'red').content[1];
    const short = [textRun('x'), { ...format, text: 'much longer now' }] as never;
    const { bytes } = await edit(before, { change: { red: short } });
    expect((await read(bytes)).blocks[0]?.content).toEqual(short);
  });

  test('"not bold" in a bold title stays said', async () => {
    const { bytes } = await edit(pptx([slide(title(r('x', 'b="0"')))]), { change: { x: 'y' } });
    expect(part(bytes, SLIDE)).toContain('b="0"');
  });

  test('a new link gets its relationship, one that would run something is refused', async () => {
    const before = pptx([slide(box({}, 'x'))]);
    const good = await edit(before, { change: { x: [textRun('UN', [], { link: 'https://un.org/' })] } });
    expect(part(good.bytes, 'slides/_rels/slide1.xml.rels')).toContain(
      'Target="https://un.org/" TargetMode="External"',
    );
    const bad = await edit(before, { change: { x: [textRun('UN', [], { link: 'javascript:alert(1)' })] } });
    expect(bad.findings).toMatchObject([{ code: 'linkLost' }]);
  });
});

describe('what stands twice is written twice', () => {
  test('in both branches of alternate content', async () => {
    const { bytes } = await edit(pptx([slide(make.alternate(box({}, 'Same'), box({}, 'Same')))]), {
      change: { Same: 'Igual' },
    });
    expect(part(bytes, SLIDE)).not.toContain('Same');
    expect(part(bytes, SLIDE).match(/Igual/gu)).toHaveLength(2);
  });

  test('in a diagram and in its drawing, equal words by their shapes, each in its own look', async () => {
    const before = pptx([make.diagramSlide(['Plan', 'Plan', 'Do'])]);
    const file = await read(before);
    const first = file.blocks[0]?.anchor ?? '';
    const { bytes } = await edit(before, { change: { Plan: 'Planificar' } });
    expect(first).toContain('diagrams/rId2.xml');
    const drawn = [...part(bytes, 'diagrams/rId9.xml').matchAll(/<a:t>([^<]*)/gu)].map((match) => match[1]);
    expect(drawn).toEqual(['Do', 'Plan', 'Planificar']);
    expect(part(bytes, 'diagrams/rId9.xml')).toContain('kern="1200" sz="1400"/><a:t>Planificar');
  });

  test('in every series of a chart that repeats a category', async () => {
    const before = pptx([make.chartSlide('Offices', ['Open', 'Closed'], ['La Paz', 'Oruro'])]);
    const { bytes } = await edit(before, { change: { Oruro: 'Potosí' } });
    expect(part(bytes, 'charts/chart1.xml').match(/Potosí/gu)).toHaveLength(2);
    expect(part(bytes, 'charts/chart1.xml')).not.toContain('Oruro');
  });

  test('but not in the workbook of the chart, which is said unless it does not go out', async () => {
    const before = pptx([make.chartSlide('Offices', ['Open'], ['La Paz', 'Oruro'])]);
    const change = { Oruro: 'Potosí' };
    const codes = async (strip: boolean) => (await edit(before, { change, strip })).findings.map(({ code }) => code);
    expect(await codes(false)).toEqual(['chartWorkbookKept']);
    expect(await codes(true)).toEqual(['embeddedLeftOut']);
  });
});

describe('paragraphs that come and go', () => {
  test('a new one is like its neighbour', async () => {
    const before = pptx([slide(body('One', pp('lvl="1"', r('Below', 'i="1"'))))]);
    const { bytes } = await edit(before, { addAfter: { Below: 'Más' } });
    expect(told(await read(bytes))).toEqual(['listItem 1 •: One', 'listItem 2 –: Below', 'listItem 2 –: Más']);
  });

  test('an omitted one goes, the last of a body and of a cell stays empty', async () => {
    const before = pptx([slide(body('One', 'Two'), table(['A', 'B']))]);
    const { bytes, findings } = await edit(before, { omit: ['One', 'Two', 'A'] });
    expect(told(await read(bytes))).toEqual(['tableCell: B']);
    expect(part(bytes, SLIDE).match(/<a:p>/gu)).toHaveLength(3);
    expect(findings).toEqual([]);
  });

  test('a diagram gets and loses them in its drawing too', async () => {
    const { bytes } = await edit(pptx([make.diagramSlide(['Plan', 'Do'])]), {
      addAfter: { Do: 'Verificar' },
      omit: ['Plan'],
    });
    const drawn = [...part(bytes, 'diagrams/rId9.xml').matchAll(/<a:t>([^<]*)/gu)].map((match) => match[1]);
    expect(drawn).toEqual(['Do', 'Verificar']);
  });
});

describe('for participants', () => {
  const secret = 'Ana Quispe Mamani';
  const comments = `<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>${secret}</p:text></p:cm></p:cmLst>`;
  const authors = `<p:cmAuthorLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cmAuthor id="0" name="${secret}" initials="A" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>`;
  const rel =
    '<p:extLst><p:ext uri="{6950BFC3-D8DA-4A85-94F7-54DA5524770B}"><p188:commentRel xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" r:id="rId4"/></p:ext></p:extLst>';
  const deck = pptx(
    [
      {
        ...slide(title('One'), make.objectFrame('rId6', make.picture('rId3', 'x'))),
        notes: [`Said by ${secret}`],
        more: rel,
        parts: [
          { id: 'rId3', kind: 'image', name: 'media/image1.png', data: new Uint8Array([1]) },
          { id: 'rId4', kind: 'comments', name: 'comments/comment1.xml', data: comments },
          { id: 'rId6', kind: 'oleObject', name: 'embeddings/oleObject1.bin', data: secret },
        ],
      },
    ],
    [{ id: 'rId40', kind: 'commentAuthors', name: 'commentAuthors.xml', data: authors }],
    `<p:modifyVerifier cryptProviderType="rsaAES" spinCount="1" saltData="${secret}" hashData="x"/>`,
  );

  test('notes, comments, authors, embedded objects and passwords are in no byte', async () => {
    const { bytes, findings } = await edit(deck, { strip: true });
    const everything = parts(bytes).map((name) => name + (name.startsWith('ppt/') ? part(bytes, name.slice(4)) : ''));
    expect(everything.join('\n')).not.toContain('Quispe');
    expect(parts(bytes).filter((name) => /notes|comment|embeddings/iu.test(name))).toEqual([]);
    expect(findings).toEqual([{ code: 'embeddedLeftOut', params: { file: 'oleObject1.bin' } }]);
  });

  test('an embedded object becomes the picture it shows, under its own description', async () => {
    const { bytes } = await edit(deck, { strip: true });
    expect(part(bytes, SLIDE)).not.toMatch(/oleObj|commentRel/u);
    expect(told(await read(bytes))).toEqual(['heading 1: One', 'altText: A worksheet']);
  });
});

test('macros are never written back', async () => {
  const macro = {
    id: 'rId50',
    kind: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
    name: 'vbaProject.bin',
    data: 'code',
  };
  const deck = pptx([slide(title('One'))], [macro]);
  expect((await read(deck)).report.notes).toContainEqual({ code: 'macros', count: 1 });
  expect(parts((await edit(deck, { change: { One: 'Uno' } })).bytes)).not.toContain('ppt/vbaProject.bin');
});
