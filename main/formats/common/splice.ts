/** A replacement in a part's text; `start === end` inserts. The new text is asked for when the part is written. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  render(): string;
}

/**
 * The edits of one part. They may nest (a text box inside an edited paragraph): the outer one's new text is made of
 * slices of the old, and each slice comes with the edits inside it already made. Everything outside edits is copied.
 */
export class Splicer {
  readonly text: string;
  readonly #edits: Edit[] = [];
  readonly #active = new Set<Edit>();
  #sorted = true;

  constructor(text: string) {
    this.text = text;
  }

  get changed(): boolean {
    return this.#edits.length > 0;
  }

  add(edit: Edit): Edit {
    this.#edits.push(edit);
    this.#sorted = false;
    return edit;
  }

  replace(start: number, end: number, text: string): Edit {
    return this.add({ start, end, render: () => text });
  }

  /** How many edits lie between two places, insertions at either end included. */
  within({ start, end }: { readonly start: number; readonly end: number }): number {
    return this.#edits.reduce((count, edit) => count + Number(edit.start >= start && edit.end <= end), 0);
  }

  /** The part as it will be. */
  render(): string {
    return this.slice(0, this.text.length, true);
  }

  /** What {@link render} gives, in pieces that need never stand in memory together. */
  pieces(): Iterable<string> {
    return this.#pieces(0, this.text.length, true);
  }

  /** A range with the edits inside it made; insertions at its very ends only where `inclusive`. */
  slice(start: number, end: number, inclusive = false): string {
    let out = '';
    for (const piece of this.#pieces(start, end, inclusive)) out += piece;
    return out;
  }

  *#pieces(start: number, end: number, inclusive: boolean): Generator<string> {
    this.#sort();
    let at = start;
    for (let index = this.#firstFrom(start); index < this.#edits.length; index++) {
      const edit = this.#edits[index] as Edit;
      if (edit.start > end) break;
      const isInsertion = edit.start === edit.end;
      const outside = edit.start < at || edit.end > end || this.#active.has(edit);
      if (outside || (isInsertion && !inclusive && (edit.start === start || edit.end === end))) continue;
      yield this.text.slice(at, edit.start);
      yield this.#run(edit);
      at = edit.end;
    }
    yield this.text.slice(at, end);
  }

  /** A range as {@link slice} gives it, as if `edit` (which covers it) were not there: what was moved away from it. */
  sliceWithin(edit: Edit, start: number, end: number, inclusive = false): string {
    this.#active.add(edit);
    try {
      return this.slice(start, end, inclusive);
    } finally {
      this.#active.delete(edit);
    }
  }

  #run(edit: Edit): string {
    this.#active.add(edit);
    try {
      return edit.render();
    } finally {
      this.#active.delete(edit);
    }
  }

  /** By start; at one place insertions first, then the outer before the inner. */
  #sort(): void {
    if (this.#sorted) return;
    this.#edits.sort((a, b) => a.start - b.start || (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
    this.#sorted = true;
  }

  #firstFrom(start: number): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle] as Edit).start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Of edits at one place: insertions first, then by how much they cover. */
function rank(edit: Edit): number {
  return edit.start === edit.end ? Number.NEGATIVE_INFINITY : -edit.end;
}
