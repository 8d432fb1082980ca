import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#shared/model/report.ts';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { useClient } from '#renderer/app/session.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { toastError } from '#renderer/ui/toast.tsx';
import { ReportTables } from './report.tsx';
import './import.css';

/** The import report of the open document, from the menu. */
export function ReportDialog({ document }: { readonly document: string }) {
  const { t } = useTranslation(['import', 'common']);
  const client = useClient();
  const [report, setReport] = useState<{ source: ImportReport; received: ImportReport | null } | null>(null);
  useMenuCommand('showImportReport', () => {
    client.imports.report({ document }).then(setReport, (thrown: unknown) => toastError(asAdaptaError(thrown)));
  });
  const close = (): void => setReport(null);
  if (report === null) return null;
  return (
    <Dialog title={t('step.report')} isOpen onClose={close} wide>
      <ReportTables source={report.source} received={report.received} />
      <DialogActions>
        <Button onPress={close} takesFocus>
          {t('common:action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
