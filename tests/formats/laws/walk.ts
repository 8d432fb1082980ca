import { isDerived, FieldStack } from './fields.ts';
import { HiddenRuns } from './hidden.ts';
import { openPackage, type Package } from './package.ts';
import { GraphicsWalk } from './walk-graphics.ts';
import { at, child, childrenOf, descendants, textIn, type Node } from './tree.ts';

/**
 * How visible a piece of text is: `plain` must be in a unit; `field` (a written field result), `math` and `other` must be in
 * a unit or in a placeholder's label; `derived` and `hidden` may be in either or left out.
 */
export type PieceKind = 'plain' | 'field' | 'math' | 'other' | 'derived' | 'hidden';

export interface Piece {
  readonly text: string;
  readonly kind: PieceKind;
}

export type StoryKind = 'body' | 'header' | 'footer' | 'footnote' | 'endnote' | 'textBox' | 'altText';

/** A paragraph (or alternative text) as a reader of the page with all changes accepted sees it. */
export interface WalkParagraph {
  /** The kind of story: what a block's has before its colon. */
  readonly story: string;
  readonly pieces: readonly Piece[];
  /** The paragraph mark is deleted: with changes accepted the next paragraph runs on (17.13.5.15). */
  readonly runsOn: boolean;
  /** Parts nobody refers to may be read or not. */
  readonly optional: boolean;
}

/** What is gone once the changes are accepted (17.13.5.14, 17.13.5.22), or is no text of the page. */
const GONE = new Set(['w:del', 'w:moveFrom', 'w:pPr', 'w:rPr', 'w:sectPr', 'w:tblPr', 'w:trPr', 'w:tcPr', 'w:sdtPr']);

interface Story {
  /** Where its relationships are told. */
  readonly part: string;
  readonly kind: StoryKind;
  readonly optional: boolean;
  readonly fields: FieldStack;
  /** The style of the paragraph one is in. */
  readonly style?: string | undefined;
}

class Walk {
  readonly out: WalkParagraph[] = [];
  readonly #hidden: HiddenRuns;
  readonly #graphics: GraphicsWalk;

  constructor(hidden: HiddenRuns, graphics: GraphicsWalk) {
    this.#hidden = hidden;
    this.#graphics = graphics;
  }

  story(root: Node | undefined, kind: StoryKind, part: string, optional = false): void {
    if (root !== undefined) this.#blocks(root, { kind, part, optional, fields: new FieldStack() });
  }

  #blocks(node: Node, story: Story): void {
    for (const inner of childrenOf(node)) {
      if (inner.name === 'w:p') this.#paragraph(inner, story);
      else if (inner.name === 'mc:AlternateContent') this.#blocks(branch(inner), story);
      else if (!GONE.has(inner.name) && !isDeleted(inner)) this.#blocks(inner, story);
    }
  }

  #paragraph(node: Node, story: Story): void {
    const pieces: Piece[] = [];
    const place = this.out.push({ story: story.kind, pieces, runsOn: false, optional: story.optional }) - 1;
    const style = at(node, 'w:pPr', 'w:pStyle')?.attributes.get('w:val');
    this.#inline(node, { ...story, style }, pieces, 'plain');
    const mark = at(node, 'w:pPr', 'w:rPr');
    const isDeleted = mark !== undefined && ['w:del', 'w:moveFrom'].some((name) => child(mark, name) !== undefined);
    const runsOn = isDeleted && at(node, 'w:pPr', 'w:sectPr') === undefined;
    this.out[place] = { story: story.kind, pieces, runsOn, optional: story.optional };
  }

  #inline(node: Node, story: Story, pieces: Piece[], kind: PieceKind): void {
    for (const inner of childrenOf(node)) this.#element(inner, story, pieces, kind);
  }

  #element(node: Node, story: Story, pieces: Piece[], kind: PieceKind): void {
    if (GONE.has(node.name)) return;
    const add = (text: string, as: PieceKind | 'code'): void => {
      if (text !== '' && as !== 'code') pieces.push({ text, kind: as });
    };
    switch (node.name) {
      case 'w:t':
        return add(textIn(node), this.#kindHere(kind, story));
      case 'm:t': {
        const here = this.#kindHere(kind, story);
        return add(textIn(node), here === 'plain' ? 'math' : here);
      }
      case 'w:instrText':
        return story.fields.instruct(textIn(node));
      case 'w:fldChar':
        return story.fields.mark(node.attributes.get('w:fldCharType'));
      case 'w:fldSimple':
        return this.#inline(node, story, pieces, isDerived(node.attributes.get('w:instr') ?? '') ? 'derived' : 'field');
      case 'w:ruby':
        // Read as one reads it: the text, then what stands above it.
        for (const name of ['w:rubyBase', 'w:rt']) {
          const found = child(node, name);
          if (found !== undefined) this.#inline(found, story, pieces, 'other');
        }
        return;
      case 'w:r':
        return this.#inline(node, story, pieces, this.#hidden.has(node, story.style) ? 'hidden' : kind);
      case 'mc:AlternateContent':
        return this.#inline(branch(node), story, pieces, kind);
      case 'w:txbxContent':
        return this.story(node, 'textBox', story.part, this.#within(kind, story).optional);
      case 'wp:docPr':
        return this.#alt(node.attributes.get('descr'), this.#within(kind, story));
      case 'w:p':
        return this.#paragraph(node, story);
      case 'c:chart':
      case 'cx:chart':
      case 'dgm:relIds':
        return this.#drawn(node, this.#within(kind, story));
      default:
        if (node.name.startsWith('v:')) this.#alt(node.attributes.get('alt'), this.#within(kind, story));
        // A shape inside a drawing may repeat or detail the drawing's own text; Word shows only the latter.
        if (node.name.endsWith(':cNvPr')) this.#alt(node.attributes.get('descr'), { ...story, optional: true });
        return this.#inline(node, story, pieces, kind);
    }
  }

  /** What text is by the elements and by the complex fields around it. */
  #kindHere(kind: PieceKind, story: Story): PieceKind | 'code' {
    const { here } = story.fields;
    if (here === 'code') return here;
    return here === 'plain' || kind === 'hidden' || kind === 'derived' ? kind : here;
  }

  /** What hangs on a derived result or on hidden text may be left out with it. */
  #within(kind: PieceKind, story: Story): Story {
    const here = this.#kindHere(kind, story);
    return { ...story, optional: story.optional || here === 'derived' || here === 'hidden' || here === 'code' };
  }

  #drawn(node: Node, { part, optional }: Story): void {
    for (const paragraph of this.#graphics.shownBy(node, part))
      this.out.push({ ...paragraph, optional: optional || paragraph.optional });
  }

  #alt(text: string | undefined, story: Story): void {
    if (text === undefined || text.trim() === '') return;
    this.out.push({ story: 'altText', pieces: [{ text, kind: 'plain' }], runsOn: false, optional: story.optional });
  }
}

