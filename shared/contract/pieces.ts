/** Items of a list that travel at once: copying so many blocks of text between threads takes about a millisecond. */
const PIECE = 256;
/** How far down lists are looked for: a document's units in their containers, in the order to write it. */
const DEPTH = 5;

type Key = string | number;

/** A stretch of a long list, which stands at `at` in the value it was taken from. */
export interface Piece {
  readonly at: readonly Key[];
  readonly items: readonly unknown[];
}

/** A value without its long lists, and those in pieces. */
export interface Pieces {
  readonly frame: unknown;
  readonly pieces: Iterable<Piece>;
}

interface List {
  readonly at: Key[];
  readonly items: readonly unknown[];
  readonly depth: number;
}

/**
 * Takes the long lists out of plain data, so that neither end of a port ever copies much at a time. The value itself is left
 * as it is; {@link Assembly} puts an equal one together.
 */
export function inPieces(value: unknown): Pieces {
  const lists: List[] = [];
  const frame = strip(value, 0, lists);
  return { frame, pieces: piecesOf(lists) };
}

/** A list's items are looked through when their turn comes: all at once would be a stall too. */
function* piecesOf(lists: List[]): Generator<Piece> {
  for (let list = lists.shift(); list !== undefined; list = lists.shift()) {
    const { at, items, depth } = list;
    for (let from = 0; from < items.length; from += PIECE) {
      const within: List[] = [];
      yield { at, items: stripEach(items.slice(from, from + PIECE), depth, within, from) };
      for (const inner of within) lists.push({ ...inner, at: [...at, ...inner.at] });
    }
  }
}

/** The value without its long lists, which are added to `lists`; the very same value where there are none. */
function strip(value: unknown, depth: number, lists: List[]): unknown {
  if (depth > DEPTH || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    if (value.length <= PIECE) return stripEach(value, depth, lists, 0);
    lists.push({ at: [], items: value, depth });
    return [];
  }
  // Bytes and maps travel as they are.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const given = value as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | null = null;
  for (const key of Object.keys(given)) {
    const part = stripAt(given[key], key, depth, lists);
    if (part !== given[key]) (copy ??= { ...given })[key] = part;
  }
  return copy ?? given;
}

function stripEach(items: readonly unknown[], depth: number, lists: List[], from: number): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (const [index, item] of items.entries()) {
    const part = stripAt(item, from + index, depth, lists);
    if (part !== item) (copy ??= [...items])[index] = part;
  }
  return copy ?? items;
}

function stripAt(value: unknown, key: Key, depth: number, lists: List[]): unknown {
  const known = lists.length;
  const part = strip(value, depth + 1, lists);
  if (lists.length > known) for (const list of lists.slice(known)) list.at.unshift(key);
  return part;
}

/** Puts together what {@link inPieces} took apart, from its pieces and then its frame, both as they came out of a port. */
export class Assembly {
  readonly #lists = new Map<string, { readonly at: readonly Key[]; readonly items: unknown[] }>();

  add({ at, items }: Piece): void {
    const name = JSON.stringify(at);
    const list = this.#lists.get(name);
    if (list === undefined) this.#lists.set(name, { at, items: [...items] });
    else for (const item of items) list.items.push(item);
  }

  /** Changes the frame, and forgets the pieces. */
  whole(frame: unknown): unknown {
    // A list inside another's item finds its place only when that other is back in its own.
    const lists = [...this.#lists.values()].toSorted((a, b) => a.at.length - b.at.length);
    this.#lists.clear();
    let value = frame;
    for (const { at, items } of lists) {
      const last = at.at(-1);
      if (last === undefined) value = items;
      else put(holderOf(value, at.slice(0, -1)), last, items);
    }
    return value;
  }
}

function holderOf(value: unknown, path: readonly Key[]): unknown {
  return path.reduce((within: unknown, key) => Reflect.get(within as object, key), value);
}

function put(holder: unknown, key: Key, items: readonly unknown[]): void {
  Reflect.set(holder as object, key, items);
}
