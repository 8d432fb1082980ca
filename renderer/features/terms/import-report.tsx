import { useTranslation } from 'react-i18next';
import type { TermImportReport } from '#shared/contract/terms.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';

/** What came of a glossary file: counts, and every line that could not be used. */
export function ImportReport({
  report,
  onClose,
}: {
  readonly report: TermImportReport | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['terms', 'common']);
  const format = useFormat();
  return (
    <Dialog title={t('report.title')} isOpen={report !== null} onClose={onClose}>
      {report === null ? null : (
        <>
          <ul className="term-report">
            {(['added', 'merged', 'unchanged'] as const)
              .filter((what) => what === 'added' || report[what] > 0)
              .map((what) => (
                <li key={what}>{t(`report.${what}`, { count: report[what], n: format.number(report[what]) })}</li>
              ))}
          </ul>
          {report.skipped.length === 0 ? null : (
            <>
              <h3>{t('report.skipped', { count: report.skipped.length, n: format.number(report.skipped.length) })}</h3>
              <ol className="term-skipped" aria-label={t('report.skippedList')}>
                {report.skipped.map(({ line, reason }) => (
                  <li key={`${line} ${reason}`}>
                    {t('report.line', { line: format.number(line), reason: t(skipKey(reason)) })}
                  </li>
                ))}
              </ol>
            </>
          )}
        </>
      )}
      <DialogActions>
        <Button look="primary" onPress={onClose} takesFocus>
          {t('common:action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const REASONS = ['noTerm', 'noSource', 'noTarget', 'tooLong', 'badLine'] as const;

function skipKey(reason: string): `terms:report.reason.${(typeof REASONS)[number] | 'other'}` {
  return `terms:report.reason.${REASONS.find((known) => known === reason) ?? 'other'}`;
}
