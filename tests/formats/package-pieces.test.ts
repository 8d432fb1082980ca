import { expect, test } from 'vitest';
import { Splicer } from '#main/formats/common/splice.ts';
import { encodeChanged } from '#main/formats/package/piecewise.ts';
import { decodePart, encodePart, type PartText } from '#main/formats/package/xml-text.ts';

const OLD: PartText = { text: '<a>uno 😀 dos</a>', encoding: 'utf-8' };

function encoded(text: string, cuts: number, old: PartText = OLD): Uint8Array | undefined {
  const pieces = Array.from({ length: Math.ceil(text.length / cuts) }, (_, at) =>
    text.slice(at * cuts, (at + 1) * cuts),
  );
  return encodeChanged(old, 10, pieces);
}

test.each([1, 3, 70_000, 1_000_000])('pieces of %i are encoded as the whole is, amid surrogate pairs too', (cuts) => {
  const text = `<a>${'😀 ñandú – '.repeat(40_000)}</a>`;
  expect(Buffer.compare(encoded(text, cuts) ?? new Uint8Array(), encodePart({ text, encoding: 'utf-8' }))).toBe(0);
});

test.each(['utf-16le', 'utf-16be'] as const)('pieces are encoded in the %s the part had', (encoding) => {
  const text = '\uFEFF<?xml version="1.0"?><a>tres 😀</a>';
  expect(decodePart(encoded(text, 5, { text: '\uFEFF<a/>', encoding }) ?? new Uint8Array(), 'a.xml')).toEqual({
    text,
    encoding,
  });
});

test('pieces that say what was there are no change', () => {
  expect(encoded(OLD.text, 4)).toBeUndefined();
});

test.each(['<a>uno', `${OLD.text}\n`, OLD.text.replace('dos', 'dós')])('%j is a change', (text) => {
  expect(Buffer.from(encoded(text, 4) ?? []).toString()).toBe(text);
});

test('the pieces of a spliced text are what it renders', () => {
  const splicer = new Splicer('<p><b>uno</b></p>');
  splicer.add({ start: 0, end: 17, render: () => `<q>${splicer.slice(3, 13)}</q>` });
  splicer.replace(6, 9, 'dos');
  splicer.replace(17, 17, '<r/>');
  expect([...splicer.pieces()].join('')).toBe('<q><b>dos</b></q><r/>');
  expect(splicer.render()).toBe('<q><b>dos</b></q><r/>');
});
