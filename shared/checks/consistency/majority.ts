import type { UnitId } from '#shared/model/unit.ts';

/**
 * Units by what they speak of (a term, the thousands of numbers) and how they do it. The way most units have is the
 * document's; the others are told which it is. Only when the majority turns does a change touch units but its own.
 */
export class Majority {
  readonly #groups = new Map<string, Map<string, Set<UnitId>>>();
  readonly #winsTies: (value: string) => boolean;

  /** `winsTies`: ways that are right where as many units have another. */
  constructor(winsTies: (value: string) => boolean = () => false) {
    this.#winsTies = winsTies;
  }

  /** Returns the units that are told something else now. */
  add(key: string, value: string, unit: UnitId): readonly UnitId[] {
    const group = this.#groups.get(key) ?? new Map<string, Set<UnitId>>();
    this.#groups.set(key, group);
    return this.#turned(group, () => {
      const same = group.get(value) ?? new Set<UnitId>();
      group.set(value, same);
      same.add(unit);
    });
  }

  /** Returns the units that are told something else now. */
  remove(key: string, value: string, unit: UnitId): readonly UnitId[] {
    const group = this.#groups.get(key);
    if (group === undefined) return [];
    return this.#turned(group, () => {
      const same = group.get(value);
      same?.delete(unit);
      if (same?.size === 0) group.delete(value);
      if (group.size === 0) this.#groups.delete(key);
    });
  }

  /** The way more units have than have `value`; undefined where that one is the document's. */
  instead(key: string, value: string): string | undefined {
    const group = this.#groups.get(key);
    return group === undefined ? undefined : this.#insteadIn(group, value);
  }

  #insteadIn(group: ReadonlyMap<string, ReadonlySet<UnitId>>, value: string): string | undefined {
    const own = group.get(value)?.size ?? 0;
    const most = own + (this.#winsTies(value) ? 1 : 0);
    let found: string | undefined;
    let size = most - 1;
    for (const [other, units] of group) {
      if (other !== value && units.size > size) {
        found = other;
        size = units.size;
      }
    }
    return found;
  }

  #turned(group: ReadonlyMap<string, ReadonlySet<UnitId>>, change: () => void): readonly UnitId[] {
    const before = new Map(Array.from(group.keys(), (value) => [value, this.#insteadIn(group, value)]));
    change();
    return Array.from(group).flatMap(([value, units]) =>
      before.has(value) && before.get(value) === this.#insteadIn(group, value) ? [] : [...units],
    );
  }
}
