import { describe, expect, test } from 'vitest';
import { isText, textOf } from '#shared/model/content.ts';
import * as b from '#tests/builders/odf/index.ts';
import { block, read, readSlides, texts, told } from './rig.ts';

const { h, odp, odt, p, span } = b;

describe('blanks', () => {
  test('are collapsed, and written out where the file says how many', async () => {
    const { blocks } = await read(odt(p(`  uno${' '.repeat(3)}\n dos<text:s text:c="3"/>tres`)));
    expect(textOf(blocks[0]?.content ?? [])).toBe('uno dos   tres');
  });

  test('are collapsed over the borders of spans', async () => {
    const { blocks } = await read(
      odt(p(`uno ${span(' dos', 'T1')}`), { automatic: b.textStyle('T1', 'fo:color="#ff0000"') }),
    );
    expect(textOf(blocks[0]?.content ?? [])).toBe('uno dos');
  });

  test('tabs and line breaks are placeholders, page breaks of a layout nothing', async () => {
    const { blocks } = await read(odt(p('a<text:tab/>b<text:line-break/>c<text:soft-page-break/>d')));
    expect(told(blocks[0]?.content ?? [])).toEqual([['a'], 'tab', ['b'], 'break', ['cd']]);
  });
});

describe('looks', () => {
  const styles = b.textStyle('Strong', 'fo:font-weight="bold"');
  const automatic = [
    b.textStyle('T1', 'fo:font-weight="bold" style:font-weight-asian="bold"'),
    b.textStyle('T2', 'fo:font-style="italic"', 'style:family="text" style:parent-style-name="Strong"'),
    b.textStyle('T3', 'fo:color="#ff0000"'),
    b.textStyle('T4', 'fo:font-weight="normal"'),
    b.textStyle('T5', 'style:text-position="super 58%" style:text-underline-style="solid"'),
    b.textStyle('T6', 'style:text-underline-style="dotted"'),
    b.textStyle('P1', 'fo:font-weight="bold"', 'style:family="paragraph"'),
  ].join('');

  async function runs(inner: string, style?: string): Promise<readonly unknown[]> {
    const file = await read(odt(p(inner, style), { styles, automatic }));
    return (file.blocks[0]?.content ?? []).map((run) =>
      isText(run) ? [run.text, run.marks.join('+'), run.format === undefined ? '' : 'format'] : run.kind,
    );
  }

  test('marks come from automatic styles and from what they are based on', async () => {
    expect(await runs(`largo texto ${span('a', 'T1')} ${span('b', 'T2')}`)).toEqual([
      ['largo texto ', '', ''],
      ['a', 'bold', ''],
      [' ', '', ''],
      ['b', 'bold+italic', 'format'],
    ]);
  });

  test('a colour is a format, nested spans add up', async () => {
    expect(await runs(`largo texto ${span(`x${span('y', 'T1')}`, 'T3')}`)).toEqual([
      ['largo texto ', '', ''],
      ['x', '', 'format'],
      ['y', 'bold', 'format'],
    ]);
  });

  test('“not bold” says nothing in a plain paragraph and something in a bold one', async () => {
    expect(await runs(`largo ${span('a', 'T4')}`)).toEqual([['largo a', '', '']]);
    expect(await runs(`largo ${span('a', 'T4')}`, 'P1')).toEqual([
      ['largo ', '', ''],
      ['a', '', 'format'],
    ]);
  });

  test('superscript and a plain underline are marks, a dotted one is not', async () => {
    expect(await runs(`largo texto ${span('a', 'T5')}${span('b', 'T6')}`)).toEqual([
      ['largo texto ', '', ''],
      ['a', 'underline+superscript', ''],
      ['b', '', 'format'],
    ]);
  });
});

describe('structure', () => {
  test('headings have their level, lists their labels', async () => {
    const nested = b.list('L', p('uno') + b.list('L', p('hijo')), p('dos'));
    const { blocks } = await read(odt(h('Título', 2) + nested, { automatic: b.listStyle('L') }));
    expect(blocks.map(({ kind, level, label }) => [kind, level, label])).toEqual([
      ['heading', 2, undefined],
      ['listItem', 1, '1.'],
      ['listItem', 2, '•'],
      ['listItem', 1, '2.'],
    ]);
  });

  test('a list goes on where it says so', async () => {
    const first = b.list('L', p('uno'));
    const second = first.replace('text:style-name', 'text:continue-numbering="true" text:style-name');
    const { blocks } = await read(odt(first + p('x') + second, { automatic: b.listStyle('L') }));
    expect(blocks.map(({ label }) => label)).toEqual(['1.', undefined, '2.']);
  });

  test('cells have paths, covered ones no unit', async () => {
    const inner = b.table([p('a'), b.table([p('b')])]);
    const covered = inner.replace(
      '</table:table-row></table:table>',
      `<table:covered-table-cell>${p('no')}</table:covered-table-cell></table:table-row></table:table>`,
    );
    const { blocks, report } = await read(odt(covered + p('fin')));
    expect(blocks.map(({ container, kind }) => [container, kind])).toEqual([
      ['body/t1r1c1', 'tableCell'],
      ['body/t1r1c2/t1r1c1', 'tableCell'],
      ['body', 'paragraph'],
    ]);
    expect(report.tables).toBe(2);
  });

  test('notes follow their paragraph, each a container', async () => {
    const { blocks, report } = await read(odt(p(`a${b.note(p('pie'))}b${b.note(p('final'), 'endnote')}`)));
    expect(blocks.map(({ container, kind }) => [container, kind])).toEqual([
      ['body', 'paragraph'],
      ['footnote:1', 'footnote'],
      ['endnote:1', 'endnote'],
    ]);
    expect([report.footnotes, report.endnotes]).toEqual([1, 1]);
  });

  test('frames: text boxes, alternative text, images', async () => {
    const { blocks, report } = await read(odt(p(`a${b.textBox(p('caja'))}b${b.image('x.png', 'Un mapa')}`)));
    expect(blocks.map(({ container }) => container)).toEqual(['body', 'textBox:1', 'altText:1']);
    expect(told(blocks[0]?.content ?? [])).toEqual([['a'], 'textBox', ['b'], 'image']);
    expect(report).toMatchObject({ images: 1, textBoxes: 1 });
  });

  test('headers and footers of the page styles', async () => {
    const master = `<style:master-page style:name="Standard"><style:header>${p('arriba')}</style:header><style:footer>${p('abajo')}</style:footer></style:master-page>`;
    const { blocks } = await read(odt(p('texto'), { pages: { master } }));
    expect(blocks.map(({ container, kind }) => [container, kind])).toEqual([
      ['body', 'paragraph'],
      ['header:1', 'header'],
      ['footer:1', 'footer'],
    ]);
  });
});

