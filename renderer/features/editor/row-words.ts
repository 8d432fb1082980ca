import type { TFunction } from 'i18next';
import type { RowWords } from '#renderer/editor/surface/row-view.ts';
import { cellOf, storyOf } from '#renderer/editor/surface/where.ts';
import { MODES, STATUSES, type Adaptation, type Mode, type Status, type UnitRecord } from '#shared/model/unit.ts';

/** The words the rows show, in the language of the interface. */
export function rowWords(t: TFunction<['editor', 'common']>): RowWords {
  // Looked up once, not for each of thousands of rows.
  const statuses = Object.fromEntries(
    STATUSES.map((status) => [status, t('signStatus', { status: t(`common:status.${status}`) })]),
  ) as Record<Status, string>;
  const modes = Object.fromEntries(
    MODES.map((mode) => [mode, t('signMode', { mode: t(`common:mode.${mode}`) })]),
  ) as Record<Mode, string>;
  return {
    status: (status) => statuses[status],
    mode: (mode) => modes[mode],
    where: (unit) => whereWords(unit, t),
    noSource: t('noSource'),
    facilitator: t('forFacilitator'),
    stale: t('stale'),
    omitted: (unit) => {
      const why = unit.adaptation === null ? '' : reasonWords(unit.adaptation, t);
      return why === '' ? t('omitted') : t('omittedBecause', { why });
    },
  };
}

/** Where a unit stands when it is not plain text of the body. */
export function whereWords(unit: UnitRecord, t: TFunction<['editor', 'common']>): string {
  const cell = cellOf(unit.placement.container);
  if (cell !== null) return t('cell', { row: cell.row, column: cell.column });
  if (['altText', 'caption', 'speakerNote', 'label'].includes(unit.kind)) return t(`common:unitKind.${unit.kind}`);
  if (storyOf(unit.placement.container) === 'body') return '';
  return unit.kind === 'paragraph' || unit.kind === 'heading' || unit.kind === 'listItem'
    ? ''
    : t(`common:unitKind.${unit.kind}`);
}

/** `institución, «GAM» — Ley 482`: reason, note, reference. */
export function reasonWords(adaptation: Adaptation, t: TFunction<['editor', 'common']>): string {
  const parts = [t(`common:reason.${adaptation.reason}`)];
  if (adaptation.note !== undefined && adaptation.note !== '') parts.push(`, «${adaptation.note}»`);
  if (adaptation.reference !== undefined && adaptation.reference !== '') parts.push(` — ${adaptation.reference}`);
  return parts.join('');
}
