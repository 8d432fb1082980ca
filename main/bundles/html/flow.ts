import type { PlaceholderId, PlaceholderRun } from '#shared/model/content.ts';
import type { PrintBlock, PrintFacts } from './types.ts';

export interface PrintNote {
  readonly container: string;
  readonly label: string;
  /** Whether this is the first reference to the note: the one its link leads back to. */
  readonly first: boolean;
}

/**
 * What a container holds, in reading order: a block of its own, a table (by the container of its cells without row and
 * column), or a container inside it that is no cell (a caption, a legend).
 */
export type FlowItem = { readonly block: PrintBlock } | { readonly table: string } | { readonly inside: string };

/** Captions and legends of a page, titles of an index. */
const INSIDE = /^(?<parent>.*)\/[cfi]\d+$/su;
const CELL = /^(?<parent>.*)\/t(?<table>\d+)r\d+c\d+$/su;

function sequences(blocks: readonly PrintBlock[]): ReadonlyMap<string, readonly FlowItem[]> {
  const out = new Map<string, FlowItem[]>();
  const placed = new Set<string>();
  const push = (container: string, item: FlowItem): void => {
    const list = out.get(container);
    if (list === undefined) out.set(container, [item]);
    else list.push(item);
  };
  const place = (container: string): void => {
    const cell = CELL.exec(container)?.groups;
    const parent = cell?.['parent'] ?? INSIDE.exec(container)?.groups?.['parent'];
    if (parent === undefined) return;
    const name = cell === undefined ? container : `${parent}/t${cell['table']}`;
    if (placed.has(name)) return;
    placed.add(name);
    place(parent);
    push(parent, cell === undefined ? { inside: name } : { table: name });
  };
  for (const block of blocks) {
    place(block.container);
    push(block.container, { block });
  }
  return out;
}

/** Text boxes, and the words of charts and diagrams. */
const SET_APART = /^(?:textBox|chart:|diagram:)/u;

/**
 * A document on its way to the page: blocks by container, and what the text met so far has to be followed by — notes in
 * order of reference, text boxes behind the block they hang on. Each is taken once, however often it is referred to.
 */
export class Flow {
  readonly facts: PrintFacts;
  /** Notes referred to so far, in order. */
  readonly notes: { readonly container: string; readonly label: string }[] = [];
  readonly #items: ReadonlyMap<string, readonly FlowItem[]>;
  readonly #waiting: string[] = [];
  readonly #taken = new Set<string>();

  constructor(blocks: readonly PrintBlock[], facts: PrintFacts) {
    this.facts = facts;
    this.#items = sequences(blocks);
  }

  /** What stands directly in a container. */
  items(container: string): readonly FlowItem[] {
    return this.#items.get(container) ?? [];
  }

  /** Blocks directly in a container. */
  in(container: string): readonly PrintBlock[] {
    return this.items(container).flatMap((item) => ('block' in item ? [item.block] : []));
  }

  /** Containers of a table's cells that hold something, for a table the file knows nothing of. */
  cellsOf(table: string): readonly string[] {
    return [...this.#items.keys()].filter(
      (name) => name.startsWith(`${table}r`) && !name.slice(table.length).includes('/'),
    );
  }

  /** Blocks of the containers of one story kind that hang on a placeholder. */
  attached(id: PlaceholderId, story: string): readonly PrintBlock[] {
    return this.facts
      .attached(id)
      .filter((container) => container.startsWith(story))
      .flatMap((container) => this.in(container));
  }

  /** The note a reference leads to; undefined when the document has none such. */
  note(run: PlaceholderRun): PrintNote | undefined {
    const container = this.facts.attached(run.placeholder).find((name) => /^(?:foot|end)note:/u.test(name));
    if (container === undefined || this.in(container).length === 0) return undefined;
    const known = this.notes.find((note) => note.container === container);
    if (known !== undefined) return { ...known, first: false };
    const label = run.label === '' ? String(this.notes.length + 1) : run.label;
    this.notes.push({ container, label });
    return { container, label, first: true };
  }

  /** Puts a placeholder's text boxes, and the words of what it draws, behind the block being written. */
  defer(run: PlaceholderRun): void {
    for (const container of this.facts.attached(run.placeholder)) {
      if (!SET_APART.test(container) || this.#taken.has(container)) continue;
      this.#taken.add(container);
      this.#waiting.push(container);
    }
  }

  /** Takes the containers waiting since the last call. */
  takeBoxes(): readonly string[] {
    return this.#waiting.splice(0);
  }
}
