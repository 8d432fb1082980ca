import { expect, it } from 'vitest';
import { align } from '#shared/align/align.ts';
import type { AlignBlock } from '#shared/align/block.ts';
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

it('stops when asked between passes', () => {
  expect(() => align(nonsense(10, 6), nonsense(10, 6), { checkpoint: stop })).toThrow('stop');
});
