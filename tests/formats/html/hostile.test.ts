import { describe, expect, test } from 'vitest';
import { htmlFormat } from '#main/formats/html/index.ts';
import { lines } from '#tests/formats/flat/rig.ts';

function read(page: string): ReturnType<typeof htmlFormat.read> {
  return htmlFormat.read(Buffer.from(page));
}

describe('pages made to break a reader', () => {
  test('a hundred thousand elements inside each other are refused', async () => {
    await expect(read('<div>'.repeat(100_000))).rejects.toMatchObject({ code: 'tooDeep' });
  });

  test('elements left open that every paragraph would repeat are refused', async () => {
    const open = Array.from({ length: 500 }, (_, index) => `<b id=${index}>`).join('');
    await expect(read(`<p>${open}${'<p>x'.repeat(10_000)}`)).rejects.toMatchObject({
      code: expect.stringMatching(/tooDeep|tooManyNodes/u),
    });
  });

  test('an attribute of ten million letters is read over', async () => {
    expect(lines(await read(`<p data-x="${'x'.repeat(10_000_000)}">Hola</p>`))).toEqual(['body paragraph Hola']);
  });

  test('null bytes and halves of characters are no text', async () => {
    expect(lines(await read('<p>Ho\u0000la &#xD800;&#0;</p>'))).toEqual(['body paragraph Hola \uFFFD\uFFFD']);
  });

  test('text the parser moves out of a table is shown and protected', async () => {
    const file = await read('<p>x</p>a<table>b<tr><td>c</table>');
    expect(lines(file)).toEqual(['body paragraph x', 'body paragraph {object}', 'body/t1r1c1 tableCell c']);
    expect(file.blocks[1]?.content).toMatchObject([{ label: 'ab' }]);
  });

  test('a file too large for text is refused before it is decoded', async () => {
    await expect(htmlFormat.read(new Uint8Array(70_000_000))).rejects.toMatchObject({ code: 'fileTooLarge' });
  });
});
