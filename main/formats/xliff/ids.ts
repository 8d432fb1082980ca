import type { XmlElement } from '../package/xml.ts';

/** Ids for new codes of a unit: `a1`, `a2` … as far as they are free. */
export class NewIds {
  readonly #taken = new Set<string>();
  #last = 0;

  constructor(unit: XmlElement) {
    this.#collect(unit);
  }

  #collect(element: XmlElement): void {
    const { id, mid } = element.attributes;
    if (id !== undefined) this.#taken.add(id);
    if (mid !== undefined) this.#taken.add(mid);
    for (const child of element.children) this.#collect(child);
  }

  next(): string {
    do this.#last += 1;
    while (this.#taken.has(`a${this.#last}`));
    return `a${this.#last}`;
  }
}
