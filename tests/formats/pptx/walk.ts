import { at, descendants, type Node } from '#tests/formats/laws/tree.ts';
import { branches, GraphicsWalk, paragraphsOf, shown } from '#tests/formats/laws/walk-graphics.ts';
import type { WalkParagraph } from '#tests/formats/laws/walk.ts';
import { openDeck, type Deck } from './deck.ts';

const TITLE = new Set(['title', 'ctrTitle']);

/** Everything a viewer of the slides and their notes reads: an independent reading for law 1. */
export function walkDeck(file: Uint8Array): readonly WalkParagraph[] {
  return new Walk(openDeck(file)).run();
}

class Walk {
  readonly #deck: Deck;
  readonly #out: WalkParagraph[] = [];
  readonly #seen = new Set<string>();
  readonly #graphics: GraphicsWalk;

  constructor(deck: Deck) {
    this.#deck = deck;
    this.#graphics = new GraphicsWalk(deck);
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
      this.#out.push(...this.#graphics.shownBy(node, name));
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
    this.#out.push(...paragraphsOf(node, story));
  }

  #alternatives({ attributes }: Node): void {
    const said = new Set([attributes.get('descr'), attributes.get('title')]);
    for (const text of said) this.#value(text ?? '', 'altText');
  }

  #value(text: string, story: string): void {
    if (text.trim() !== '')
      this.#out.push({ story, pieces: [{ text, kind: 'plain' }], runsOn: false, optional: false });
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
