import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, expect, test } from 'vitest';
import { printWithElectron } from '#scripts/print.ts';

const PAGE = `<!doctype html><html lang="es-BO"><head><title>Guía de prueba</title>
<link rel="stylesheet" href="/fonts/noto-sans.css">
<style>@page { size: 200mm 150mm; margin: 20mm } body { font-family: 'Noto Sans' }</style></head>
<body><h1>Capítulo único</h1><p>¿Añadir ẽ, ü, ï y ʼ?</p><h2>Sección</h2><p>Fin.</p>
<img src="https://example.org/x.png" alt="">
<script>document.body.textContent = 'script ran'</script></body></html>`;

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;
let pdf: Pdf;

beforeAll(async () => {
  const data = await printWithElectron(PAGE, {
    headerTemplate: '<div style="font-size: 9px">Cabecera <span class="title"></span></div>',
    footerTemplate:
      '<div style="font-size: 9px"><span class="pageNumber"></span> de <span class="totalPages"></span></div>',
  });
  pdf = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
});

async function text(): Promise<string> {
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const strings = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
  return strings.join('').replaceAll(/\s+/gu, ' ');
}

test('the page has the size of its own @page rule', async () => {
  const [, , width, height] = (await pdf.getPage(1)).view;
  expect([Math.round(((width ?? 0) / 72) * 25.4), Math.round(((height ?? 0) / 72) * 25.4)]).toEqual([200, 150]);
});

test('text comes through with the letters of Bolivia’s languages', async () => {
  expect((await text()).normalize('NFC')).toContain('¿Añadir ẽ, ü, ï y ʼ?');
});

test('header and footer are filled in', async () => {
  expect(await text()).toMatch(/Cabecera Guía de prueba.*1 de 1/u);
});

test('no script runs', async () => {
  expect(await text()).not.toContain('script ran');
});

test('headings become the outline', async () => {
  const outline = await pdf.getOutline();
  expect(outline.map(({ title, items }) => [title, ...items.map((item) => item.title)])).toEqual([
    ['Capítulo único', 'Sección'],
  ]);
});

test('it is tagged', async () => {
  const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
  expect([...tree.matchAll(/"role":"(H\d|P)"/gu)].map((match) => match[1])).toEqual(['H1', 'P', 'H2', 'P']);
});

test('it has the language and title of the page', async () => {
  const { info } = (await pdf.getMetadata()) as { info: { Language?: string; Title?: string } };
  expect({ language: info.Language, title: info.Title }).toEqual({ language: 'es-BO', title: 'Guía de prueba' });
});
