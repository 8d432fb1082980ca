import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#shared/model/report.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { ReportTables } from './report.tsx';

/** Nothing in it can be operated, and it may be longer than the view: the keyboard must be able to scroll it. */
const SCROLLED = { tabIndex: 0 };

/** Step 3: what was found in the files, before the document is made of them. */
export function ReportStep({
  source,
  received,
  error,
}: {
  readonly source: ImportReport;
  readonly received: ImportReport | null;
  readonly error: AdaptaError | null;
}) {
  const { t } = useTranslation('import');
  return (
    <section className="import-report" aria-label={t('step.report')} {...SCROLLED}>
      {error === null ? null : <ErrorNotice error={error} />}
      <p className="muted">{t('reportIntro')}</p>
      <ReportTables source={source} received={received} />
    </section>
  );
}
