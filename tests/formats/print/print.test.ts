import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { factsOf } from '#main/bundles/html/facts.ts';
import { renderPrintHtml } from '#main/bundles/html/render.ts';
import type { PrintOutput, PrintRequest } from '#main/bundles/html/types.ts';
import { docxFormat } from '#main/formats/docx/index.ts';
import { readDocxLayout } from '#main/formats/docx/layout.ts';
import * as b from '#tests/builders/docx/index.ts';
import { hugePng } from '#tests/builders/hostile/documents.ts';

const { docx, docxWith, p } = b;

async function print(bytes: Uint8Array, more: Partial<PrintRequest> = {}): Promise<PrintOutput> {
  const [{ blocks }, layout] = [await docxFormat.read(bytes), await readDocxLayout(bytes)];
  return renderPrintHtml({
    title: 'Título',
    language: 'es-BO',
    blocks,
    facts: factsOf(layout),
    notesTitle: 'Notas',
    ...more,
  });
}

/** What stands between the body's tags. */
async function body(bytes: Uint8Array, more: Partial<PrintRequest> = {}): Promise<string> {
  const { html } = await print(bytes, more);
  return /<body>(.*)<\/body>/su.exec(html)?.[1] ?? '';
}

/** A list label as it stands before its text. */
function label(text: string): string {
  return `<span class="label">${text}</span> `;
}

function* elements(node: DefaultTreeAdapterTypes.ParentNode): Generator<DefaultTreeAdapterTypes.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    yield child;
    yield* elements(child);
  }
}

describe('structure', () => {
  test('headings keep their level and number, deeper than six as the sixth', async () => {
    const deep = p({ properties: '<w:outlineLvl w:val="7"/>' }, 'Hondo');
    expect(await body(docx(b.h(1, 'Uno'), b.h(3, 'Tres'), deep))).toBe(
      '<h1>Uno</h1><h3>Tres</h3><h6 aria-level="8">Hondo</h6>',
    );
  });

  test('list items nest by level and show their labels as text', async () => {
    const html = await body(docx(b.li(1, 'uno'), b.li(2, 'dos'), b.li(1, 'tres'), p('fin')));
    expect(html).toBe(
      `<ul><li>${label('1.')}uno<ul><li>${label('a)')}dos</li></ul></li><li>${label('2.')}tres</li></ul><p>fin</p>`,
    );
  });

  test('tables keep their spans and the rows that head each page', async () => {
    const html = await body(
      docx(
        b.tbl(
          b.headerRow(b.tc({ span: 2 }, 'ancho')),
          b.tr(b.tc({ merge: 'restart' }, 'alto'), 'b'),
          b.tr(b.tc({ merge: 'continue' }, p()), 'c'),
        ),
      ),
    );
    expect(html).toContain('<thead><tr><th scope="col" colspan="2"><p>ancho</p></th></tr></thead>');
    expect(html).toContain(
      '<tbody><tr><td rowspan="2"><p>alto</p></td><td><p>b</p></td></tr><tr><td><p>c</p></td></tr></tbody>',
    );
  });

  test('a table stands where it stands, one in a cell inside the cell', async () => {
    const html = await body(
      docx(p('antes'), b.tbl(b.tr(b.tc(p('fuera'), b.tbl(['dentro', 'x']), p('fin')), 'y')), p('después')),
    );
    const order = ['antes', '<table>', 'fuera', '<table>', 'dentro', '</table>', 'fin', '</table>', 'después'];
    const places = order.reduce<number[]>(
      (found, word) => [...found, html.indexOf(word, (found.at(-1) ?? -1) + 1)],
      [],
    );
    expect(places.includes(-1)).toBe(false);
  });

  test('an empty cell of a form stays a cell', async () => {
    const html = await body(docx(b.tbl(b.tr('Nombre', b.tc(p())))));
    expect(html).toContain('<td><p>Nombre</p></td><td></td>');
  });

  test('a text box stands apart behind the paragraph it hangs on', async () => {
    expect(await body(docx(p('Antes', b.textBox(p('Dentro'))), p('Fin')))).toBe(
      '<p>Antes</p><aside class="box"><p>Dentro</p></aside><p>Fin</p>',
    );
  });

  test('a page break begins a new page', async () => {
    expect(await body(docx(p('Uno', b.pageBreak(), 'Dos')))).toBe('<p>Uno</p><div class="new-page"></div><p>Dos</p>');
  });
});

describe('notes', () => {
  test('stand at the end, with links both ways', async () => {
    const html = await body(docx(p('Texto', b.footnote(p('Nota')))));
    const id = /id="(n-[0-9a-f]+)-ref"/u.exec(html)?.[1] ?? '';
    expect(html).toContain(`<a href="#${id}" id="${id}-ref" role="doc-noteref">1</a>`);
    expect(html).toContain(
      `<div id="${id}" role="doc-endnote"><p><a href="#${id}-ref" role="doc-backlink" class="label">1</a> Nota</p></div>`,
    );
  });

  test('come in the order of their references, each once', async () => {
    const html = await body(docx(p(b.endnote(p('final'))), b.tbl(b.tr(b.tc(p('x', b.footnote(p('primera')))), 'y'))));
    expect(html.match(/role="doc-endnote"/gu)).toHaveLength(2);
    expect(html.indexOf('final')).toBeLessThan(html.indexOf('primera'));
  });
});

