import { textOf } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';

export { plain } from '#shared/model/content.ts';

export function toText(unit: UnitRecord | undefined): string {
  return unit === undefined ? '(none)' : textOf(unit.content);
}
