import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { ModeLabel, StatusLabel } from '#renderer/ui/signs.tsx';
import { modeEntries, statusEntries } from './row-entries.tsx';
import { reasonWords } from './row-words.ts';
import type { Workbench } from './workbench.ts';

/** `unidad 34 de 412 · adaptado: institución, «GAM» — Ley 482 · ◐ borrador` for the status line. */
export function StatusWords({ workbench }: { readonly workbench: Workbench }) {
  const { t } = useTranslation(['editor', 'common']);
  const format = useFormat();
  const { store, session } = workbench;
  const active = useStore(store, (state) => state.active);
  const total = useStore(store, (state) => state.total);
  const shown = useStore(store, (state) => state.shown);
  useStore(store, (state) => state.activeVersion + state.version);
  const unit = active === null ? undefined : session.model.get(active);
  const filtered = shown === null ? null : <span>{t('filter.shown', { count: shown, n: format.number(shown) })}</span>;
  if (unit === undefined) {
    return (
      <>
        <span>{t('units', { count: total, n: format.number(total) })}</span>
        {filtered}
      </>
    );
  }
  const at = session.model.indexOf(unit.id) + 1;
  return (
    <>
      <span>{t('unitOf', { at: format.number(at), total: format.number(total) })}</span>
      {filtered}
      <UnitMode workbench={workbench} unit={unit} />
      {unit.audience === 'facilitator' ? <span>{t('forFacilitator')}</span> : null}
      <UnitStatus workbench={workbench} unit={unit} />
      {unit.stale ? <span className="status-stale">{t('stale')}</span> : null}
      <span className="status-hint">
        <kbd>Ctrl+Enter</kbd> {t('confirm')}
      </span>
    </>
  );
}

interface OfUnit {
  readonly workbench: Workbench;
  readonly unit: UnitRecord;
}

function UnitMode({ workbench, unit }: OfUnit) {
  const { t } = useTranslation(['editor', 'common']);
  const why =
    unit.adaptation === null ? (unit.mode === 'faithful' ? '' : t('reasonMissing')) : reasonWords(unit.adaptation, t);
  const label = t('signMode', { mode: t(`common:mode.${unit.mode}`) });
  return (
    <MenuButton
      label={label}
      placement="top start"
      entries={modeEntries(workbench, unit, t)}
      onClose={() => backToText(workbench)}
    >
      <Button look="plain" aria-label={why === '' ? label : `${label}: ${why}`}>
        <span className="status-reason">
          <ModeLabel mode={unit.mode} />
          {why === '' ? null : `: ${why}`}
        </span>
      </Button>
    </MenuButton>
  );
}

function UnitStatus({ workbench, unit }: OfUnit) {
  const { t } = useTranslation(['editor', 'common']);
  const label = t('signStatus', { status: t(`common:status.${unit.status}`) });
  return (
    <MenuButton
      label={label}
      placement="top start"
      entries={statusEntries(workbench, unit, t)}
      onClose={() => backToText(workbench)}
    >
      <Button look="plain" aria-label={label}>
        <StatusLabel status={unit.status} />
      </Button>
    </MenuButton>
  );
}

/** The caret comes back, unless a reason is asked for first. */
function backToText(workbench: Workbench): void {
  if (workbench.store.getState().reason === null) workbench.focus();
}
