import { describe, expect, test } from 'vitest';
import type { SlideBox } from '#shared/model/slides.ts';
import { pptxFormat } from '#main/formats/pptx/index.ts';
import * as make from '#tests/builders/pptx/index.ts';
import { edit, read } from './rig.ts';

const { title, body, box, group, r, slide, pptx } = make;

async function boxes(bytes: Uint8Array): Promise<readonly SlideBox[]> {
  return (await pptxFormat.slides?.(bytes))?.[0]?.boxes ?? [];
}

/** What is found when the text of a shape that says “Short” becomes another. */
async function codes(shape: string, text: string): Promise<readonly string[]> {
  return (await edit(pptx([slide(shape)]), { change: { Short: text } })).findings.map(({ code }) => code);
}

describe('where boxes stand, in millimetres', () => {
  test('a placeholder without a place of its own stands where the layout has it', async () => {
    expect(await boxes(pptx([slide(title('Welcome'), body('Text'))]))).toMatchObject([
      { what: 'title', x: 12.7, y: 7.63, width: 228.6, height: 31.75, fontSize: 44 },
      { what: 'text', x: 12.7, y: 44.45, width: 228.6, fontSize: 28 },
    ]);
  });

  test('a group stretches and moves what is in it', async () => {
    const deck = pptx([
      slide(group([3_600_000, 360_000, 720_000, 720_000], 2, box({ at: [36_000, 72_000, 180_000, 90_000] }, 'x'))),
    ]);
    expect(await boxes(deck)).toMatchObject([{ x: 102, y: 14, width: 10, height: 5, fontSize: 18 }]);
  });

  test('a table names its cells, a chart its words, a picture its description', async () => {
    const deck = pptx([slide(make.table(['A']), make.picture('rId3', 'A town hall'))]);
    const file = await read(deck);
    const found = await boxes(deck);
    expect(found.map(({ what }) => what)).toEqual(['table', 'picture']);
    expect(file.blocks[0]?.container).toBe(`${found[0]?.container}r1c1`);
    expect(file.blocks[1]?.container).toBe(found[1]?.container);
  });

  test('whether the box or its text gives way is told, shrunk letters at their size', async () => {
    const shrunk = box({ fit: '<a:normAutofit fontScale="50000"/>' }, 'x');
    expect(await boxes(pptx([slide(shrunk, box({ fit: '<a:spAutoFit/>' }, 'y'))]))).toMatchObject([
      { fits: 'shrinks', fontSize: 9 },
      { fits: 'grows', fontSize: 18 },
    ]);
  });

  test('the slide tells its size and whether it is hidden', async () => {
    const facts = await pptxFormat.slides?.(pptx([{ ...slide(title('x')), hidden: true }]));
    expect(facts).toMatchObject([{ number: 1, story: 'slide:1', hidden: true, width: 254, height: 190.5 }]);
  });
});

describe('text that no longer fits its box is a finding', () => {
  const at = [0, 0, 3_600_000, 720_000] as const;
  const long = 'Una frase bastante más larga que la de antes, que ya no cabe en dos renglones';
  test('when it fitted before', async () => {
    expect(await codes(box({ at }, 'Short'), long)).toEqual(['boxOverflow']);
    expect(await codes(box({ at }, 'Short'), 'Breve')).toEqual([]);
  });

  test('not when the box grows with it', async () => {
    expect(await codes(box({ at, fit: '<a:spAutoFit/>' }, 'Short'), long)).toEqual([]);
  });

  test('not when it was too long before', async () => {
    expect(await codes(box({ at }, r(`Short ${long}`)), `${long} ${long}`)).toEqual([]);
  });

  test('a little more is shrunk by the program where the box says so', async () => {
    const shrinks = '<a:normAutofit/>';
    expect(await codes(box({ at, fit: shrinks }, 'Short'), long.slice(0, 40))).toEqual([]);
    expect(await codes(box({ at, fit: shrinks }, 'Short'), long.repeat(3))).toEqual(['boxOverflow']);
  });
});
