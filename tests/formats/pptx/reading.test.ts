import { describe, expect, test } from 'vitest';
import { placeholdersOf, textOf, type Content } from '#shared/model/content.ts';
import * as make from '#tests/builders/pptx/index.ts';
import { block, read, told } from './rig.ts';

const { p, pp, r, br, title, body, box, table, group, ph, slide, pptx } = make;

function withId9(shape: string): string {
  return shape.replace(/id="\d+"/u, 'id="9"');
}

/** The content of a paragraph of the parts. */
async function one(...parts: readonly string[]): Promise<Content | undefined> {
  return (await read(pptx([slide(box({}, p(...parts)))]))).blocks[0]?.content;
}

describe('the texts of a slide', () => {
  test('come with the title first, then in the order they are drawn', async () => {
    const file = await read(
      pptx([slide(body('First point', pp('lvl="1"', 'Below it')), title('Welcome'), box({}, 'A box'))]),
    );
    expect(told(file)).toEqual([
      'heading 1: Welcome',
      'listItem 1 •: First point',
      'listItem 2 –: Below it',
      'textBox: A box',
    ]);
    expect(file.blocks.map(({ story }) => story)).toEqual(Array.from({ length: 4 }, () => 'slide:1'));
  });

  test('of groups and tables stand in their place', async () => {
    const at = [0, 0, 100, 100] as const;
    const file = await read(
      pptx([
        slide(
          box({}, 'before'),
          group(at, 1, box({}, 'inside'), group(at, 1, box({}, 'deeper'))),
          table(['A', 'B'], ['C', 'D']),
        ),
      ]),
    );
    expect(told(file)).toEqual([
      'textBox: before',
      'textBox: inside',
      'textBox: deeper',
      'tableCell: A',
      'tableCell: B',
      'tableCell: C',
      'tableCell: D',
    ]);
    expect(block(file, 'D').container).toMatch(/^slide:1\/sp\d+\/t1r2c2$/u);
    expect(file.report).toMatchObject({ tables: 1, textBoxes: 3 });
  });

  test('a shape drawn for new and for old programs is read once', async () => {
    const file = await read(pptx([slide(make.alternate(box({}, 'Once'), box({}, 'Once')))]));
    expect(told(file)).toEqual(['textBox: Once']);
  });

  test('empty paragraphs and slide numbers are no units, a footer is', async () => {
    const number =
      '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>7</a:t></a:fld>';
    const file = await read(
      pptx([slide(body(p(), 'Text'), ph('type="sldNum" idx="12"', p(number)), ph('type="ftr" idx="11"', 'Module 2'))]),
    );
    expect(told(file)).toEqual(['listItem 1 •: Text', 'footer: Module 2']);
  });

  test('two shapes of one id have containers of their own', async () => {
    const file = await read(pptx([slide(withId9(box({}, 'one')), withId9(box({}, 'two')))]));
    expect(file.blocks.map(({ container }) => container)).toEqual(['slide:1/sp9', 'slide:1/sp9_2']);
  });
});

