import { describe, expect, test } from 'vitest';
import { odpFormat } from '#main/formats/odf/index.ts';
import { NEW_BREAK, NEW_TAB, textRun, type Content } from '#shared/model/content.ts';
import * as b from '#tests/builders/odf/index.ts';
import { entriesOf } from './nodes.ts';
import { block, body, edit, part, read, texts, told } from './rig.ts';

const { odt, p, span } = b;

function region(id: string): string {
  return `<text:changed-region text:id="${id}"><text:insertion/></text:changed-region>`;
}

function index(title: string): string {
  return `<text:table-of-content><text:table-of-content-source><text:index-title-template>${title}</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>${p(title)}</text:index-title></text:index-body></text:table-of-content>`;
}

function slide(title: string): string {
  return b.page(b.box('title', p(title)));
}

describe('an edited paragraph', () => {
  test('keeps its tag and everything around it', async () => {
    const { bytes, findings } = await edit(odt(p('uno', 'P1') + p('dos')), { change: { uno: 'otro' } });
    expect([body(bytes), findings]).toEqual([p('otro', 'P1') + p('dos'), []]);
  });

  test('writes blanks so that they are shown', async () => {
    const { bytes } = await edit(odt(p('uno')), { change: { uno: ' a  b   c ' } });
    expect(body(bytes)).toBe(p('<text:s/>a <text:s/>b <text:s text:c="2"/>c<text:s/>'));
    expect(texts(await read(bytes))).toEqual([' a  b   c ']);
  });

  test('uses the styles that are there and makes those that are not', async () => {
    const automatic = b.textStyle('T1', 'fo:font-weight="bold"');
    const content: Content = [textRun('a', ['bold']), textRun('b', ['italic'])];
    const { bytes } = await edit(odt(p('uno'), { automatic }), { change: { uno: content } });
    expect(body(bytes)).toBe(p(`${span('a', 'T1')}${span('b', 'T2')}`));
    expect(told((await read(bytes)).blocks[0]?.content ?? [])).toEqual([
      ['a', 'bold'],
      ['b', 'italic'],
    ]);
  });

  test('writes the same a second time, from the same bytes', async () => {
    const source = odt(p('uno'));
    const ask = { change: { uno: [textRun('a', ['bold'])] } };
    const [first, second] = [await edit(source, ask), await edit(source, ask)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  test('takes the mark a common style brings off again', async () => {
    const styles = b.textStyle('Strong', 'fo:font-weight="bold"');
    const source = odt(p(`texto largo ${span('fuerte', 'Strong')}`), { styles });
    const [before, strong] = (await read(source)).blocks[0]?.content ?? [];
    const plain = { ...strong, marks: [] } as Content[number];
    const { bytes } = await edit(source, { change: { texto: [before as Content[number], plain] } });
    expect((await read(bytes)).blocks[0]?.content).toEqual([before, plain]);
  });

  test('line breaks, tabs and links typed here are written', async () => {
    const content: Content = [
      textRun('a'),
      { placeholder: NEW_BREAK, kind: 'break', label: '' },
      { placeholder: NEW_TAB, kind: 'tab', label: '' },
      textRun('b', [], { link: 'https://example.org/?a=1&b=2' }),
    ];
    const { bytes } = await edit(odt(p('uno')), { change: { uno: content } });
    expect(body(bytes)).toBe(
      p(
        'a<text:line-break/><text:tab/><text:a xlink:type="simple" xlink:href="https://example.org/?a=1&amp;b=2">b</text:a>',
      ),
    );
  });

  test('keeps the spans around what it protects, and its notes', async () => {
    const automatic = b.textStyle('T1', 'fo:font-weight="bold"');
    const source = odt(p(`uno${span(`x<text:page-number>1</text:page-number>${b.note(p('pie'))}`, 'T1')}`), {
      automatic,
    });
    const { content } = block(await read(source), 'uno');
    const { bytes } = await edit(source, { change: { uno: [textRun('otro'), ...content.slice(2)], pie: 'nota' } });
    expect(body(bytes)).toBe(p(`otro${span(`<text:page-number>1</text:page-number>${b.note(p('nota'))}`, 'T1')}`));
  });

  test('says its base look where the text would lead to another', async () => {
    const automatic = b.textStyle('T1', 'fo:color="#ff0000"');
    const source = odt(p(`${span('rojo largo', 'T1')} no`), { automatic });
    const [red, rest] = block(await read(source), 'rojo').content;
    const content = [red, { ...rest, text: 'otro mucho más largo' }] as Content;
    const { bytes } = await edit(source, { change: { rojo: content } });
    expect((await read(bytes)).blocks[0]?.content).toEqual(content);
  });

  test('accepts the tracked changes inside it, and keeps halves', async () => {
    const source = odt(
      `<text:tracked-changes>${region('c1')}${region('c2')}</text:tracked-changes>` +
        p(
          'a<text:change-start text:change-id="c1"/>b<text:change-end text:change-id="c1"/><text:change-start text:change-id="c2"/>',
        ) +
        p('c<text:change-end text:change-id="c2"/>'),
    );
    const { bytes } = await edit(source, { change: { ab: 'otro' } });
    expect(body(bytes)).toBe(
      `<text:tracked-changes>${region('c2')}</text:tracked-changes>` +
        p('otro<text:change-start text:change-id="c2"/>') +
        p('c<text:change-end text:change-id="c2"/>'),
    );
  });

  test('other prefixes are used as the file has them', async () => {
    const source = odt(p('uno'));
    const content = part(source)
      .replaceAll('<text:', '<t:')
      .replaceAll('</text:', '</t:')
      .replace('xmlns:text=', 'xmlns:t=');
    const { bytes } = await edit(odt('', { content }), { change: { uno: 'a  b' } });
    expect(part(bytes)).toContain('<t:p>a <t:s/>b</t:p>');
  });

  test('a title of an index is written to its template too', async () => {
    const { bytes } = await edit(odt(index('Contents')), { change: { Contents: 'Índice' } });
    expect(body(bytes)).toBe(index('Índice'));
  });
});

describe('lists', () => {
  const automatic = b.listStyle('L');

  test('a new item is an item', async () => {
    const { bytes } = await edit(odt(b.list('L', p('uno'), p('dos')), { automatic }), { addAfter: { uno: 'y medio' } });
    expect(body(bytes)).toBe(b.list('L', p('uno'), p('y medio'), p('dos')));
  });

  test('a new item before a nested list takes the list along', async () => {
    const source = odt(b.list('L', p('uno') + b.list('L', p('hijo'))), { automatic });
    const { bytes } = await edit(source, { addAfter: { uno: 'dos' } });
    expect(body(bytes)).toBe(b.list('L', p('uno'), p('dos') + b.list('L', p('hijo'))));
  });

  test('a paragraph between items closes the list and goes on with it', async () => {
    const source = odt(b.list('L', p('uno'), p('dos')) + p('fin'), { automatic });
    const { bytes } = await edit(source, { addAfter: { uno: 'entre' }, kind: 'paragraph' });
    const file = await read(bytes);
    expect(file.blocks.map(({ label, kind }) => [kind, label])).toEqual([
      ['listItem', '1.'],
      ['paragraph', undefined],
      ['listItem', '2.'],
      ['paragraph', undefined],
    ]);
  });

  test('a list goes with its last item', async () => {
    const { bytes, findings } = await edit(odt(b.list('L', p('uno')) + p('fin'), { automatic }), { omit: ['uno'] });
    expect([body(bytes), findings]).toEqual([p('fin'), []]);
  });
});

describe('omitting and adding', () => {
  test('what a cell needs stays, emptied', async () => {
    const { bytes, findings } = await edit(odt(b.table([p('a'), p('b')])), { omit: ['a'] });
    expect(body(bytes)).toBe(b.table(['<text:p></text:p>', p('b')]));
    expect(findings.map(({ code }) => code)).toEqual(['omitKept']);
  });

  test('half a bookmark stays', async () => {
    const source = odt(p('<text:bookmark-start text:name="x"/>uno') + p('dos<text:bookmark-end text:name="x"/>'));
    const { bytes } = await edit(source, { omit: ['uno'] });
    expect(body(bytes)).toBe(p('<text:bookmark-start text:name="x"/>') + p('dos<text:bookmark-end text:name="x"/>'));
  });

  test('the paragraph another page style begins with stays', async () => {
    const automatic = '<style:style style:name="P9" style:family="paragraph" style:master-page-name="Carta"/>';
    const { bytes } = await edit(odt(p('uno', 'P9') + p('dos'), { automatic }), { omit: ['uno'] });
    expect(body(bytes)).toBe('<text:p text:style-name="P9"></text:p>' + p('dos'));
  });

  test('a copy begins no page and has no id', async () => {
    const automatic =
      '<style:style style:name="P9" style:family="paragraph" style:parent-style-name="X" style:master-page-name="Carta"/>';
    const { bytes } = await edit(odt('<text:p xml:id="i" text:style-name="P9">uno</text:p>', { automatic }), {
      addAfter: { uno: 'dos' },
    });
    expect(body(bytes)).toBe(
      '<text:p xml:id="i" text:style-name="P9">uno</text:p><text:p text:style-name="P1">dos</text:p>',
    );
    expect(part(bytes)).toContain(
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="X"/>',
    );
  });

  test('into a cell that is closed at once', async () => {
    const source = odt(b.table([p('a'), '']).replace('<table:table-cell></table:table-cell>', '<table:table-cell/>'));
    const format = await read(source);
    expect(format.blocks).toHaveLength(1);
    const { odtFormat } = await import('#main/formats/odf/index.ts');
    const { bytes } = await odtFormat.write({
      skeleton: source,
      containers: [{ container: 'body/t1r1c2', units: [{ anchors: [], kind: 'tableCell', content: [textRun('b')] }] }],
      omit: [],
      strip: false,
      locate: (id) => ({ file: 'skeleton', id }),
    });
    expect(body(bytes)).toBe(b.table([p('a'), p('b')]));
  });
});

describe('the package', () => {
  test('what is untouched keeps its bytes, the media type its first place', async () => {
    const extra = [{ name: 'Pictures/a.png', data: 'no es una imagen' }];
    const source = odt(p('uno'), { extra });
    const { bytes } = await edit(source, { change: { uno: 'dos' } });
    const [before, after] = [entriesOf(source), entriesOf(bytes)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...after.keys()][0]).toBe('mimetype');
    expect(Buffer.from(bytes).toString('latin1', 30, 38)).toBe('mimetype');
  });

  test('with nothing to do the file itself comes back', async () => {
    const source = odt(p('uno'));
    expect((await edit(source, {})).bytes).toBe(source);
  });

  test('a signature goes from a changed file, and it is said', async () => {
    const extra = [{ name: 'META-INF/documentsignatures.xml', data: '<a/>' }];
    const source = odt(p('uno'), { extra });
    expect((await edit(source, {})).bytes).toBe(source);
    const { bytes, findings } = await edit(source, { change: { uno: 'dos' } });
    expect(entriesOf(bytes).has('META-INF/documentsignatures.xml')).toBe(false);
    expect(findings).toEqual([{ code: 'signatureDropped', params: { file: 'META-INF/documentsignatures.xml' } }]);
  });

  test('programs are never written back', async () => {
    const extra = [{ name: 'Basic/Standard/Modul.xml', data: '<a/>' }];
    const manifest =
      '<manifest:file-entry manifest:full-path="Basic/Standard/Modul.xml" manifest:media-type="text/xml"/>';
    const scripts = '<office:scripts><office:script/></office:scripts>';
    const content = part(odt(p('uno'))).replace('<office:automatic-styles>', `${scripts}<office:automatic-styles>`);
    const { bytes } = await edit(odt(p('uno'), { extra, manifest, content }), {});
    expect([...entriesOf(bytes).keys()]).not.toContain('Basic/Standard/Modul.xml');
    expect(part(bytes, 'META-INF/manifest.xml')).not.toContain('Basic');
    expect(part(bytes)).not.toContain('office:script');
  });

  test('a chart whose words changed has no picture of the old ones', async () => {
    const chart = (title: string): string =>
      part(odt('')).replace(
        /<office:text>.*<\/office:text>/su,
        `<office:chart><chart:chart><chart:title>${p(title)}</chart:title></chart:chart></office:chart>`,
      );
    const object =
      '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>';
    const extra = [
      { name: 'Object 1/content.xml', data: chart('Sales') },
      { name: 'ObjectReplacements/Object 1', data: 'x' },
    ];
    const source = odt(p(`a${object}`), { extra });
    expect(block(await read(source), 'Sales')).toMatchObject({ story: 'chart:1', kind: 'label' });
    const { bytes } = await edit(source, { change: { Sales: 'Ventas' } });
    expect(part(bytes, 'Object 1/content.xml')).toBe(chart('Ventas'));
    expect([...entriesOf(bytes).keys()]).not.toContain('ObjectReplacements/Object 1');
  });
});

test('slides are written into their boxes', async () => {
  const { bytes } = await edit(b.odp(slide('uno')), { change: { uno: 'dos' }, format: odpFormat });
  expect(part(bytes)).toContain(slide('dos'));
});

test('a flat file stays flat', async () => {
  const { bytes } = await edit(b.fodt(p('uno')), { change: { uno: [textRun('dos', ['bold'])] } });
  expect(part(bytes)).toContain(p(span('dos', 'T1')));
  expect(texts(await read(bytes))).toEqual(['dos']);
});
