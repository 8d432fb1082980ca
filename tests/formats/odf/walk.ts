import type { PieceKind, Piece, WalkParagraph } from '../laws/walk.ts';
import { childrenOf, textIn, type Node } from '../laws/tree.ts';
import { attribute, childNamed, entriesOf, nameOf, treeOf } from './nodes.ts';

interface Story {
  readonly kind: string;
  readonly optional: boolean;
  /** Boxes of a slide are the slide's own. */
  readonly slide: boolean;
}

const SKIPPED = new Set([
  'http://openoffice.org/2009/office:annotation',
  'text:tracked-changes',
  'office:forms',
  'office:scripts',
  'office:event-listeners',
  'office:annotation',
]);
const DESCRIBED = new Set(['svg:title', 'svg:desc', 'table:title', 'table:desc']);
const PLAIN_INLINE = new Set(['text:span', 'text:a', 'text:meta', 'text:ruby', 'text:ruby-base']);
const INDEX =
  /^text:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography)$/u;
/** Shown as somebody wrote it, though a field. */
const WRITTEN = new Set([
  'text:placeholder',
  'text:text-input',
  'text:variable-set',
  'text:variable-get',
  'text:variable-input',
  'text:user-field-get',
  'text:user-field-input',
  'text:user-defined',
  'text:conditional-text',
  'text:bibliography-mark',
  'text:meta-field',
  'text:expression',
]);
const DELTA = 'http://www.deltaxml.com/ns/track-changes/delta-namespace';

class Walk {
  readonly out: WalkParagraph[] = [];
  readonly #entries: ReadonlyMap<string, Uint8Array>;
  readonly #hidden: Hidden;

  constructor(entries: ReadonlyMap<string, Uint8Array>, hidden: Hidden) {
    this.#entries = entries;
    this.#hidden = hidden;
  }

  blocks(node: Node, story: Story): void {
    for (const inner of childrenOf(node)) this.#block(inner, story);
  }

  #block(node: Node, story: Story): void {
    const name = nameOf(node);
    if (SKIPPED.has(name) || name.startsWith(DELTA)) return;
    if (DESCRIBED.has(name)) return this.#described(node, story);
    if (name === 'text:p' || name === 'text:h') return this.#paragraph(node, story);
    if (INDEX.test(name)) return this.#index(node, story);
    if (name === 'text:section' && isHidden(node)) return;
    if (name === 'table:covered-table-cell') return this.blocks(node, { ...story, optional: true });
    if (name === 'draw:object') return this.#object(node, story);
    if (isDrawn(name)) return this.blocks(node, boxed(story));
    return this.blocks(node, story);
  }

  /** All but the title is made anew. */
  #index(node: Node, story: Story): void {
    for (const part of childrenOf(node)) {
      if (nameOf(part) !== 'text:index-body') continue;
      for (const inner of childrenOf(part)) {
        const isTitle = nameOf(inner) === 'text:index-title';
        if (isTitle) this.blocks(inner, story);
        else this.#block(inner, { ...story, optional: true });
      }
    }
  }

  #described(node: Node, story: Story): void {
    const text = textIn(node);
    if (text.trim() === '') return;
    this.out.push({ story: 'altText', pieces: [{ text, kind: 'plain' }], runsOn: false, optional: story.optional });
  }

  #paragraph(node: Node, story: Story): void {
    const pieces: Piece[] = [];
    const optional = story.optional || this.#hidden.paragraph(node);
    this.out.push({ story: story.kind, pieces, runsOn: false, optional });
    this.#inline(node, { ...story, optional }, pieces, 'plain');
  }

  #inline(node: Node, story: Story, pieces: Piece[], kind: PieceKind): void {
    for (const inner of node.children) {
      if (typeof inner === 'string') pieces.push({ text: inner, kind });
      else this.#element(inner, story, pieces, kind);
    }
  }

  #element(node: Node, story: Story, pieces: Piece[], kind: PieceKind): void {
    const name = nameOf(node);
    if (SKIPPED.has(name) || name.startsWith(DELTA) || name === 'text:number' || name === 'text:script') return;
    if (name === 'text:note') return this.#note(node, story);
    if (name === 'text:hidden-text') {
      pieces.push({ text: textIn(node), kind: 'hidden' });
      return;
    }
    if (isDrawn(name)) return this.#block(node, kind === 'hidden' ? { ...story, optional: true } : story);
    if (name === 'text:span' && this.#hidden.span(node)) return this.#inline(node, story, pieces, 'hidden');
    if (name === 'text:ruby-text') return this.#inline(node, story, pieces, 'other');
    if (PLAIN_INLINE.has(name)) return this.#inline(node, story, pieces, kind);
    if (WRITTEN.has(name)) return this.#inline(node, story, pieces, kind === 'plain' ? 'field' : kind);
    const isField = name.startsWith('text:') || name.startsWith('presentation:');
    this.#inline(node, story, pieces, isField ? 'derived' : kind);
  }

  #note(node: Node, story: Story): void {
    const body = childNamed(node, 'text:note-body');
    const kind = attribute(node, 'text:note-class') === 'endnote' ? 'endnote' : 'footnote';
    if (body !== undefined) this.blocks(body, { ...story, kind, slide: false });
  }

  /** Formulas are in labels; of charts the titles and the words of their own table show. */
  #object(node: Node, story: Story): void {
    const href = attribute(node, 'http://www.w3.org/1999/xlink:href')?.replace(/^\.\//u, '').replace(/\/$/u, '');
    if (href === undefined || !this.#entries.has(`${href}/content.xml`)) return;
    let root: Node | undefined;
    try {
      root = treeOf(this.#entries, `${href}/content.xml`);
    } catch {
      return;
    }
    const chart = childNamed(childNamed(root, 'office:body'), 'office:chart');
    if (chart === undefined) return;
    const cells: Node[] = [];
    this.#chart(chart, { ...story, kind: 'chart' }, cells);
    for (const cell of cells.length > 200 ? [] : cells) this.blocks(cell, { ...story, kind: 'chart' });
  }

  #chart(node: Node, story: Story, cells: Node[]): void {
    for (const inner of childrenOf(node)) {
      const name = nameOf(inner);
      const isWord = attribute(inner, 'office:value-type') === 'string' && /\p{L}/u.test(textIn(inner));
      if (['chart:title', 'chart:subtitle', 'chart:footer'].includes(name)) this.blocks(inner, story);
      else if (name === 'table:table-cell') {
        if (isWord && attribute(inner, 'table:number-columns-repeated') === undefined) cells.push(inner);
      } else this.#chart(inner, story, cells);
    }
  }
}

