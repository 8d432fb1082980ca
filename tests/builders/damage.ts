import type { AlignBlock, Link } from '#shared/align/block.ts';

export interface DamageOptions {
  readonly seed: number;
  /** Which side suffers. */
  readonly side: 'source' | 'received' | 'both';
  /** Shares of the blocks of a damaged side; by default 5 % dropped, 5 % merged with the next, 2 % moved. */
  readonly dropped?: number;
  readonly merged?: number;
  readonly moved?: number;
  /** Received blocks become body text: kind `paragraph`, no level. */
  readonly flatten?: boolean;
  /** Received blocks lose their tables as well: one container. */
  readonly untable?: boolean;
}

export type TruthType = '1-1' | '1-0' | '0-1' | '1-2' | '2-1' | 'other' | 'moved';

export interface TruthLink extends Omit<Link, 'confidence'> {
  readonly type: TruthType;
  /** False where every block is the same text in both languages. */
  readonly scored: boolean;
}

export interface Damaged {
  readonly source: readonly AlignBlock[];
  readonly received: readonly AlignBlock[];
  readonly truth: readonly TruthLink[];
}

/** A block after damage: the original paragraphs it holds. */
interface Piece {
  readonly block: AlignBlock;
  readonly atoms: readonly number[];
  readonly moved: boolean;
}

/** Damages two lists that are parallel block by block, and writes down the truth as it does so. The same seed gives the same damage. */
export function damage(
  source: readonly AlignBlock[],
  received: readonly AlignBlock[],
  options: DamageOptions,
): Damaged {
  if (source.length !== received.length) throw new Error('the lists are not parallel');
  const random = randomOf(options.seed);
  const same = source.map((block, index) => block.text.trim() === received[index]?.text.trim());
  const left = options.side === 'received' ? pieces(source) : hurt(pieces(source), random, options);
  const right = options.side === 'source' ? pieces(received) : hurt(pieces(received), random, options);
  return {
    source: left.map((piece) => piece.block),
    received: right.map((piece) => flattened(piece.block, options)),
    truth: truthOf(left, right, same),
  };
}

/** Numbers in [0, 1) that depend on the seed only (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pieces(blocks: readonly AlignBlock[]): readonly Piece[] {
  return blocks.map((block, index) => ({ block, atoms: [index], moved: false }));
}

function hurt(list: readonly Piece[], random: () => number, options: DamageOptions): readonly Piece[] {
  const kept = list.filter(() => random() >= (options.dropped ?? 0.05));
  const merged: Piece[] = [];
  for (let index = 0; index < kept.length; index += 1) {
    const piece = kept[index] as Piece;
    const next = kept[index + 1];
    const joins = random() < (options.merged ?? 0.05) && next?.block.container === piece.block.container;
    merged.push(joins && next !== undefined ? join(piece, next) : piece);
    if (joins) index += 1;
  }
  return shuffled(merged, random, options.moved ?? 0.02);
}

function join(a: Piece, b: Piece): Piece {
  const text = `${a.block.text} ${b.block.text}`;
  const placeholders = [...a.block.placeholders, ...b.block.placeholders];
  return { block: { ...a.block, text, placeholders }, atoms: [...a.atoms, ...b.atoms], moved: false };
}

/** Takes some pieces out and puts each back somewhere else, where it takes on its new neighbour's container. */
function shuffled(list: readonly Piece[], random: () => number, share: number): readonly Piece[] {
  const out: Piece[] = [];
  const taken: Piece[] = [];
  for (const piece of list) (random() < share ? taken : out).push(piece);
  for (const piece of taken) {
    const at = Math.floor(random() * (out.length + 1));
    const neighbour = out[Math.max(0, at - 1)] ?? piece;
    const { story, container } = neighbour.block;
    out.splice(at, 0, { ...piece, block: { ...piece.block, story, container }, moved: true });
  }
  return out;
}

function flattened(block: AlignBlock, options: DamageOptions): AlignBlock {
  if (!options.flatten) return block;
  const { text, story, placeholders } = block;
  return { text, kind: 'paragraph', story, container: options.untable ? story : block.container, placeholders };
}

/** Blocks that share a paragraph belong to one link; links are the connected parts of that relation. */
function truthOf(left: readonly Piece[], right: readonly Piece[], same: readonly boolean[]): readonly TruthLink[] {
  const parent = new Int32Array(same.length).map((_, index) => index);
  const root = (atom: number): number => {
    let at = atom;
    while (parent[at] !== at) at = parent[at] as number;
    return at;
  };
  for (const piece of [...left, ...right]) {
    for (const atom of piece.atoms) parent[root(atom)] = root(piece.atoms[0] as number);
  }
  const parts = new Map<number, { source: number[]; received: number[]; moved: boolean; scored: boolean }>();
  for (const [side, list] of [['source', left] as const, ['received', right] as const]) {
    for (const [index, piece] of list.entries()) {
      const key = root(piece.atoms[0] as number);
      const part = parts.get(key) ?? { source: [], received: [], moved: false, scored: false };
      parts.set(key, part);
      part[side].push(index);
      part.moved ||= piece.moved;
      part.scored ||= piece.atoms.some((atom) => !same[atom]);
    }
  }
  return [...parts.values()].map((part) => ({
    source: part.source,
    received: part.received,
    type: typeOf(part.source.length, part.received.length, part.moved),
    scored: part.scored,
  }));
}

function typeOf(source: number, received: number, moved: boolean): TruthType {
  const shape = `${source}-${received}`;
  const plain = ['1-1', '1-0', '0-1', '1-2', '2-1'].find((type) => type === shape) as TruthType | undefined;
  if (moved && source > 0 && received > 0) return 'moved';
  return plain ?? 'other';
}
