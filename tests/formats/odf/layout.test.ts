import { expect, test } from 'vitest';
import { odpFormat, odtFormat } from '#main/formats/odf/index.ts';
import { hugePng } from '#tests/builders/hostile/documents.ts';
import * as b from '#tests/builders/odf/index.ts';
import { block, read } from './rig.ts';

const { odp, odt, p } = b;

const PAGES = {
  automatic:
    '<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21.59cm" fo:page-height="27.94cm" fo:margin="1in" fo:margin-top="2cm"/></style:page-layout>',
  master: `<style:master-page style:name="Standard" style:page-layout-name="pm1"><style:header>${p('arriba')}</style:header><style:footer>${p('<text:page-number>1</text:page-number> de')}</style:footer></style:master-page>`,
};

test('the page, its header and footer, where pages are numbered', async () => {
  const layout = await odtFormat.layout?.(odt(p('uno'), { pages: PAGES }));
  expect(layout?.page).toEqual({
    width: 215.9,
    height: 279.4,
    margins: { top: 20, right: 25.4, bottom: 25.4, left: 25.4 },
  });
  expect([layout?.running, layout?.numbered]).toEqual([{ header: 'header:1', footer: 'footer:1' }, 'footer']);
  expect([...(layout?.counters.values() ?? [])]).toEqual(['page']);
});

test('tables with header rows, spans and widths', async () => {
  const columns = [1, 3].map(
    (width) =>
      `<style:style style:name="c${width}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  );
  const table =
    '<table:table><table:table-column table:style-name="c1"/><table:table-column table:style-name="c3"/><table:table-header-rows><table:table-row>' +
    `<table:table-cell table:number-columns-spanned="2">${p('a')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>` +
    `<table:table-row><table:table-cell>${p('b')}</table:table-cell><table:table-cell>${p('c')}</table:table-cell></table:table-row></table:table>`;
  const layout = await odtFormat.layout?.(odt(table, { automatic: columns.join('') }));
  expect(layout?.tables.get('body/t1')).toEqual({
    widths: [25, 75],
    rows: [
      { header: true, cells: [{ container: 'body/t1r1c1', columns: 2, rows: 1 }] },
      {
        header: false,
        cells: [
          { container: 'body/t1r2c1', columns: 1, rows: 1 },
          { container: 'body/t1r2c2', columns: 1, rows: 1 },
        ],
      },
    ],
  });
});

test('what hangs on a placeholder, and paragraphs that stand otherwise', async () => {
  const automatic =
    '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:background-color="#eeeeee"/></style:style>';
  const bytes = odt(p(`a${b.note(p('pie'))}${b.image('x.png', 'mapa')}`, 'P1'), { automatic });
  const layout = await odtFormat.layout?.(bytes);
  expect([...(layout?.attached.values() ?? [])]).toEqual([['footnote:1'], ['altText:1']]);
  expect(layout?.paragraphs.get(block(await read(bytes), 'a').anchor)).toEqual({ align: 'center', shaded: true });
});

test('a picture too large to be shown is said and left out', async () => {
  const extra = [{ name: 'Pictures/x.png', data: hugePng(30_000) }];
  const bytes = odt(p(`a${b.image('x.png')}`), { extra });
  expect((await read(bytes)).report.notes).toContainEqual({ code: 'hugeImage', count: 1, detail: 'x.png' });
  expect((await odtFormat.layout?.(bytes))?.pictures.size).toBe(0);
});

test('the boxes of a slide', async () => {
  const table = `<draw:frame svg:x="0cm" svg:y="0cm" svg:width="5cm" svg:height="5cm">${b.table([p('x')])}</draw:frame>`;
  const turned = `<draw:custom-shape svg:width="2cm" svg:height="1cm" draw:transform="rotate (-1.5707963267949) translate (10cm 5cm)">${p('y')}</draw:custom-shape>`;
  const facts = await odpFormat.slides?.(odp(b.page(b.box('title', p('Título')) + table + turned)));
  expect(facts).toMatchObject([
    {
      number: 1,
      story: 'slide:1',
      hidden: false,
      boxes: [
        { container: 'slide:1/s1', what: 'title', x: 10, y: 20, width: 100, height: 30 },
        { container: 'slide:1/s2/t1', what: 'table', x: 0, y: 0, width: 50, height: 50 },
        { container: 'slide:1/s3', what: 'text', x: 85, y: 55, width: 20, height: 10, rotation: 90 },
      ],
    },
  ]);
});