function isDrawn(name: string): boolean {
  return name.startsWith('draw:') || name.startsWith('dr3d:');
}

function boxed(story: Story): Story {
  return story.slide ? story : { ...story, kind: 'textBox' };
}

function isHidden(node: Node): boolean {
  const display = attribute(node, 'text:display');
  return display === 'none' || (display === 'condition' && attribute(node, 'text:is-hidden') === 'true');
}

/** Which text styles hide their text. */
class Hidden {
  readonly #styles = new Map<string, { readonly display: string | undefined; readonly parent: string | undefined }>();

  constructor(roots: readonly (Node | undefined)[]) {
    for (const root of roots) {
      for (const name of ['office:styles', 'office:automatic-styles']) {
        for (const style of childrenOf(childNamed(root, name) ?? EMPTY)) {
          const key = `${attribute(style, 'style:family') ?? ''}|${attribute(style, 'style:name') ?? ''}`;
          const properties = childNamed(style, 'style:text-properties');
          const display = properties === undefined ? undefined : attribute(properties, 'text:display');
          this.#styles.set(key, { display, parent: attribute(style, 'style:parent-style-name') });
        }
      }
    }
  }

  #isHidden(family: string, start: string | undefined): boolean {
    let name = start;
    for (let steps = 0; steps < 30 && name !== undefined; steps++) {
      const style = this.#styles.get(`${family}|${name}`);
      if (style?.display !== undefined) return style.display === 'none';
      name = style?.parent;
    }
    return false;
  }

  paragraph(node: Node): boolean {
    return this.#isHidden('paragraph', attribute(node, 'text:style-name'));
  }

  span(node: Node): boolean {
    return this.#isHidden('text', attribute(node, 'text:style-name'));
  }
}

const EMPTY: Node = { name: '', attributes: new Map(), children: [], start: 0, end: 0 };

/**
 * All visible text of an Open Document text or presentation, paragraph by paragraph, straight from the XML: as if all
 * tracked changes were accepted. Knows nothing of the product's reader.
 */
export function walkOdf(file: Uint8Array): readonly WalkParagraph[] {
  const entries = entriesOf(file);
  const content = treeOf(entries, 'content.xml');
  const styles = treeOf(entries, 'styles.xml');
  const body = childNamed(content, 'office:body');
  const walk = new Walk(entries, new Hidden([styles, content]));
  const text = childNamed(body, 'office:text');
  if (text !== undefined) {
    walk.blocks(text, { kind: 'body', optional: false, slide: false });
    for (const page of childrenOf(childNamed(styles, 'office:master-styles') ?? EMPTY)) {
      for (const part of childrenOf(page)) {
        const kind = /:(header|footer)(?:-left|-first)?$/u.exec(nameOf(part))?.[1];
        if (kind === 'header' || kind === 'footer') walk.blocks(part, { kind, optional: false, slide: false });
      }
    }
  }
  for (const page of childrenOf(childNamed(body, 'office:presentation') ?? EMPTY)) walkPage(page, walk);
  return walk.out;
}

function walkPage(page: Node, walk: Walk): void {
  const name = nameOf(page);
  const declared = /^presentation:(header|footer|date-time)-decl$/u.exec(name)?.[1];
  if (declared !== undefined && attribute(page, 'presentation:source') !== 'current-date') {
    const story = declared === 'header' ? 'header' : 'footer';
    walk.out.push({ story, pieces: [{ text: textIn(page), kind: 'plain' }], runsOn: false, optional: false });
  }
  if (name !== 'draw:page') return;
  for (const part of childrenOf(page)) {
    const isNotes = nameOf(part) === 'presentation:notes';
    const kind = isNotes ? 'notes' : 'slide';
    const only = { ...part, children: [part] };
    walk.blocks(isNotes ? part : only, { kind, optional: false, slide: true });
  }
}
