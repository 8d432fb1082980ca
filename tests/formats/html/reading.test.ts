import { expect, test } from 'vitest';
import { htmlFormat } from '#main/formats/html/index.ts';
import { lines } from '#tests/formats/flat/rig.ts';

async function read(page: string | Uint8Array): Promise<readonly string[]> {
  return lines(await htmlFormat.read(typeof page === 'string' ? Buffer.from(page) : page));
}

async function notes(page: string): Promise<readonly string[]> {
  const { report } = await htmlFormat.read(Buffer.from(page));
  return report.notes.map(({ code, detail }) => `${code} ${detail ?? ''}`.trim());
}

test('headings, paragraphs, items and quotes are blocks, unclosed or not', async () => {
  const page = '<h2>Uno</h2><p>Dos<ul><li>Tres<ul><li>Cuatro</ul><li>Cinco</ul><blockquote>Seis</blockquote>';
  expect(await read(page)).toEqual([
    'body heading2 Uno',
    'body paragraph Dos',
    'body listItem1 Tres',
    'body listItem2 Cuatro',
    'body listItem1 Cinco',
    'body paragraph Seis',
  ]);
});

test('marks, links, breaks and other elements inside a text', async () => {
  expect(
    await read(
      '<p>El <b>kit</b> <em>de <u>la</u></em> <a href="https://un.org">ONU</a><br><span class="x">y</span> más</p>',
    ),
  ).toEqual([
    'body paragraph El /bold:kit/ /italic:de //italic+underline:la/ [ONU](https://un.org){break}{open}y{close} más',
  ]);
});

test('blanks are as the page shows them, except where it keeps them', async () => {
  expect(await read('<p>\n  uno \n\t dos\n</p><pre>\n a\n  b\n</pre>')).toEqual([
    'body paragraph uno dos',
    'body paragraph  a{break}  b',
  ]);
});

test('cells, captions and summaries have containers of their own', async () => {
  expect(
    await read('<table><caption>T</caption><tr><th>A<td><p>B<p>C</table><details><summary>S</summary>D</details>'),
  ).toEqual([
    'body/c1 caption T',
    'body/t1r1c1 tableCell A',
    'body/t1r1c2 tableCell B',
    'body/t1r1c2 tableCell C',
    'body/f1 label S',
    'body paragraph D',
  ]);
});

test('attributes people read are units, and the title and description of the page', async () => {
  const head = '<title>Guía</title><meta name="description" content="Para el taller">';
  expect(
    await read(`${head}<p><img alt="Un mapa" src=x> <input placeholder='Nombre'></p><p title="Nota">T</p>`),
  ).toEqual([
    'head:title label Guía',
    'head:description1 altText Para el taller',
    'body paragraph {image} {object}',
    'altText:1 altText Un mapa',
    'altText:2 altText Nombre',
    'altText:3 altText Nota',
    'body paragraph T',
  ]);
});

test('what must not be translated is protected and said', async () => {
  const page = '<p>Diga <span translate="no">Ctrl+S</span></p><p class="notranslate">x = 1</p>';
  expect(await read(page)).toEqual(['body paragraph Diga {object}']);
  expect(await notes(page)).toEqual(['notTranslatable']);
});

test('scripts, frames and forms are no units and are said', async () => {
  const page =
    '<script>alert(1)</script><form onsubmit="x()"><p>Hola</p></form><iframe src="https://evil.example/">x</iframe><a href=" java\nscript:alert(1)">clic</a>';
  expect(await read(page)).toEqual(['body paragraph Hola', 'body paragraph {object}{open}clic{close}']);
  expect(await notes(page)).toEqual([
    'activeContent script',
    'activeContent form',
    'activeContent on…',
    'activeContent iframe',
    'externalTarget evil.example',
    'activeContent javascript:',
  ]);
});

test('a page is decoded by its mark, by what it declares, or by what it can be', async () => {
  const western = Buffer.from('<meta charset="iso-8859-1"><p>a\u00F1o \u0093x\u0094</p>', 'latin1');
  expect(await read(western)).toEqual(['body paragraph año “x”']);
  expect(await read(Buffer.from('<p>a\u00F1o</p>', 'latin1'))).toEqual(['body paragraph año']);
  expect(await read(Buffer.from('\uFEFF<p>año</p>', 'utf16le'))).toEqual(['body paragraph año']);
  await expect(read('<meta charset="shift_jis"><p>x</p>')).rejects.toMatchObject({ code: 'notUtf8' });
});

test('list labels are those people see', async () => {
  const file = await htmlFormat.read(Buffer.from('<ol type=a start=3><li>x<li>y</ol><ul><li>z</ul>'));
  expect(file.blocks.map((block) => block.label)).toEqual(['c.', 'd.', '•']);
});
