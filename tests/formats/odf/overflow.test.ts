import { describe, expect, test } from 'vitest';
import { odpFormat } from '#main/formats/odf/index.ts';
import * as b from '#tests/builders/odf/index.ts';
import { edit } from './rig.ts';

const LONG = 'Una frase bastante más larga que la de antes, que ya no cabe en tres renglones de una diapositiva. ';
const LETTERS = '<style:text-properties fo:font-size="28pt"/>';

/** What is found when the text of a box that says “Short” becomes another; `graphic`: properties of the box. */
async function codes(text: string, graphic = '', more = ''): Promise<readonly string[]> {
  const style = `<style:style style:name="pr1" style:family="presentation"><style:graphic-properties ${graphic}/>${LETTERS}</style:style>`;
  const shape = b
    .box('outline', b.p(`Short${more}`))
    .replace('<draw:frame', '<draw:frame presentation:style-name="pr1"');
  const deck = b.odp(b.page(shape), { automatic: style });
  const { findings } = await edit(deck, { change: { [`Short${more}`]: text }, format: odpFormat });
  return findings.map(({ code }) => code);
}

describe('text that no longer fits its box on the slide is a finding', () => {
  test('when it fitted before', async () => {
    expect(await codes(LONG)).toEqual(['boxOverflow']);
    expect(await codes('Breve')).toEqual([]);
  });

  test('not when the box grows with it', async () => {
    expect(await codes(LONG, 'draw:auto-grow-height="true"')).toEqual([]);
  });

  test('not when it was too long before', async () => {
    expect(await codes(`${LONG}${LONG}`, '', LONG)).toEqual([]);
  });

  test('a little more is shrunk by the program where the box says so', async () => {
    expect(await codes(LONG.slice(0, 60))).toEqual(['boxOverflow']);
    const shrinks = 'draw:fit-to-size="shrink-to-fit"';
    expect(await codes(LONG.slice(0, 60), shrinks)).toEqual([]);
    expect(await codes(LONG.repeat(4), shrinks)).toEqual(['boxOverflow']);
  });
});

test('cells of a table on a slide, whose rows grow, are none', async () => {
  const table = `<draw:frame svg:x="1cm" svg:y="1cm" svg:width="2cm" svg:height="1cm">${b.table([b.p('Short')])}</draw:frame>`;
  const { findings } = await edit(b.odp(b.page(table)), { change: { Short: LONG }, format: odpFormat });
  expect(findings).toEqual([]);
});
