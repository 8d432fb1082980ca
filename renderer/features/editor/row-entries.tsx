import type { TFunction } from 'i18next';
import type { Mode, Status, UnitRecord } from '#shared/model/unit.ts';
import { isLoose } from '#renderer/editor/structure.ts';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { ModeSign, StatusSign } from '#renderer/ui/signs.tsx';
import type { Workbench } from './workbench.ts';

const STATUS_KEYS: readonly (readonly [Status, string])[] = [
  ['draft', 'Alt+1'],
  ['translated', 'Alt+2'],
  ['reviewed', 'Alt+3'],
  ['approved', 'Alt+4'],
];

type Words = TFunction<['editor', 'common']>;

/** The statuses a person can give a unit, for its menu and the status line. */
export function statusEntries(workbench: Workbench, unit: UnitRecord, t: Words): readonly MenuEntry[] {
  const { readOnly } = workbench.session;
  return STATUS_KEYS.map(([status, keys]) => ({
    id: status,
    label: t(`common:status.${status}`),
    sign: <StatusSign status={status} />,
    keys,
    isDisabled: readOnly || (unit.status === status && !unit.stale),
    onAction: () => workbench.setStatus(status),
  }));
}

/** The modes a unit can have: with an original faithful, adapted or omitted, else added. */
export function modeEntries(workbench: Workbench, unit: UnitRecord, t: Words): readonly MenuEntry[] {
  const { readOnly } = workbench.session;
  return modesOf(unit).map(([mode, keys]) => ({
    id: `mode-${mode}`,
    label: mode === 'faithful' ? t('common:mode.faithful') : t('menu.mode', { mode: t(`common:mode.${mode}`) }),
    sign: <ModeSign mode={mode} />,
    keys,
    isDisabled: readOnly || (mode === 'faithful' && unit.mode === 'faithful'),
    onAction: () => workbench.askMode(mode),
  }));
}

function modesOf(unit: UnitRecord): readonly (readonly [Mode, string])[] {
  if (unit.source.length > 0) {
    return [
      ['faithful', 'Alt+5'],
      ['adapted', 'Alt+6'],
      ['omitted', 'Alt+7'],
    ];
  }
  return isLoose(unit)
    ? [['added', 'Alt+6']]
    : [
        ['added', 'Alt+6'],
        ['omitted', 'Alt+7'],
      ];
}
