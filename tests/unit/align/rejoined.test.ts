import { describe, expect, it } from 'vitest';
import { align } from '#shared/align/align.ts';
import type { AlignBlock, Link } from '#shared/align/block.ts';
import { corpusPair } from '#tests/builders/align-pairs.ts';

const GAP = 12;
const LONG = 40;

/** Every so often three neighbours of the body that are long enough to be told apart. */
function triples(source: readonly AlignBlock[], received: readonly AlignBlock[]): readonly number[] {
  const fits = (at: number): boolean => {
    const block = source[at];
    if (block?.container !== 'body' || block.text === received[at]?.text) return false;
    return block.text.length > LONG && (received[at]?.text.length ?? 0) > LONG;
  };
  const found: number[] = [];
  for (let at = 1; at < source.length - 3; at += 1) {
    const last = found.at(-1) ?? -GAP;
    if (at - last >= GAP && [at, at + 1, at + 2].every(fits)) found.push(at);
  }
  return found;
}

function join(blocks: readonly (AlignBlock | undefined)[]): AlignBlock {
  const [first, ...rest] = blocks.filter((block) => block !== undefined);
  if (first === undefined) throw new Error('nothing to join');
  return { ...first, text: [first, ...rest].map((block) => block.text).join(' ') };
}

/** The share of `wanted` among the links, each by its source blocks and the number of received ones. */
function shareFound(links: readonly Link[], wanted: readonly (readonly number[])[], received: number): number {
  const keys = new Set(links.map((link) => `${link.source.join()}|${link.received.length}`));
  return wanted.filter((source) => keys.has(`${source.join()}|${received}`)).length / wanted.length;
}

describe('blocks joined', async () => {
  const { source, received } = await corpusPair('d20');
  const starts = triples(source, received);
  const instead = (of: (at: number) => readonly (AlignBlock | undefined)[]): readonly AlignBlock[] =>
    received.flatMap((block, index) => {
      const at = starts.find((start) => index >= start && index <= start + 2);
      if (at === undefined) return [block];
      return index === at ? of(at).filter((part) => part !== undefined) : [];
    });
  const outer = starts.map((at) => [at, at + 2]);
  const middle = starts.map((at) => [at + 1]);

  it('are found over one that was left out', () => {
    const links = align(
      source,
      instead((at) => [join([received[at], received[at + 2]])]),
    );
    expect(shareFound(links, outer, 1)).toBeGreaterThanOrEqual(0.9);
    expect(shareFound(links, middle, 0)).toBeGreaterThanOrEqual(0.9);
  });

  it('are found on the side of the original', () => {
    const links = align(
      instead((at) => [join([received[at], received[at + 2]])]),
      source,
    );
    const turned = links.map((link) => ({ ...link, source: link.received, received: link.source }));
    expect(shareFound(turned, outer, 1)).toBeGreaterThanOrEqual(0.9);
  });

  it('are found over one that was moved to the end', () => {
    const joined = instead((at) => [join([received[at], received[at + 2]])]);
    const links = align(source, [...joined, ...starts.toReversed().flatMap((at) => received[at + 1] ?? [])]);
    expect(shareFound(links, outer, 1)).toBeGreaterThanOrEqual(0.9);
    expect(shareFound(links, middle, 1)).toBeGreaterThanOrEqual(0.9);
  });

  it('are found three in one', () => {
    const links = align(
      source,
      instead((at) => [join([received[at], received[at + 1], received[at + 2]])]),
    );
    expect(
      shareFound(
        links,
        starts.map((at) => [at, at + 1, at + 2]),
        1,
      ),
    ).toBeGreaterThanOrEqual(0.8);
  });

  it('never take in blocks of another container', () => {
    const apart = source.map((block, index) =>
      starts.includes(index - 2) ? { ...block, container: 'body/t9r1c1', kind: 'tableCell' as const } : block,
    );
    const links = align(
      apart,
      instead((at) => [join([received[at], received[at + 2]])]),
    );
    expect(shareFound(links, outer, 1)).toBe(0);
  });
});
