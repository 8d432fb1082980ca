import { expect, test } from 'vitest';
import { keepLooks } from '#shared/text/keep-looks.ts';
import { plain, textRun, type Content } from '#shared/model/content.ts';

const image = { placeholder: 3, kind: 'image', label: 'foto' } as const;
const before: Content = [
  textRun('Lea la '),
  textRun('Ley 482', ['bold'], { link: 'https://a.bo' }),
  textRun(' hoy '),
  image,
  textRun('.'),
];

test('words that stay keep their looks', () => {
  expect(keepLooks(before, [...plain('Revise la Ley 482 hoy '), image, ...plain('.')])).toEqual([
    textRun('Revise la '),
    textRun('Ley 482', ['bold'], { link: 'https://a.bo' }),
    textRun(' hoy '),
    image,
    textRun('.'),
  ]);
});

test('a replaced passage takes the look of what it replaces', () => {
  expect(keepLooks([textRun('la '), textRun('norma', ['italic'])], plain('la ley'))).toEqual([
    textRun('la '),
    textRun('ley', ['italic']),
  ]);
});

test('text added behind a link is no link', () => {
  expect(keepLooks([textRun('ver', ['bold'], { link: 'https://a.bo' })], plain('ver aquí'))).toEqual([
    textRun('ver', ['bold'], { link: 'https://a.bo' }),
    textRun(' aquí', ['bold']),
  ]);
});

test('nothing before, nothing to keep', () => {
  expect(keepLooks([], plain('nuevo'))).toEqual(plain('nuevo'));
  expect(keepLooks(before, [])).toEqual([]);
});

test('a doubled bracket counts as one character', () => {
  expect(keepLooks([textRun('a ⟦ '), textRun('b', ['bold'])], plain('a ⟦ c b'))).toEqual([
    textRun('a ⟦ c '),
    textRun('b', ['bold']),
  ]);
});
