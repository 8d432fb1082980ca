import { child, childrenOf, textIn, type Node } from './tree.ts';
import type { Piece, WalkParagraph } from './walk.ts';

/** What a walk needs of a package to follow what a drawing names. */
export interface GraphicsPackage {
  tree(part: string): Node | undefined;
  /** By id; targets resolved. */
  relations(part: string): ReadonlyMap<string, { readonly kind: string; readonly part: string }>;
}

/** Numbers and dates whoever shows the text makes anew. */
const DERIVED = /^(?:slidenum|datetime)/iu;

/** The words of charts and diagrams, each part once: an independent reading for law 1. */
export class GraphicsWalk {
  readonly #package: GraphicsPackage;
  readonly #seen = new Set<string>();

  constructor(pack: GraphicsPackage) {
    this.#package = pack;
  }

  /** Of an element of `part` that names a chart or a diagram; nothing of any other. */
  shownBy({ name, attributes }: Node, part: string): readonly WalkParagraph[] {
    if (name === 'c:chart' || name === 'cx:chart') return [...this.#chart(part, attributes.get('r:id'))];
    return name === 'dgm:relIds' ? [...this.#diagram(part, attributes.get('r:dm'))] : [];
  }

  /** What two places refer to is read once. */
  #new(from: string, id: string | undefined): { part: string; root: Node } | undefined {
    const part = this.#package.relations(from).get(id ?? '')?.part;
    if (part === undefined || this.#seen.has(part)) return undefined;
    this.#seen.add(part);
    const root = this.#package.tree(part);
    return root === undefined ? undefined : { part, root };
  }

  *#chart(from: string, id: string | undefined): Generator<WalkParagraph> {
    const found = this.#new(from, id);
    if (found === undefined) return;
    yield* paragraphsOf(found.root, 'chart');
    const said = new Set<string>();
    for (const [key, text] of chartValues(found.root)) {
      if (said.has(`${key}|${text}`) || text.trim() === '') continue;
      said.add(`${key}|${text}`);
      const pieces: readonly Piece[] = [{ text, kind: 'plain' }];
      yield { story: 'chart', pieces, runsOn: false, optional: !/\p{L}/u.test(text) };
    }
    for (const { kind, part: shapes } of this.#package.relations(found.part).values()) {
      const drawn = kind === 'chartUserShapes' ? this.#package.tree(shapes) : undefined;
      if (drawn !== undefined) yield* paragraphsOf(drawn, 'chart');
    }
  }

  *#diagram(from: string, id: string | undefined): Generator<WalkParagraph> {
    const found = this.#new(from, id);
    const points = found === undefined ? undefined : child(found.root, 'dgm:ptLst');
    for (const point of points === undefined ? [] : shown(points)) {
      const type = point.attributes.get('type') ?? 'node';
      if (point.name === 'dgm:pt' && type !== 'pres' && type !== 'doc') yield* paragraphsOf(point, 'diagram');
    }
  }
}

/** Paragraphs of DrawingML below a node. */
export function* paragraphsOf(node: Node, story: string): Generator<WalkParagraph> {
  for (const inner of shown(node)) {
    const pieces = inner.name === 'a:p' ? piecesOf(inner) : [];
    if (pieces.length > 0) yield { story, pieces, runsOn: false, optional: false };
  }
}

function piecesOf(paragraph: Node): readonly Piece[] {
  return childrenOf(paragraph).flatMap((inner): Piece[] => {
    if (inner.name === 'a:r') return [{ text: wordsOf(inner), kind: 'plain' }];
    if (inner.name === 'a:fld') {
      const derived = DERIVED.test(inner.attributes.get('type') ?? '');
      return [{ text: wordsOf(inner), kind: derived ? 'derived' : 'field' }];
    }
    return inner.name === 'a:pPr' || inner.name === 'a:endParaRPr' ? [] : [{ text: wordsOf(inner), kind: 'other' }];
  });
}

/** Text shown for each cell a chart refers to: the same cell says the same wherever it is repeated. */
function* chartValues(root: Node, formula = ''): Generator<readonly [string, string]> {
  for (const node of childrenOf(root)) {
    if (node.name.startsWith('c15:filtered')) continue;
    const own = childrenOf(node).find(({ name }) => /^(?:c|c15|cx):f$/u.test(name));
    const here = own === undefined ? formula : textIn(own);
    if (node.name === 'c:strCache' || node.name === 'c:strLit' || node.name === 'c15:dlblRangeCache')
      yield* points(node, here);
    else if (node.name === 'c:multiLvlStrCache') {
      const levels = childrenOf(node).filter(({ name }) => name === 'c:lvl');
      for (const [index, level] of levels.entries()) yield* points(level, `${here}|${index}`);
    } else if (node.name === 'cx:lvl' && root.name === 'cx:strDim') {
      for (const point of childrenOf(node)) yield [`${here}|${point.start}`, textIn(point)];
    } else if (node.name === 'c:tx' || node.name === 'cx:txData') {
      const value = child(node, 'c:v') ?? child(node, 'cx:v');
      if (value !== undefined) yield [`${here}|name`, textIn(value)];
    }
    yield* chartValues(node, here);
  }
}

function* points(list: Node, key: string): Generator<readonly [string, string]> {
  for (const point of childrenOf(list)) {
    const value = child(point, 'c:v');
    if (value !== undefined) yield [`${key}|${point.attributes.get('idx') ?? ''}`, textIn(value)];
  }
}

function wordsOf(node: Node): string {
  if (node.name === 'a:t' || node.name === 'm:t') return textIn(node);
  return branches(node)
    .map((inner) => wordsOf(inner))
    .join('');
}

/** An element's children as a present-day program shows them: of alternate content the first choice. */
export function branches(node: Node): readonly Node[] {
  if (node.name !== 'mc:AlternateContent') return childrenOf(node);
  const branch = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');
  return branch === undefined ? [] : childrenOf(branch);
}

export function* shown(node: Node): Generator<Node> {
  for (const inner of branches(node)) {
    yield inner;
    yield* shown(inner);
  }
}
