import type { Finding } from '#shared/checks/check.ts';
import { runChecks } from '#shared/checks/registry.ts';
import { fromBlocks } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import type { RowContext } from '#renderer/editor/surface/row-view.ts';

/** The open findings of a unit as it stands, the same the library counts: none of severity info, none before work begins. */
export function findingsOf(unit: UnitRecord, rows: RowContext): readonly Finding[] {
  if (unit.status === 'untranslated') return [];
  const source = fromBlocks(rows.sourceOf(unit).map(({ content }) => content));
  return runChecks({ record: unit, source }, rows).filter(({ severity }) => severity !== 'info');
}
