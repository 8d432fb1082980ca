import type { UnitRecord } from '#shared/model/unit.ts';
import { unitRecord } from '#tests/builders/unit-record.ts';

/** A unit with an original, at a position of the body. */
export function unit(id: string, position: string, text = id, more: Partial<UnitRecord> = {}): UnitRecord {
  return unitRecord(id, text, { placement: { container: 'body', position }, ...more });
}