describe('images', () => {
  test('are inside the page with the alternative text as adapted', async () => {
    const html = await body(docx(p('Foto ', b.image('Plaza "Murillo"'))));
    expect(html).toContain(
      `<img src="data:image/png;base64,${Buffer.from(b.PIXEL).toString('base64')}" alt="Plaza &quot;Murillo&quot;"`,
    );
  });

  test('of absurd size are told by their text alone', async () => {
    const html = await body(docx(p(b.image('Mapa', hugePng(30_000)))));
    expect([html.includes('<img'), html.includes('[Mapa]')]).toEqual([false, true]);
  });
});

describe('a stranger’s text', () => {
  const nasty = '<script>alert(1)</script> & "x" \u2028';

  test('is text wherever it stands', async () => {
    const bytes = docxWith(
      { header: [p(nasty)] },
      b.h(1, nasty),
      p(nasty, b.footnote(p(nasty))),
      p(b.image(nasty)),
      b.tbl([nasty, nasty]),
    );
    const { html, headerTemplate = '' } = await print(bytes, { title: nasty, notesTitle: nasty, notice: nasty });
    const all = [...elements(parse(html)), ...elements(parse(headerTemplate))];
    expect(all.filter((element) => element.tagName === 'script')).toEqual([]);
    expect(all.flatMap((element) => element.attrs).filter((attribute) => attribute.name.startsWith('on'))).toEqual([]);
  });

  test('links lead to the web and to mail only', async () => {
    const links = ['https://example.org/', 'javascript:alert(1)', 'file:///etc/passwd'].map((url) =>
      p(b.link(url, 'aquí')),
    );
    expect((await body(docx(...links))).match(/href="[^"]*"/gu)).toEqual(['href="https://example.org/"']);
  });

  test('cannot leave a style attribute', async () => {
    const { facts, ...rest } = {
      facts: factsOf(await readDocxLayout(docx(p('x')))),
      title: '',
      language: 'es',
      notesTitle: '',
    };
    const blocks = [
      { kind: 'paragraph', container: 'body', content: [{ text: 'x', marks: [], format: 'f' }] },
    ] as const;
    const { html } = renderPrintHtml({
      ...rest,
      blocks,
      facts: { ...facts, look: () => ({ color: 'red;background:url(https://x)' }) },
    });
    expect(html).toContain('<body><p>x</p></body>');
  });

  test('cannot claim a page no printer has', async () => {
    const { html } = await print(docx(p({ section: '<w:sectPr><w:pgSz w:w="1" w:h="999999999"/></w:sectPr>' }, 'x')));
    expect(html).toMatch(/@page \{ size: \d{2,4}\.\dmm \d{2,4}\.\dmm;/u);
  });
});

describe('the page', () => {
  test('has the document’s size and margins', async () => {
    const { html } = await print(docx(p('x')));
    expect(html).toContain('@page { size: 210.0mm 297.0mm; margin: 25.0mm 25.0mm 20.0mm 25.0mm; }');
  });

  test('has language, direction and title', async () => {
    const { html } = await print(docx(p('x')), { language: 'ar', title: 'A & B' });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<title>A &amp; B</title>');
  });

  test('has no script and fetches nothing but the typeface', async () => {
    const { html } = await print(docx(p('x', b.image('y'))));
    const all = [...elements(parse(html))];
    const addresses = all
      .flatMap((element) => element.attrs)
      .filter((attribute) => ['src', 'href'].includes(attribute.name));
    expect(addresses.filter(({ value }) => !value.startsWith('data:')).map(({ value }) => value)).toEqual([
      '/fonts/noto-sans.css',
    ]);
  });

  test('header and footer come apart, with page numbers Chromium counts', async () => {
    const footer = [p('Página ', b.simpleField('PAGE', '1'), ' de ', b.simpleField('NUMPAGES', '9'))];
    const output = await print(docxWith({ header: [p('Módulo 2.1')], footer }, p('x')));
    expect(output.headerTemplate).toContain('<span>Módulo 2.1</span>');
    expect(output.footerTemplate).toContain(
      'Página <span class="pageNumber"></span> de <span class="totalPages"></span>',
    );
    expect(output.html).not.toContain('Módulo 2.1');
  });

  test('a footer that only counts pages still counts them', async () => {
    const { footerTemplate } = await print(docxWith({ footer: [p(b.field('PAGE', '1'))] }, p('x')));
    expect(footerTemplate).toContain('<span class="pageNumber"></span>');
  });

  test('paragraphs keep their alignment, their own or their style’s, and the title its size', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>';
    const html = await body(
      docxWith({ styles }, p({ style: 'T' }, 'Manual'), p({ properties: '<w:jc w:val="right"/>' }, 'La Paz')),
    );
    expect(html).toBe('<h1 class="title center">Manual</h1><p class="end">La Paz</p>');
  });

  test('paragraphs on a ground of their own are told apart', async () => {
    const html = await body(
      docx(
        p({ properties: '<w:shd w:val="clear" w:color="auto" w:fill="E6E6E6"/>' }, 'Solo para usted'),
        p({ properties: '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>' }, 'Para todos'),
      ),
    );
    expect(html).toBe('<p class="shaded">Solo para usted</p><p>Para todos</p>');
  });

  test('marks and looks are kept as far as a print in one typeface follows them', async () => {
    expect(await body(docx(p('a', b.b('b'), b.sup('c'), b.red('d'), b.hidden('e'))))).toBe(
      '<p>a<b>b</b><sup>c</sup><span style="color:#ff0000">d</span></p>',
    );
  });

  test('a notice stands under the text', async () => {
    expect(await body(docx(p('x')), { notice: 'No la hizo la ONU' })).toBe(
      '<p>x</p><p class="notice">No la hizo la ONU</p>',
    );
  });
});
