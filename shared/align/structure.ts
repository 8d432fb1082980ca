import type { AlignBlock, Link } from './block.ts';

/** Log odds that two blocks correspond, by what they are and where they stand, the words aside. */
export type StructureScore = (source: number, received: number) => number;

/** Faith in kinds before any link is known: half the blocks are taken to keep theirs. */
const KEPT = 0.5;
const SMOOTHING = 4;
const CAP = 2.5;
const SAME_CELL = 3;
const OTHER_ROW = -0.5;
const OTHER_COLUMN = -2;
const OTHER_TABLE = -2.5;

/**
 * Kinds and levels as they go together in this very pair of files: learnt from `links`, so that a translation whose
 * styles were flattened tells nothing and costs nothing. Without links, equal kinds are somewhat likelier.
 */
export function kindScore(
  source: readonly AlignBlock[],
  received: readonly AlignBlock[],
  links: readonly Link[],
): StructureScore {
  const left = codes(source);
  const right = codes(received);
  const width = right.names.length;
  const joint = new Float64Array(left.names.length * width);
  const leftShare = shares(left);
  const rightShare = shares(right);
  for (const [s, leftName] of left.names.entries()) {
    for (const [r, rightName] of right.names.entries()) {
      const same = leftName === rightName ? 1 / (rightShare[r] as number) : 0;
      joint[s * width + r] = links.length === 0 ? Math.log(KEPT * same + 1 - KEPT) : 0;
    }
  }
  if (links.length > 0) {
    for (const link of links) {
      const cell =
        (left.of[link.source[0] as number] as number) * width + (right.of[link.received[0] as number] as number);
      joint[cell] = (joint[cell] as number) + 1;
    }
    for (let cell = 0; cell < joint.length; cell += 1) {
      const chance = (leftShare[Math.floor(cell / width)] as number) * (rightShare[cell % width] as number);
      const seen = (joint[cell] as number) + SMOOTHING * chance;
      joint[cell] = Math.log(seen / ((links.length + SMOOTHING) * chance));
    }
  }
  return (s, r) => {
    const value = joint[(left.of[s] as number) * width + (right.of[r] as number)] as number;
    return Math.max(-CAP, Math.min(CAP, value));
  };
}

interface Codes {
  readonly of: Int32Array;
  readonly names: readonly string[];
}

function codes(blocks: readonly AlignBlock[]): Codes {
  const names = new Map<string, number>();
  const of = Int32Array.from(blocks, (block) => {
    const name = `${block.kind}:${block.level ?? ''}`;
    const code = names.get(name) ?? names.size;
    names.set(name, code);
    return code;
  });
  return { of, names: [...names.keys()] };
}

function shares({ of, names }: Codes): Float64Array {
  const share = new Float64Array(names.length);
  for (const code of of) share[code] = (share[code] as number) + 1 / of.length;
  return share;
}

interface Cell {
  /** The table's container path, without row and column. */
  readonly table: string;
  readonly row: number;
  readonly column: number;
}

/** The innermost table cell of a container path such as `body/t2r1c3`. */
export function cellOf(container: string): Cell | undefined {
  const match = /^(.*\/t\d+)r(\d+)c(\d+)$/u.exec(container);
  if (match === null) return undefined;
  return { table: match[1] ?? '', row: Number(match[2]), column: Number(match[3]) };
}

/**
 * Tables: cells at the same place of corresponding tables belong together. Which tables correspond is voted by `links`;
 * without links only columns are compared. Where a side has no tables at all (flattened), nothing is said.
 */
export function cellScore(
  source: readonly AlignBlock[],
  received: readonly AlignBlock[],
  links: readonly Link[],
): StructureScore {
  const left = source.map((block) => cellOf(block.container));
  const right = received.map((block) => cellOf(block.container));
  if (!left.some(Boolean) || !right.some(Boolean)) return () => 0;
  const partner = tablePartners(left, right, links);
  return (s, r) => {
    const a = left[s];
    const b = right[r];
    if (a === undefined && b === undefined) return 0;
    if (a === undefined || b === undefined) return OTHER_TABLE;
    const expected = partner.get(a.table);
    if (expected !== undefined && expected !== b.table) return OTHER_TABLE;
    if (a.column !== b.column) return OTHER_COLUMN;
    if (expected === undefined) return 0;
    return a.row === b.row ? SAME_CELL : OTHER_ROW;
  };
}

function tablePartners(
  left: readonly (Cell | undefined)[],
  right: readonly (Cell | undefined)[],
  links: readonly Link[],
): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const link of links) {
    const a = left[link.source[0] ?? -1];
    const b = right[link.received[0] ?? -1];
    if (a === undefined || b === undefined) continue;
    const row = votes.get(a.table) ?? new Map<string, number>();
    votes.set(a.table, row);
    row.set(b.table, (row.get(b.table) ?? 0) + link.confidence);
  }
  const partner = new Map<string, string>();
  for (const [table, row] of votes) {
    const [best] = [...row].toSorted((x, y) => y[1] - x[1]);
    if (best !== undefined) partner.set(table, best[0]);
  }
  return partner;
}
