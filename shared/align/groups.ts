import type { AlignBlock, Link } from './block.ts';
import type { Side } from './features.ts';
import type { StructureScore } from './structure.ts';

/** Blocks that are aligned with each other: one kind of story, in reading order, as indices into the whole lists. */
export interface Group {
  readonly name: string;
  readonly source: readonly number[];
  readonly received: readonly number[];
}

/**
 * Stories that stand for each other: a translator may turn end notes into footnotes, and the slides of a presentation
 * are its body, on which its notes, charts and alternative texts hang.
 */
const ALIKE: Readonly<Record<string, string>> = { footnote: 'note', endnote: 'note', slide: 'body' };

function groupName(block: AlignBlock): string {
  const name = block.story.split(':', 1)[0] ?? '';
  return ALIKE[name] ?? name;
}

/** Splits both sides by kind of story; the body comes first. */
export function groupsOf(source: readonly AlignBlock[], received: readonly AlignBlock[]): readonly Group[] {
  const bySource = Map.groupBy(source.keys(), (index) => groupName(source[index] as AlignBlock));
  const byReceived = Map.groupBy(received.keys(), (index) => groupName(received[index] as AlignBlock));
  const names = new Set(['body', ...bySource.keys(), ...byReceived.keys()]);
  return [...names].map((name) => ({
    name,
    source: bySource.get(name) ?? [],
    received: byReceived.get(name) ?? [],
  }));
}

/** The blocks of one group as a side of its own; words keep their numbers. */
export function pick(side: Side, indices: readonly number[]): Side {
  return {
    ...side,
    blocks: indices.map((index) => side.blocks[index] as AlignBlock),
    tokens: indices.map((index) => side.tokens[index] as Int32Array),
    lengths: Float64Array.from(indices, (index) => side.lengths[index] as number),
  };
}

const SAME_OWNER = 3;
const OTHER_OWNER = -3;

/**
 * Notes, text boxes and alternative texts belong to the body block before them: where those are linked, so should they
 * be. Headers and footers have no owner.
 */
export function ownerScore(
  group: Group,
  source: readonly AlignBlock[],
  received: readonly AlignBlock[],
  bodyLinks: readonly Link[],
): StructureScore {
  if (group.name === 'body' || group.name === 'header' || group.name === 'footer') return () => 0;
  const partner = new Map<number, ReadonlySet<number>>();
  for (const link of bodyLinks) {
    for (const index of link.source) partner.set(index, new Set(link.received));
  }
  const left = owners(group.source, source);
  const right = owners(group.received, received);
  return (s, r) => {
    const expected = partner.get(left[s] as number);
    if (expected === undefined || expected.size === 0) return 0;
    return expected.has(right[r] as number) ? SAME_OWNER : OTHER_OWNER;
  };
}

function owners(indices: readonly number[], blocks: readonly AlignBlock[]): Int32Array {
  return Int32Array.from(indices, (index) => {
    let owner = index;
    while (owner >= 0 && groupName(blocks[owner] as AlignBlock) !== 'body') owner -= 1;
    return owner;
  });
}

/** Per block, 1 where a link may take it together with the next: neighbours in the file and of one container. */
export function joinsNext(blocks: readonly AlignBlock[], indices: readonly number[]): Uint8Array {
  return Uint8Array.from(blocks, (block, index) => {
    const next = blocks[index + 1];
    return next?.container === block.container && indices[index + 1] === (indices[index] as number) + 1 ? 1 : 0;
  });
}
