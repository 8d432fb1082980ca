import type { CheckUnit } from '#shared/checks/check.ts';
import type { BlockView } from '#shared/contract/unit.ts';
import { fromBlocks, type Content } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { RowContext } from '#renderer/editor/surface/row-view.ts';

/** A unit with its original and the received translation, as the checks want it. */
export function checkUnitOf(
  unit: UnitRecord,
  rows: Pick<RowContext, 'sourceOf' | 'receivedOf'>,
  inAgenda: boolean,
): CheckUnit {
  const received = rows.receivedOf(unit);
  return {
    record: unit,
    source: joined(rows.sourceOf(unit)),
    inAgenda,
    ...(received.length === 0 ? {} : { received: joined(received) }),
  };
}

function joined(blocks: readonly BlockView[]): Content {
  return fromBlocks(blocks.map(({ content }) => content));
}
