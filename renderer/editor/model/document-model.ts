import type { BlockView } from '#shared/contract/unit.ts';
import type { UnitChange, UnitReader } from '#shared/model/commands.ts';
import type { DocumentId, UnitId, UnitRecord } from '#shared/model/unit.ts';

/**
 * The open document as the page knows it: units in reading order and the blocks they link to. Changes only through
 * {@link apply}, with what the pure commands of shared/model computed, so it never disagrees with the engine for long.
 */
export class DocumentModel implements UnitReader {
  readonly document: DocumentId;
  readonly #records = new Map<UnitId, UnitRecord>();
  readonly #blocks = new Map<string, BlockView>();
  readonly #order: UnitId[] = [];
  /** Ids of each container, by position. */
  readonly #containers = new Map<string, UnitId[]>();
  /** What stood before a unit when it left its position: an undo puts it back there, also behind a table. */
  readonly #left = new Map<string, UnitId | null>();

  constructor(document: DocumentId) {
    this.document = document;
  }

  /** Adds a page behind what is there; units already known are left alone. */
  append(units: readonly UnitRecord[], blocks: readonly BlockView[]): void {
    for (const block of blocks) this.#blocks.set(block.id, block);
    for (const unit of units) {
      if (this.#records.has(unit.id)) continue;
      this.#records.set(unit.id, unit);
      this.#order.push(unit.id);
      this.#insertInContainer(unit);
    }
  }

  get size(): number {
    return this.#order.length;
  }

  /** Unit ids in reading order. Not to be kept: it changes with the document. */
  get order(): readonly UnitId[] {
    return this.#order;
  }

  get(id: UnitId): UnitRecord | undefined {
    return this.#records.get(id);
  }

  block(id: string): BlockView | undefined {
    return this.#blocks.get(id);
  }

  sourceOf(unit: UnitRecord): readonly BlockView[] {
    return unit.source.flatMap((id) => this.#blocks.get(id) ?? []);
  }

  receivedOf(unit: UnitRecord): readonly BlockView[] {
    return unit.received.flatMap((id) => this.#blocks.get(id) ?? []);
  }

  /** Zero-based place in reading order; -1 when it is not there. */
  indexOf(id: UnitId): number {
    return this.#order.indexOf(id);
  }

  at(index: number): UnitRecord | undefined {
    const id = this.#order[index];
    return id === undefined ? undefined : this.#records.get(id);
  }

  /** The unit `step` places further in reading order. */
  neighbour(id: UnitId, step: 1 | -1): UnitRecord | undefined {
    const index = this.indexOf(id);
    return index < 0 ? undefined : this.at(index + step);
  }

  /** The units of one container, in order. */
  inContainer(container: string): readonly UnitRecord[] {
    return (this.#containers.get(container) ?? []).flatMap((id) => this.get(id) ?? []);
  }

  next(id: UnitId | null, container: string): UnitRecord | undefined {
    const ids = this.#containers.get(container) ?? [];
    const next = id === null ? ids[0] : ids[this.#placeOf(id, ids) + 1];
    return next === undefined ? undefined : this.#records.get(next);
  }

  previous(id: UnitId): UnitRecord | undefined {
    const unit = this.#records.get(id);
    if (unit === undefined) return undefined;
    const ids = this.#containers.get(unit.placement.container) ?? [];
    const previous = ids[this.#placeOf(id, ids) - 1];
    return previous === undefined ? undefined : this.#records.get(previous);
  }

  *units(): Iterable<UnitRecord> {
    for (const id of this.#order) {
      const unit = this.#records.get(id);
      if (unit !== undefined) yield unit;
    }
  }

  /** Takes over what a command did. */
  apply(changes: readonly UnitChange[]): void {
    for (const { unit, after } of changes) if (after === null) this.#remove(unit);
    const placed = changes
      .flatMap(({ after }) => after ?? [])
      .toSorted((a, b) => (a.placement.position < b.placement.position ? -1 : 1));
    for (const after of placed) this.#put(after);
  }

  #put(after: UnitRecord): void {
    const known = this.#records.get(after.id);
    this.#records.set(after.id, after);
    if (known !== undefined && samePlace(known, after)) return;
    if (known !== undefined) this.#leave(known);
    this.#insertInContainer(after);
    this.#order.splice(this.#displayIndex(after), 0, after.id);
  }

  #remove(id: UnitId): void {
    const unit = this.#records.get(id);
    if (unit === undefined) return;
    this.#leave(unit);
    this.#records.delete(id);
  }

  #leave(unit: UnitRecord): void {
    const index = this.#order.indexOf(unit.id);
    this.#left.set(spot(unit), this.#order[index - 1] ?? null);
    this.#order.splice(index, 1);
    this.#removeFromContainer(unit);
  }

  /** Behind its container's previous unit; back at an earlier position, never before what it stood behind there. */
  #displayIndex(unit: UnitRecord): number {
    const previous = this.previous(unit.id);
    const next = this.next(unit.id, unit.placement.container);
    const nextIndex = next === undefined ? this.#order.length : this.#order.indexOf(next.id);
    const left = this.#left.get(spot(unit));
    const behind = left === undefined || left === null ? -1 : this.#order.indexOf(left);
    if (previous !== undefined) {
      return Math.max(this.#behind(previous), behind < nextIndex ? behind + 1 : 0);
    }
    if (next !== undefined) return nextIndex;
    return left === undefined ? this.#order.length : behind + 1;
  }

  /** The place behind a unit and the text boxes, notes and alternative texts read with it, as the engine reads them too. */
  #behind({ id, placement: { container } }: UnitRecord): number {
    let index = this.#order.indexOf(id) + 1;
    for (let next = this.at(index); next !== undefined && isAnchored(next, container); next = this.at(index))
      index += 1;
    return index;
  }

  #insertInContainer(unit: UnitRecord): void {
    const ids = this.#containers.get(unit.placement.container) ?? [];
    this.#containers.set(unit.placement.container, ids);
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#positionOf(ids[middle]) <= unit.placement.position) low = middle + 1;
      else high = middle;
    }
    ids.splice(low, 0, unit.id);
  }

  #removeFromContainer(unit: UnitRecord): void {
    const ids = this.#containers.get(unit.placement.container) ?? [];
    const index = ids.indexOf(unit.id);
    if (index >= 0) ids.splice(index, 1);
  }

  #positionOf(id: UnitId | undefined): string {
    return id === undefined ? '' : (this.#records.get(id)?.placement.position ?? '');
  }

  #placeOf(id: UnitId, ids: readonly UnitId[]): number {
    return ids.indexOf(id);
  }
}

function spot({ id, placement }: UnitRecord): string {
  return `${id} ${placement.container} ${placement.position}`;
}

function samePlace(a: UnitRecord, b: UnitRecord): boolean {
  return a.placement.container === b.placement.container && a.placement.position === b.placement.position;
}

/** Read with the unit of `container` it hangs on: neither of that container, nor in a table of it, nor a story of its own. */
function isAnchored({ placement }: UnitRecord, container: string): boolean {
  const other = placement.container;
  if (other === container || other.startsWith(`${container}/`)) return false;
  return !/^(?:body|header:|footer:|source:)/u.test(other);
}
