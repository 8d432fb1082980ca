import { expect, it } from 'vitest';
import { align } from '#shared/align/align.ts';
import type { AlignBlock } from '#shared/align/block.ts';
import { featuresOf } from '#shared/align/features.ts';
import { randomOf } from '#tests/builders/damage.ts';

/** Texts of made-up words, the same words on both sides only if the seeds are equal. */
function nonsense(count: number, seed: number): readonly AlignBlock[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 2 + Math.floor(random() * 6) }, () => Math.floor(random() * 5000).toString(36));
    return block(words.map((word) => `x${word}`).join(' '));
  });
}

function block(text: string): AlignBlock {
  return { text, kind: 'paragraph', story: 'body', container: 'body', placeholders: [] };
}

function stop(): never {
  throw new Error('stop');
}

function coversAll(links: ReturnType<typeof align>, source: number, received: number): boolean {
  const left = links.flatMap((link) => link.source).toSorted((a, b) => a - b);
  const right = links.flatMap((link) => link.received).toSorted((a, b) => a - b);
  return (
    left.length === source &&
    right.length === received &&
    left.every((s, index) => s === index) &&
    right.every((r, index) => r === index)
  );
}

it('takes 20,000 unrelated blocks a side', () => {
  const links = align(nonsense(20_000, 1), nonsense(20_000, 2));
  expect(coversAll(links, 20_000, 20_000)).toBe(true);
}, 180_000);

it('takes a translation of a small part of a long original', () => {
  const source = nonsense(6000, 3);
  const received = source.slice(4000, 4300);
  const links = align(source, received);
  expect(coversAll(links, 6000, 300)).toBe(true);
  expect(
    links.filter((link) => link.received[0] !== undefined && link.source[0] === link.received[0] + 4000),
  ).toHaveLength(300);
});

it('takes blocks without words', () => {
  const links = align(['', '—', '***', ''].map(block), ['', '***'].map(block));
  expect(coversAll(links, 4, 2)).toBe(true);
});

it('takes one text a thousand times over', () => {
  const same = nonsense(1, 5).flatMap((block) => Array.from({ length: 1000 }, () => block));
  expect(coversAll(align(same, same.slice(0, 400)), 1000, 400)).toBe(true);
});

it.each([
  ['an empty original', 0, 40],
  ['an empty translation', 40, 0],
  ['one block against many', 1, 40],
  ['many against one', 40, 1],
])('takes %s', (_, source, received) => {
  expect(coversAll(align(nonsense(source, 7), nonsense(received, 7)), source, received)).toBe(true);
});

it('takes a translation in reversed order', () => {
  const source = nonsense(300, 8);
  const links = align(source, source.toReversed());
  expect(coversAll(links, 300, 300)).toBe(true);
  expect(links.filter((link) => link.source[0] === 299 - (link.received[0] ?? 0)).length).toBeGreaterThan(150);
});

it('takes a translation half as long', () => {
  const source = nonsense(300, 9);
  const halves = source.map(({ text }) => block(text.slice(0, Math.ceil(text.length / 2))));
  const links = align(source, halves);
  expect(coversAll(links, 300, 300)).toBe(true);
  expect(links.filter((link) => link.source.join() === link.received.join()).length).toBeGreaterThan(270);
});

it('takes half characters, pictures and nothing', () => {
  const odd = ['\uD800 a', '\u0000', '😀', '👍🏽', '\u200B'].map(block);
  expect(coversAll(align(odd, odd.toReversed()), 5, 5)).toBe(true);
});

it('parts words where the script does not', () => {
  expect(featuresOf(block('会議の予算'))).toEqual(expect.arrayContaining(['会議', '予算']));
});

it('stops when asked between passes', () => {
  expect(() => align(nonsense(10, 6), nonsense(10, 6), { checkpoint: stop })).toThrow('stop');
});
