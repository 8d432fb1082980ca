import { describe, expect, test } from 'vitest';
import { fitsBox, linesOf, outgrowsBox, textHeight } from '#shared/text/fits-box.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'palabra').join(' ');

describe('how many lines a text takes', () => {
  test('one for nothing and for a short word', () => {
    expect([linesOf('', 10), linesOf('sí', 10)]).toEqual([1, 1]);
  });

  test('words that do not fit go to the next line', () => {
    expect(linesOf('palabra palabra', 4.5)).toBe(2);
    expect(linesOf('palabra palabra', 9)).toBe(1);
  });

  test('a word wider than the line goes on in the next', () => {
    expect(linesOf('a'.repeat(40), 5)).toBeGreaterThan(3);
  });

  test('line feeds break by themselves', () => {
    expect(linesOf('a\nb\n\nc', 100)).toBe(4);
  });

  test('letters differ in width, Chinese ones are square', () => {
    expect(linesOf('iiiiiiiiii', 5)).toBe(1);
    expect(linesOf('mmmmmmmmmm', 5)).toBe(2);
    expect(linesOf('地方政府', 3)).toBe(2);
  });
});

test('height grows with the size of the letters and the number of paragraphs', () => {
  const one = textHeight([{ text: 'x', size: 10 }], 100);
  expect(one).toBeCloseTo((10 * 1.2 * 25.4) / 72, 5);
  expect(
    textHeight(
      [
        { text: 'x', size: 20 },
        { text: '', size: 10 },
      ],
      100,
    ),
  ).toBeCloseTo(3 * one, 5);
});

test('an indent leaves less room', () => {
  const room = { text: words(12), size: 12 };
  expect(textHeight([{ ...room, indent: 40 }], 80)).toBeGreaterThan(textHeight([room], 80));
});

describe('a box', () => {
  const room = { width: 100, height: 12 };

  test('holds what is low enough, and more where letters may shrink', () => {
    const text = [{ text: words(14), size: 18 }];
    expect(fitsBox([{ text: 'corto', size: 18 }], room)).toBe(true);
    expect(fitsBox(text, room)).toBe(false);
    expect(fitsBox(text, room, 0.5)).toBe(true);
  });

  test('is outgrown only by what fitted before', () => {
    const [short, long] = [[{ text: 'corto', size: 18 }], [{ text: words(40), size: 18 }]];
    expect(outgrowsBox(short, long, room)).toBe(true);
    expect(outgrowsBox(long, [...long, ...long], room)).toBe(false);
    expect(outgrowsBox(long, short, room)).toBe(false);
  });
});
