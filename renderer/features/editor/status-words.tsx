import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '#renderer/i18n/format.ts';
import { ModeLabel, StatusLabel } from '#renderer/ui/signs.tsx';
import { reasonWords } from './row-words.ts';
import type { Workbench } from './workbench.ts';

/** `unidad 34 de 412 · adaptado: institución, «GAM» — Ley 482 · ◐ borrador` for the status line. */
export function StatusWords({ workbench }: { readonly workbench: Workbench }) {
  const { t } = useTranslation(['editor', 'common']);
  const format = useFormat();
  const { store, session } = workbench;
  const active = useStore(store, (state) => state.active);
  const total = useStore(store, (state) => state.total);
  useStore(store, (state) => state.activeVersion + state.version);
  const unit = active === null ? undefined : session.model.get(active);
  if (unit === undefined) return <span>{t('units', { count: total, n: format.number(total) })}</span>;
  const at = session.model.indexOf(unit.id) + 1;
  return (
    <>
      <span>{t('unitOf', { at: format.number(at), total: format.number(total) })}</span>
      <span className="status-reason">
        <ModeLabel mode={unit.mode} />
        {unit.adaptation === null ? null : `: ${reasonWords(unit.adaptation, t)}`}
        {unit.mode !== 'faithful' && unit.adaptation === null ? `: ${t('reasonMissing')}` : null}
      </span>
      {unit.audience === 'facilitator' ? <span>{t('forFacilitator')}</span> : null}
      <StatusLabel status={unit.status} />
      {unit.stale ? <span className="status-stale">{t('stale')}</span> : null}
      <span className="status-hint">
        <kbd>Ctrl+Enter</kbd> {t('confirm')}
      </span>
    </>
  );
}
