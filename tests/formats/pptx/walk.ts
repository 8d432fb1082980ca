import { at, child, childrenOf, descendants, textIn, type Node } from '#tests/formats/laws/tree.ts';
import type { Piece, WalkParagraph } from '#tests/formats/laws/walk.ts';
import { openDeck, type Deck } from './deck.ts';

/** Numbers and dates whoever shows the slide makes anew. */
const DERIVED = /^(?:slidenum|datetime)/iu;
const TITLE = new Set(['title', 'ctrTitle']);

/** Everything a viewer of the slides and their notes reads: an independent reading for law 1. */
export function walkDeck(file: Uint8Array): readonly WalkParagraph[] {
  return new Walk(openDeck(file)).run();
}

class Walk {
  readonly #deck: Deck;
  readonly #out: WalkParagraph[] = [];
  readonly #seen = new Set<string>();

  constructor(deck: Deck) {
    this.#deck = deck;
  }

  run(): readonly WalkParagraph[] {
    for (const slide of this.#deck.slides) this.#slide(slide);
    return this.#out;
  }

  #slide(name: string): void {
    const root = this.#deck.tree(name);
    const shapes = root === undefined ? undefined : at(root, 'p:cSld', 'p:spTree');
    if (shapes === undefined) return;
    const all = [...leaves(shapes)];
    const title = all.find((shape) => TITLE.has(roleOf(shape)));
    for (const shape of [title, ...all.filter((other) => other !== title)])
      if (shape !== undefined) this.#texts(shape, 'slide');
    for (const node of shown(shapes)) {
      if (node.name === 'c:chart' || node.name === 'cx:chart') this.#chart(name, node.attributes.get('r:id'));
      if (node.name === 'dgm:relIds') this.#diagram(name, node.attributes.get('r:dm'));
      if (node.name === 'p:cNvPr') this.#alternatives(node);
    }
    const notes = [...this.#deck.relations(name).values()].find(({ kind }) => kind === 'notesSlide')?.part;
    const tree = notes === undefined || !this.#isNew(notes) ? undefined : this.#deck.tree(notes);
    if (tree !== undefined) this.#texts(tree, 'notes');
  }

  /** What two places refer to is read once. */
  #isNew(part: string): boolean {
    if (this.#seen.has(part)) return false;
    this.#seen.add(part);
    return true;
  }

  #texts(node: Node, story: string): void {
    for (const inner of shown(node)) if (inner.name === 'a:p') this.#paragraph(inner, story);
  }

  #paragraph(node: Node, story: string): void {
    const pieces = childrenOf(node).flatMap((inner): Piece[] => {
      if (inner.name === 'a:r') return [{ text: wordsOf(inner), kind: 'plain' }];
      if (inner.name === 'a:fld') {
        const derived = DERIVED.test(inner.attributes.get('type') ?? '');
        return [{ text: wordsOf(inner), kind: derived ? 'derived' : 'field' }];
      }
      return inner.name === 'a:pPr' || inner.name === 'a:endParaRPr' ? [] : [{ text: wordsOf(inner), kind: 'other' }];
    });
    if (pieces.length > 0) this.#out.push({ story, pieces, runsOn: false, optional: false });
  }

  #alternatives({ attributes }: Node): void {
    const said = new Set([attributes.get('descr'), attributes.get('title')]);
    for (const text of said) this.#value(text ?? '', 'altText');
  }

  #value(text: string, story: string, optional = false): void {
    if (text.trim() !== '') this.#out.push({ story, pieces: [{ text, kind: 'plain' }], runsOn: false, optional });
  }

  #chart(slide: string, id: string | undefined): void {
    const part = this.#deck.relations(slide).get(id ?? '')?.part;
    const root = part === undefined || !this.#isNew(part) ? undefined : this.#deck.tree(part);
    if (part === undefined || root === undefined) return;
    this.#texts(root, 'chart');
    const said = new Set<string>();
    for (const [key, text] of chartValues(root)) {
      if (said.has(`${key}|${text}`)) continue;
      said.add(`${key}|${text}`);
      this.#value(text, 'chart', !/\p{L}/u.test(text));
    }
    for (const { kind, part: shapes } of this.#deck.relations(part).values()) {
      const drawn = kind === 'chartUserShapes' ? this.#deck.tree(shapes) : undefined;
      if (drawn !== undefined) this.#texts(drawn, 'chart');
    }
  }

  #diagram(slide: string, id: string | undefined): void {
    const part = this.#deck.relations(slide).get(id ?? '')?.part;
    const points =
      part === undefined || !this.#isNew(part) ? undefined : child(this.#deck.tree(part) as Node, 'dgm:ptLst');
    for (const point of points === undefined ? [] : shown(points)) {
      const type = point.attributes.get('type') ?? 'node';
      if (point.name === 'dgm:pt' && type !== 'pres' && type !== 'doc') this.#texts(point, 'diagram');
    }
  }
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
function branches(node: Node): readonly Node[] {
  if (node.name !== 'mc:AlternateContent') return childrenOf(node);
  const branch = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');
  return branch === undefined ? [] : childrenOf(branch);
}

function* shown(node: Node): Generator<Node> {
  for (const inner of branches(node)) {
    yield inner;
    yield* shown(inner);
  }
}

/** Shapes in the order they are drawn, those of groups among the others. */
function* leaves(node: Node): Generator<Node> {
  for (const inner of branches(node)) {
    if (inner.name === 'p:grpSp' || inner.name === 'mc:AlternateContent') yield* leaves(inner);
    else yield inner;
  }
}

function roleOf(shape: Node): string {
  for (const node of descendants(shape)) if (node.name === 'p:ph') return node.attributes.get('type') ?? 'obj';
  return '';
}