describe('inside a paragraph', () => {
  test('runs that look alike are one, whatever their language', async () => {
    expect(await one(r('One ', 'dirty="0"'), r('text', 'err="1"').replace('en-US', 'es-BO'))).toEqual([
      { text: 'One text', marks: [] },
    ]);
  });

  test('bold, italics, underlining, striking out and raised letters are marks', async () => {
    const content = await one(
      r('a', 'b="1" i="1"'),
      r('b', 'u="sng" strike="sngStrike"'),
      r('c', 'baseline="30000"'),
      r('d', 'baseline="-25000"'),
    );
    expect(content).toMatchObject([
      { marks: ['bold', 'italic'] },
      { marks: ['underline', 'strike'] },
      { marks: ['superscript'] },
      { marks: ['subscript'] },
    ]);
  });

  test('a look beyond the marks is a format, the commonest is none', async () => {
    const content = await one(
      r('Much plain text and '),
      r('red', '', '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'),
    );
    expect(content).toEqual([
      { text: 'Much plain text and ', marks: [] },
      { text: 'red', marks: [], format: expect.any(String) },
    ]);
  });

  test('line breaks, tabs and fields are placeholders', async () => {
    const field =
      '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="CELLRANGE"><a:rPr lang="en-US"/><a:t>12</a:t></a:fld>';
    const content = (await one('a\tb', br, 'c', field)) ?? [];
    expect(textOf(content)).toBe('abc');
    expect(placeholdersOf(content)).toMatchObject([
      { kind: 'tab', label: '\t' },
      { kind: 'break', label: '\n' },
      { kind: 'field', label: '12' },
    ]);
  });

  test('a link tells where it leads, inside the file too', async () => {
    const linked = slide(
      box(
        {},
        p(
          r('UN', '', '<a:hlinkClick r:id="rId7"/>'),
          r('next', '', '<a:hlinkClick r:id="rId8" action="ppaction://hlinksldjump"/>'),
        ),
      ),
    );
    const links = [
      { id: 'rId7', kind: 'hyperlink', name: 'https://un.org/', external: true },
      { id: 'rId8', kind: 'slide', name: 'slides/slide1.xml' },
    ];
    const file = await read(pptx([{ ...linked, parts: links }]));
    expect(file.blocks[0]?.content).toMatchObject([{ link: 'https://un.org/' }, { link: '#ppt/slides/slide1.xml' }]);
    expect(file.report.links).toBe(2);
  });

  test('an equation is a placeholder with its letters as label', async () => {
    const math =
      '<a14:m xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath></a14:m>';
    expect(await one('Let ', math)).toMatchObject([{ text: 'Let ' }, { kind: 'equation', label: 'x=1' }]);
  });
});

describe('what stands beside the slides', () => {
  test('the words of a chart are labels, what series repeat is one, numbers are none', async () => {
    const file = await read(pptx([make.chartSlide('Offices', ['Open', 'Closed'], ['La Paz', 'Oruro', '2024'])]));
    expect(told(file)).toEqual([
      'label: Offices',
      'label: Open',
      'label: La Paz',
      'label: Oruro',
      'label: Closed',
      'altText: A chart of offices',
    ]);
    expect(file.blocks[0]?.story).toBe('chart:1');
  });

  test('the points of a diagram are labels', async () => {
    const file = await read(pptx([make.diagramSlide(['Plan', 'Do'])]));
    expect(told(file)).toEqual(['label: Plan', 'label: Do']);
    expect(file.blocks.map(({ container }) => container)).toEqual(['diagram:1/p1', 'diagram:1/p2']);
  });

  test('speaker notes are a story of their own behind their slide, layouts are not read, hidden slides are told', async () => {
    const file = await read(
      pptx([
        { ...slide(title('One')), notes: ['Say hello', 'Wait'] },
        { ...slide(title('Two')), hidden: true },
      ]),
    );
    expect(told(file)).toEqual(['heading 1: One', 'speakerNote: Say hello', 'speakerNote: Wait', 'heading 1: Two']);
    expect(file.blocks[1]).toMatchObject({ story: 'notes:1' });
    expect(file.report).toMatchObject({ slides: 2, hiddenSlides: 1, speakerNotes: 1 });
  });

  test('comments, old and threaded, stand at their shape with who wrote them', async () => {
    const old =
      '<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm authorId="0" dt="2024-05-02T10:00:00" idx="1"><p:pos x="1" y="1"/><p:text>Too long</p:text></p:cm></p:cmLst>';
    const authors =
      '<p:cmAuthorLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cmAuthor id="0" name="Ana" initials="A" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>';
    const file = await read(
      pptx(
        [
          {
            ...slide(title('One')),
            parts: [{ id: 'rId4', kind: 'comments', name: 'comments/comment1.xml', data: old }],
          },
        ],
        [{ id: 'rId40', kind: 'commentAuthors', name: 'commentAuthors.xml', data: authors }],
      ),
    );
    expect(file.blocks[0]?.comments).toEqual([{ author: 'Ana', at: '2024-05-02T10:00:00', text: 'Too long' }]);
    expect(file.report.comments).toBe(1);
  });

  test('alternative texts are units, pictures are counted', async () => {
    const image = { id: 'rId3', kind: 'image', name: 'media/image1.png', data: new Uint8Array([1]) };
    const file = await read(pptx([{ ...slide(make.picture('rId3', 'A town hall')), parts: [image] }]));
    expect(told(file)).toEqual(['altText: A town hall']);
    expect(file.report.images).toBe(1);
  });
});
