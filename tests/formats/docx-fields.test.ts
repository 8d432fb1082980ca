import { describe, expect, test } from 'vitest';
import { isText, textOf, type Content } from '#shared/model/content.ts';
import * as b from '#tests/builders/docx/index.ts';
import { block, edit, part, read, texts } from './laws/rig.ts';

const { docx, p } = b;

function labels(content: Content): readonly (readonly [string, string])[] {
  return content.flatMap((run) => (isText(run) ? [] : [[run.kind, run.label] as const]));
}

describe('a mail-merge field', () => {
  test('is one placeholder that says its name', async () => {
    const file = await read(docx(p('Estimado ', b.field('MERGEFIELD Nombre \\* MERGEFORMAT', '«Nombre»'), ':')));
    expect(labels(file.blocks[0]?.content ?? [])).toEqual([['field', '«Nombre»']]);
    expect(texts(file)).toEqual(['Estimado :']);
  });

  test('without a result says the name of its column', async () => {
    const file = await read(docx(p('Estimado ', b.field('MERGEFIELD "Primer apellido"'))));
    expect(labels(file.blocks[0]?.content ?? [])).toEqual([['field', '«Primer apellido»']]);
  });

  test('written simply is a placeholder too', async () => {
    const file = await read(docx(p('Estimado ', b.simpleField('MERGEFIELD Nombre', '«Nombre»'))));
    expect(labels(file.blocks[0]?.content ?? [])).toEqual([['field', '«Nombre»']]);
  });

  test('stays whole when the text around it changes', async () => {
    const source = docx(p('Estimado ', b.field('MERGEFIELD Nombre', '«Nombre»')));
    const { content } = block(await read(source), 'Estimado');
    const { bytes, findings } = await edit(source, {
      change: { Estimado: content.map((run) => (isText(run) ? { ...run, text: 'Señora ' } : run)) },
    });
    expect(findings).toEqual([]);
    expect(part(bytes)).toContain('MERGEFIELD Nombre');
    expect(part(bytes)).toContain('«Nombre»');
  });
});

describe('fields inside fields', () => {
  const greeting = [
    b.fieldCode('begin'),
    b.code('IF '),
    b.field('MERGEFIELD Sexo', '«Sexo»'),
    b.code(' = "M" "Señor" "Señora"'),
    b.fieldCode('separate'),
    'Señora',
    b.fieldCode('end'),
  ];

  test('of a condition only the result is read', async () => {
    expect(texts(await read(docx(p('Estimada ', ...greeting, ':'))))).toEqual(['Estimada Señora:']);
  });

  test('the condition stays whole when its paragraph changes', async () => {
    const source = docx(p('Estimada ', ...greeting, ':'));
    const { content } = block(await read(source), 'Estimada');
    const { bytes } = await edit(source, {
      change: { Estimada: content.map((run) => (isText(run) ? { ...run, text: run.text.toUpperCase() } : run)) },
    });
    const codes = [...part(bytes).matchAll(/<w:instrText[^>]*>([^<]*)/gu)].map(([, code]) => code);
    expect(codes).toEqual(['IF ', 'MERGEFIELD Sexo', ' = &quot;M&quot; &quot;Señor&quot; &quot;Señora&quot;']);
    expect(part(bytes).match(/fldCharType/gu)).toHaveLength(6);
  });
});

describe('an annotation above text', () => {
  const ruby =
    '<w:r><w:ruby><w:rubyPr><w:lid w:val="ja-JP"/></w:rubyPr><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt>' +
    '<w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby></w:r>';

  test('is one placeholder with what it stands above first', async () => {
    const file = await read(docx(p('Leer ', b.raw(ruby), ' aquí')));
    expect(labels(file.blocks[0]?.content ?? [])).toEqual([['object', '漢字 (かんじ)']]);
  });

  test('stays when the text around it changes', async () => {
    const source = docx(p('Leer ', b.raw(ruby)));
    const { content } = block(await read(source), 'Leer');
    const { bytes } = await edit(source, {
      change: { Leer: content.map((run) => (isText(run) ? { ...run, text: 'Mirar ' } : run)) },
    });
    expect(part(bytes)).toContain(ruby);
  });
});

describe('an equation', () => {
  const fraction =
    '<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';

  test('is a placeholder that reads in one line', async () => {
    const file = await read(docx(p('Sea ', b.raw(fraction))));
    expect(labels(file.blocks[0]?.content ?? [])).toEqual([['equation', 'x=(a+b)/2']]);
  });

  test('stays when the text around it changes', async () => {
    const source = docx(p('Sea ', b.raw(fraction)));
    const { content } = block(await read(source), 'Sea');
    const { bytes } = await edit(source, {
      change: { Sea: content.map((run) => (isText(run) ? { ...run, text: 'Dado ' } : run)) },
    });
    expect(part(bytes)).toContain(fraction);
  });
});

describe('text from right to left', () => {
  const arabic = p(
    { properties: '<w:bidi/>' },
    b.r('<w:rtl/>', 'مرحبا '),
    b.r('<w:bCs/><w:rtl/>', 'بالعالم'),
    b.r('<w:b/><w:rtl/>', ' كله'),
  );

  test('is bold where the property of complex scripts says so', async () => {
    const [first] = (await read(docx(arabic))).blocks;
    expect(first?.content.map((run) => isText(run) && [run.text, run.marks])).toEqual([
      ['مرحبا ', []],
      ['بالعالم', ['bold']],
      [' كله', []],
    ]);
  });

  test('is made bold by both properties', async () => {
    const source = docx(arabic);
    const look = (await read(source)).blocks[0]?.content[0];
    const content: Content = [{ ...(look as { text: string }), text: 'جديد', marks: ['bold', 'italic'] }];
    const { bytes } = await edit(source, { change: { مرحبا: content } });
    expect(part(bytes)).toContain('<w:b/><w:bCs/><w:i/><w:iCs/><w:rtl/>');
    expect(textOf((await read(bytes)).blocks[0]?.content ?? [])).toBe('جديد');
  });
});
