import type { UnitId } from '#shared/model/unit.ts';

/** What another unit of the same group has, with how many have it. */
export interface Rival {
  readonly value: string;
  readonly units: ReadonlySet<UnitId>;
}

const ENOUGH = 20;

/**
 * Units by a text they share (an original) and the text each has for it (its translation). Adding,
 * removing and asking take the time of one group, and of most groups there is one unit.
 */
export class Groups {
  readonly #groups = new Map<string, Map<string, Set<UnitId>>>();

  /** Returns the units for which the group says something else now. */
  add(key: string, value: string, unit: UnitId): readonly UnitId[] {
    const group = this.#groups.get(key) ?? new Map<string, Set<UnitId>>();
    this.#groups.set(key, group);
    const same = group.get(value) ?? new Set<UnitId>();
    group.set(value, same);
    same.add(unit);
    return group.size > 1 ? members(group) : [];
  }

  /** Returns the units for which the group says something else now. */
  remove(key: string, value: string, unit: UnitId): readonly UnitId[] {
    const group = this.#groups.get(key);
    const same = group?.get(value);
    if (group === undefined || same === undefined) return [];
    const touched = group.size > 1 ? members(group) : [];
    same.delete(unit);
    if (same.size === 0) group.delete(value);
    if (group.size === 0) this.#groups.delete(key);
    return touched;
  }

  /** Other values of a group, the most frequent first; of a group of hundreds (what stands in every table) some are enough. */
  rivals(key: string, value: string): readonly Rival[] {
    const group = this.#groups.get(key);
    if (group === undefined || group.size < 2) return [];
    const rivals: Rival[] = [];
    for (const [other, units] of group) {
      if (other !== value) rivals.push({ value: other, units });
      if (rivals.length === ENOUGH) break;
    }
    return rivals.toSorted((a, b) => b.units.size - a.units.size);
  }
}

function members(group: ReadonlyMap<string, ReadonlySet<UnitId>>): readonly UnitId[] {
  return [...group.values()].flatMap((units) => [...units]);
}
