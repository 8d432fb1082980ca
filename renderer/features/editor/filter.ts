import { MODES, needsWork, STATUSES, type UnitRecord } from '#shared/model/unit.ts';
import type { EditorSurface } from '#renderer/editor/surface/editor-surface.ts';
import type { FindingBook } from '#renderer/features/findings/finding-book.ts';
import type { Filter } from './workbench-store.ts';

export const FILTERS: readonly Filter[] = [
  'all',
  'work',
  'findings',
  ...STATUSES.map((status): Filter => `status:${status}`),
  ...MODES.map((mode): Filter => `mode:${mode}`),
  'stale',
  'facilitator',
];

function matches(filter: Filter, unit: UnitRecord, findings: FindingBook): boolean {
  if (filter === 'all') return true;
  if (filter === 'work') return needsWork(unit);
  if (filter === 'findings') return findings.of(unit).open.length > 0;
  if (filter === 'stale') return unit.stale;
  if (filter === 'facilitator') return unit.audience === 'facilitator';
  const [what, value] = filter.split(':');
  return what === 'status' ? unit.status === value : unit.mode === value;
}

/**
 * Hides the rows that do not match and the sections without any; the row one is in always stays in sight. Returns how
 * many match, null for `all`.
 */
export function applyFilter(surface: EditorSurface, filter: Filter, findings: FindingBook): number | null {
  const root = surface.editor.getRootElement();
  if (root === null) return null;
  if (filter === 'all') {
    delete root.dataset['filter'];
    for (const hidden of root.querySelectorAll('.left-out')) hidden.classList.remove('left-out');
    return null;
  }
  surface.sections.fillAll();
  root.dataset['filter'] = filter;
  const seen = new Map<Element, boolean>();
  let count = 0;
  for (const unit of surface.session.model.units()) {
    const shown = matches(filter, unit, findings);
    if (shown) count += 1;
    const row = surface.row(unit.id);
    const section = row?.parentElement;
    if (row === null || section === null || section === undefined) continue;
    row.classList.toggle('left-out', !shown);
    seen.set(section, (seen.get(section) ?? false) || shown || row.classList.contains('active'));
  }
  for (const [section, shown] of seen) section.classList.toggle('left-out', !shown);
  return count;
}
