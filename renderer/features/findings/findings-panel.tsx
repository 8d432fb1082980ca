import { useTranslation } from 'react-i18next';
import { useActiveUnitLater } from '#renderer/features/editor/workbench-context.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { DocumentFindings } from './document-findings.tsx';
import { UnitFindingList } from './unit-findings.tsx';
import './findings.css';

/** What should be looked at: in the unit one is in, then in the whole document. */
export function FindingsPanel() {
  const { t } = useTranslation('findings');
  const unit = useActiveUnitLater();
  return (
    <div className="findings-panel">
      <section aria-label={t('here')}>
        <h2>{t('here')}</h2>
        {unit === undefined ? <EmptyState text={t('nowhere')} /> : <UnitFindingList key={unit.id} unit={unit} />}
      </section>
      <DocumentFindings />
    </div>
  );
}
