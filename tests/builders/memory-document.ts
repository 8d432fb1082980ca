import {
  applyCommand,
  type Applied,
  type Command,
  type CommandContext,
  type UnitReader,
} from '#shared/model/commands.ts';
import type { Content } from '#shared/model/content.ts';
import type { UnitId, UnitRecord } from '#shared/model/unit.ts';
import { unitRecord } from './unit-record.ts';

export const CONTEXT: CommandContext = { author: 'María', now: '2026-03-02T14:00:00.000Z' };

/** A unit with everything defaulted; `text` is its adapted text, linked to one source block of the same number. */
export function unit(id: string, text: string | Content = id, more: Partial<UnitRecord> = {}): UnitRecord {
  return unitRecord(id, text, { received: [`r-${id}`], ...more });
}

/** A document held in memory: the smallest thing commands can be applied to. */
export class MemoryDocument implements UnitReader {
  readonly document = 'doc';
  readonly #units = new Map<UnitId, UnitRecord>();

  constructor(units: readonly UnitRecord[]) {
    for (const record of units) this.#units.set(record.id, record);
  }

  get(id: UnitId): UnitRecord | undefined {
    return this.#units.get(id);
  }

  next(id: UnitId | null, container: string): UnitRecord | undefined {
    const siblings = this.all().filter((record) => record.placement.container === container);
    return siblings[id === null ? 0 : siblings.findIndex((record) => record.id === id) + 1];
  }

  /** All units in order of container and position. */
  all(): readonly UnitRecord[] {
    return [...this.#units.values()].toSorted((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
  }

  apply(command: Command, context: CommandContext = CONTEXT): Applied {
    const applied = applyCommand(this, command, context);
    for (const change of applied.changes) {
      if (change.after === null) this.#units.delete(change.unit);
      else this.#units.set(change.unit, change.after);
    }
    return applied;
  }
}

function orderKey(record: UnitRecord): string {
  return `${record.placement.container}\u0000${record.placement.position}\u0000${record.id}`;
}