/** A row or a cell that is gone once the changes are accepted, whatever its text says (17.13.5.12, 17.13.5.1). */
function isDeleted(node: Node): boolean {
  const mark = { 'w:tr': ['w:trPr', 'w:del'], 'w:tc': ['w:tcPr', 'w:cellDel'] }[node.name];
  return mark !== undefined && at(node, ...mark) !== undefined;
}

/** The branch a present-day reader shows: the first Choice, else the Fallback (ECMA-376 Part 3, 9.3). */
function branch(alternate: Node): Node {
  return child(alternate, 'mc:Choice') ?? child(alternate, 'mc:Fallback') ?? alternate;
}

function notes(pack: Package, walk: Walk, kind: 'footnote' | 'endnote', referred: ReadonlySet<string>): void {
  const part = [...pack.relations.values()].find((relation) => relation.kind === `${kind}s`)?.part;
  const root = part === undefined ? undefined : pack.tree(part);
  if (part === undefined || root === undefined) return;
  for (const note of childrenOf(root)) {
    const type = note.attributes.get('w:type') ?? 'normal';
    const id = note.attributes.get('w:id') ?? '';
    if (note.name === `w:${kind}`) walk.story(note, kind, part, type !== 'normal' || !referred.has(id));
  }
}

/**
 * All visible text of a DOCX, paragraph by paragraph, straight from the XML: body, headers, footers, notes, text boxes (once),
 * mathematics, alternative text, the words of charts and diagrams, as if all tracked changes were accepted. Knows nothing of the product's reader.
 */
export function walkText(file: Uint8Array): readonly WalkParagraph[] {
  const pack = openPackage(file);
  const main = pack.tree(pack.main);
  if (main === undefined) throw new RangeError('no main part');
  const styles = [...pack.relations.values()].find((relation) => relation.kind === 'styles');
  const graphics = new GraphicsWalk({ tree: pack.tree, relations: pack.relationsOf });
  const walk = new Walk(new HiddenRuns(styles === undefined ? undefined : pack.tree(styles.part)), graphics);
  walk.story(child(main, 'w:body'), 'body', pack.main);
  const all = [...descendants(main)];
  const named = (name: string, attribute: string): ReadonlySet<string> =>
    new Set(all.filter((node) => node.name === name).map((node) => node.attributes.get(attribute) ?? ''));
  for (const kind of ['header', 'footer'] as const) {
    const used = named(`w:${kind}Reference`, 'r:id');
    for (const [id, relation] of pack.relations) {
      if (relation.kind === kind) walk.story(pack.tree(relation.part), kind, relation.part, !used.has(id));
    }
  }
  notes(pack, walk, 'footnote', named('w:footnoteReference', 'w:id'));
  notes(pack, walk, 'endnote', named('w:endnoteReference', 'w:id'));
  return walk.out;
}
