import { joinLines } from './paragraphs.ts';
import { joined } from './lines.ts';
import type { Found, Piece } from './model.ts';

/** A node of a page's structure tree as the library gives it (ISO 32000-2, 14.7). */
export interface StructNode {
  readonly role?: string;
  readonly children?: readonly StructNode[];
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
}

interface Place {
  readonly container: string;
  /** Lists around. */
  readonly depth: number;
  readonly kind: Found['kind'];
  readonly label?: string;
}

const BLOCKS: ReadonlySet<string> = new Set(
  'P H H1 H2 H3 H4 H5 H6 Lbl LBody TD TH Caption Note FENote TOCI Title BibEntry Quote'.split(' '),
);

/** Blocks of one page by its tags; what several pages hold of one element is told page by page. */
export class TagReader {
  readonly found: Found[] = [];
  tables = 0;
  images = 0;
  contents = 0;
  readonly #counts = new Map<string, number>();
  #pieces: ReadonlyMap<string, readonly Piece[]> = new Map();
  #taken = 0;

  /** Gives the share of the page's marked letters that the tags reach. */
  read(root: StructNode, pieces: readonly Piece[]): number {
    const marked = pieces.filter((piece) => piece.mark !== undefined);
    this.#pieces = Map.groupBy(marked, (piece) => piece.mark as string);
    this.#taken = 0;
    this.#node(root, { container: 'body', depth: 0, kind: 'paragraph' });
    const all = marked.reduce((sum, { text }) => sum + text.trim().length, 0);
    return all === 0 ? 1 : this.#taken / all;
  }

  #node(node: StructNode, place: Place): void {
    const role = node.role ?? '';
    if (role === 'Figure') this.#figure(node);
    else if (role === 'TOC') this.#contents(node);
    else if (role === 'Table') this.#table(node, place);
    else if (role === 'L') this.#each(node, { ...place, depth: place.depth + 1 });
    else if (role === 'LI') this.#item(node, place);
    else if (/^H\d?$/u.test(role) || role === 'Title') {
      this.#add(node, { kind: 'heading', level: Math.max(1, Number(role.slice(1)) || 1), container: place.container });
    } else if (role === 'Caption')
      this.#add(node, { kind: 'caption', container: `${place.container}/c${this.#next('c')}` });
    else if (role === 'Note' || role === 'FENote') {
      this.#add(node, { kind: 'footnote', container: `footnote:${this.#next('note')}` });
    } else if (BLOCKS.has(role) || hasText(node)) this.#block(node, place);
    else this.#each(node, place);
  }

  #each(node: StructNode, place: Place): void {
    for (const child of node.children ?? []) this.#node(child, place);
  }

  /** A block, or what holds further ones. */
  #block(node: StructNode, place: Place): void {
    const holds = (node.children ?? []).some((child) =>
      ['P', 'L', 'Table', 'H1', 'H2', 'H3'].includes(child.role ?? ''),
    );
    if (holds) {
      this.#each(node, place);
      return;
    }
    const { kind, container, depth, label } = place;
    this.#add(node, {
      kind,
      container,
      ...(kind === 'listItem' ? { level: Math.max(1, depth) } : {}),
      ...(label === undefined ? {} : { label }),
    });
  }

  #item(node: StructNode, place: Place): void {
    const labels = (node.children ?? []).filter((child) => child.role === 'Lbl');
    const label = labels
      .map((child) => this.#textOf(child))
      .join(' ')
      .trim();
    for (const child of node.children ?? []) {
      if (child.role === 'Lbl') continue;
      this.#node(child, { ...place, kind: 'listItem', ...(label === '' ? {} : { label }) });
    }
  }

  #table(node: StructNode, place: Place): void {
    this.tables += 1;
    const name = `${place.container}/t${this.#next('t')}`;
    let row = 0;
    const rows = (parent: StructNode): void => {
      for (const child of parent.children ?? []) {
        if (child.role !== 'TR') rows(child);
        else {
          row += 1;
          for (const [column, cell] of (child.children ?? []).entries()) {
            this.#node(cell, { container: `${name}r${row}c${column + 1}`, depth: 0, kind: 'tableCell' });
          }
        }
      }
    };
    rows(node);
  }

  #figure(node: StructNode): void {
    this.images += 1;
    const { alt } = node;
    if (alt !== undefined && alt.trim() !== '')
      this.found.push({ text: alt.trim(), kind: 'altText', container: `altText:${this.#next('alt')}` });
    this.#each(node, { container: 'body', depth: 0, kind: 'paragraph' });
  }

  #contents(node: StructNode): void {
    this.contents += 1;
    this.#textOf(node);
  }

  #add(node: StructNode, block: Omit<Found, 'text'>): void {
    const text = this.#textOf(node);
    const bullet = block.kind === 'listItem' ? /^[•◦▪‣●○■–·-]\s*/u.exec(text)?.[0] : undefined;
    const label = block.label ?? bullet?.trim();
    const bare = bullet === undefined ? text : text.slice(bullet.length);
    if (bare !== '') this.found.push({ ...block, text: bare, ...(label === undefined ? {} : { label }) });
  }

  #textOf(node: StructNode): string {
    const pieces: Piece[] = [];
    const collect = (each: StructNode): void => {
      if (each.type === 'content') pieces.push(...(this.#pieces.get(each.id ?? '') ?? []));
      for (const child of each.children ?? []) collect(child);
    };
    collect(node);
    this.#taken += pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
    const lines: Piece[][] = [];
    for (const piece of pieces) {
      const last = lines.at(-1)?.at(-1);
      if (last !== undefined && Math.abs(last.y - piece.y) < piece.size * 0.6) lines.at(-1)?.push(piece);
      else lines.push([piece]);
    }
    return joinLines(lines.map((line) => joined(line)));
  }

  #next(counter: string): number {
    const count = (this.#counts.get(counter) ?? 0) + 1;
    this.#counts.set(counter, count);
    return count;
  }
}

function hasText(node: StructNode): boolean {
  return (node.children ?? []).some((child) => child.type === 'content');
}
