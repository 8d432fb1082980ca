/** What formats tell a print beside the blocks of their texts. */
import { describe, expect, test } from 'vitest';
import { factsOf } from '#main/bundles/html/facts.ts';
import { renderPrintHtml } from '#main/bundles/html/render.ts';
import { docxFormat } from '#main/formats/docx/index.ts';
import type { Format } from '#main/formats/format.ts';
import { PLAIN_LAYOUT } from '#main/formats/file-layout.ts';
import { htmlFormat } from '#main/formats/html/index.ts';
import { odpFormat, odtFormat } from '#main/formats/odf/index.ts';
import { pptxFormat } from '#main/formats/pptx/index.ts';
import * as docx from '#tests/builders/docx/index.ts';
import * as odf from '#tests/builders/odf/index.ts';
import { chart, chartSlide, diagramData, diagramDrawing, pptx } from '#tests/builders/pptx/index.ts';
import { part } from '#tests/formats/odf/rig.ts';

/** What stands between the body's tags. */
async function body(format: Format, bytes: Uint8Array): Promise<string> {
  const { blocks } = await format.read(bytes);
  const layout = (await format.layout?.(bytes)) ?? PLAIN_LAYOUT;
  const request = { title: 'Título', language: 'es-BO', notesTitle: 'Notas', blocks, facts: factsOf(layout) };
  return /<body>(.*)<\/body>/su.exec(renderPrintHtml(request).html)?.[1] ?? '';
}

const page = async (html: string): Promise<string> => await body(htmlFormat, Buffer.from(html));

describe('the words of a drawing stand behind the text that shows it', () => {
  test('of a chart in a DOCX', async () => {
    const extra = [{ name: 'word/charts/chart1.xml', data: chart('Oficinas', ['Enero'], ['Norte', 'Sur']) }];
    const shown = docx.p('antes ', docx.chart('charts/chart1.xml'));
    expect(await body(docxFormat, docx.docxWith({ extra }, shown, docx.p('después')))).toBe(
      '<p>antes </p><aside class="box words"><p>Oficinas</p><p>Enero</p><p>Norte</p><p>Sur</p></aside><p>después</p>',
    );
  });

  test('of a diagram in a DOCX', async () => {
    const extra = [
      { name: 'word/diagrams/data1.xml', data: diagramData(['Plan', 'Acción'], 'rId2') },
      { name: 'word/diagrams/drawing1.xml', data: diagramDrawing(['Plan', 'Acción']) },
    ];
    const shown = docx.p('antes ', docx.diagram('diagrams/data1.xml', 'diagrams/drawing1.xml'));
    expect(await body(docxFormat, docx.docxWith({ extra }, shown))).toBe(
      '<p>antes </p><aside class="box words"><p>Plan</p><p>Acción</p></aside>',
    );
  });

  test('of a chart in a PPTX', async () => {
    expect(await body(pptxFormat, pptx([chartSlide('Oficinas', ['Abiertas'], ['Norte'])]))).toBe(
      '<aside class="box words"><p>Oficinas</p><p>Abiertas</p><p>Norte</p></aside>',
    );
  });

  test('of a chart in an ODT', async () => {
    const drawn = `<office:chart><chart:chart><chart:title>${odf.p('Oficinas')}</chart:title></chart:chart></office:chart>`;
    const data = part(odf.odt('')).replace(/<office:text>.*<\/office:text>/su, drawn);
    const frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>';
    const extra = [{ name: 'Object 1/content.xml', data }];
    expect(await body(odtFormat, odf.odt(odf.p(`antes ${frame}`), { extra }))).toBe(
      '<p>antes </p><aside class="box words"><p>Oficinas</p></aside>',
    );
  });
});

describe('a table of a page', () => {
  test('keeps its spans, its empty cells and the rows that head it', async () => {
    const html = await page(
      '<table><thead><tr><td colspan=2>Qué<tbody><tr><td>nada</table><table><tr><th>A<th>B<tr><td rowspan=0>uno<td><tr><td>dos</table>',
    );
    expect(html).toBe(
      '<table><thead><tr><th scope="col" colspan="2"><p>Qué</p></th></tr></thead>' +
        '<tbody><tr><td><p>nada</p></td></tr></tbody></table><table><thead><tr><th scope="col"><p>A</p></th><th scope="col"><p>B</p></th></tr></thead>' +
        '<tbody><tr><td rowspan="2"><p>uno</p></td><td></td></tr><tr><td><p>dos</p></td></tr></tbody></table>',
    );
  });

  test('stands with its caption where the page has it', async () => {
    expect(await page('<p>antes<table><caption>Plazos</caption><tr><td>uno</table><p>después')).toBe(
      '<p>antes</p><p class="caption">Plazos</p><table><tbody><tr><td><p>uno</p></td></tr></tbody></table><p>después</p>',
    );
  });

  test('may stand in a cell of another', async () => {
    expect(await page('<table><tr><td>a<table><tr><td>b</table></table>')).toBe(
      '<table><tbody><tr><td><p>a</p><table><tbody><tr><td><p>b</p></td></tr></tbody></table></td></tr></tbody></table>',
    );
  });

  test('spans no more than a page can show', async () => {
    expect(await page('<table><tr><td colspan=2000000000 rowspan=-3>a</table>')).toContain('<td colspan="1000"><p>a');
  });
});

test('a presentation of OpenDocument is printed as text, slide by slide, tables and what is said beside it too', async () => {
  const notes = `<presentation:notes>${odf.box('notes', odf.p('Diga esto'))}</presentation:notes>`;
  const table = `<draw:frame>${odf.table([odf.p('celda')])}</draw:frame>`;
  const first = odf.page(odf.box('title', odf.p('Uno')) + odf.box('subtitle', odf.p('bajo')) + table + notes);
  expect(await body(odpFormat, odf.odp(first + odf.page(odf.box('title', odf.p('Dos')))))).toBe(
    '<h1>Uno</h1><p>bajo</p><table><tbody><tr><td><p>celda</p></td></tr></tbody></table>' +
      '<aside class="box"><p>Diga esto</p></aside><h1>Dos</h1>',
  );
});
