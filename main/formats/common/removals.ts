import type { Edit, Splicer } from './splice.ts';

/** Stretches taken out of a text, and what is still taken from them for another place. */
export class Removals {
  readonly #splicer: Splicer;
  readonly #edits = new Map<string, Edit>();

  constructor(splicer: Splicer) {
    this.#splicer = splicer;
  }

  /** Takes a stretch out, or leaves `render` in its place. */
  add(start: number, end: number, render: () => string = () => ''): Edit {
    const edit = this.#splicer.add({ start, end, render });
    this.#edits.set(`${start} ${end}`, edit);
    return edit;
  }

  /** A stretch with its edits, as if it were not taken out where it stood. */
  slice(start: number, end: number): string {
    const edit = this.#edits.get(`${start} ${end}`);
    return edit === undefined ? this.#splicer.slice(start, end) : this.#splicer.sliceWithin(edit, start, end);
  }
}