describe('what is not simply text', () => {
  test('comments stand at their block', async () => {
    const file = await read(odt(p(`a${b.annotation('Ana', 'Revisar')}b`)));
    expect(file.blocks[0]?.comments).toEqual([{ author: 'Ana', at: '2026-01-02T03:04:05', text: 'Revisar' }]);
    expect(file.report.comments).toBe(1);
  });

  test('tracked changes are read as accepted and counted', async () => {
    const changes =
      '<text:tracked-changes><text:changed-region text:id="c1"><text:insertion/></text:changed-region>' +
      `<text:changed-region text:id="c2"><text:deletion>${p('borrado')}</text:deletion></text:changed-region></text:tracked-changes>`;
    const text = p(
      'a<text:change-start text:change-id="c1"/>b<text:change-end text:change-id="c1"/>c<text:change text:change-id="c2"/>',
    );
    const { blocks, report } = await read(odt(changes + text));
    expect(blocks.map(({ content }) => told(content))).toEqual([[['abc']]]);
    expect([report.trackedInsertions, report.trackedDeletions]).toEqual([1, 1]);
  });

  test('fields are placeholders; a paragraph of nothing else is no unit', async () => {
    const file = await read(
      odt(p('<text:page-number>3</text:page-number>') + p('Hoja <text:page-number>3</text:page-number>')),
    );
    expect(file.blocks.map(({ content }) => told(content))).toEqual([[['Hoja '], 'field']]);
  });

  test('of an index the title is a unit, the rest is made anew', async () => {
    const index = `<text:table-of-content><text:table-of-content-source><text:index-title-template>Índice</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>${p('Índice')}</text:index-title>${p('Uno 1')}</text:index-body></text:table-of-content>`;
    const file = await read(odt(index + h('Uno')));
    expect(texts(file)).toEqual(['Índice', 'Uno']);
    expect(file.report.notes.map(({ code }) => code)).toContain('tableOfContents');
  });

  test('hidden text is a placeholder, hidden sections are said', async () => {
    const automatic = b.textStyle('T1', 'text:display="none"');
    const hidden = `<text:section text:display="none">${p('oculta')}</text:section>`;
    const file = await read(odt(p(`a ${span('secreto', 'T1')}`) + hidden, { automatic }));
    expect(file.blocks.map(({ content }) => told(content))).toEqual([[['a '], 'hidden']]);
    expect(file.report.notes.filter(({ code }) => code === 'hiddenText')).toMatchObject([{ count: 2 }]);
  });

  test('bookmarks at the edges stay out of the text', async () => {
    const { blocks } = await read(
      odt(
        p(
          '<text:bookmark-start text:name="x"/>uno<text:bookmark text:name="y"/> dos<text:bookmark-end text:name="x"/>',
        ),
      ),
    );
    expect(told(blocks[0]?.content ?? [])).toEqual([['uno'], 'bookmark', [' dos']]);
  });
});

describe('slides', () => {
  const notes = `<presentation:notes><draw:page-thumbnail/>${b.box('notes', p('Diga esto'))}</presentation:notes>`;
  const automatic =
    '<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
  const bytes = odp(
    b.page(b.box('title', p('Título')) + b.box('outline', b.list('L', p('Punto'))) + notes) +
      b.page(`<draw:custom-shape>${p('forma')}</draw:custom-shape>`, 'draw:style-name="dp2"'),
    { automatic: automatic + b.listStyle('L') },
  );

  test('are stories, their boxes containers, their notes what the speaker says', async () => {
    const { blocks, report } = await readSlides(bytes);
    expect(blocks.map(({ story, container, kind }) => [story, container, kind])).toEqual([
      ['slide:1', 'slide:1/s1', 'heading'],
      ['slide:1', 'slide:1/s2', 'listItem'],
      ['notes:1', 'notes:1/s1', 'speakerNote'],
      ['slide:2', 'slide:2/s1', 'textBox'],
    ]);
    expect(report).toMatchObject({ slides: 2, hiddenSlides: 1, speakerNotes: 1 });
  });

  test('a text document is not read as slides', async () => {
    await expect(readSlides(odt(p('x')))).rejects.toMatchObject({ code: 'notThisFormat' });
  });
});

test('a flat file is read as its package is', async () => {
  const inner = h('Título') + p('Texto');
  const [flat, packed] = [await read(b.fodt(inner)), await read(odt(inner))];
  expect(flat.blocks.map(({ content, kind }) => [content, kind])).toEqual(
    packed.blocks.map(({ content, kind }) => [content, kind]),
  );
  expect(block(flat, 'Texto').container).toBe('body');
});
