import { useTranslation } from 'react-i18next';
import { saying } from '#renderer/app/saying.ts';
import { useBridge, useClient } from '#renderer/app/session.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { toast } from '#renderer/ui/toast.tsx';

/** «Informe de avisos…»: every open finding of documents as a page or a table; `name` proposes the file's. */
export function useFindingsReport(): (documents: readonly string[], name: string, as: 'html' | 'csv') => void {
  const { t } = useTranslation('checks');
  const client = useClient();
  const bridge = useBridge();
  const format = useFormat();
  return (documents, name, as) =>
    void saying(async () => {
      const file = await bridge.pickSave({
        title: t('report.title'),
        filters: [{ name: as.toUpperCase(), extensions: [as] }],
        name: `${t('report.title')} - ${name}.${as}`,
      });
      if (file === null) return;
      const { findings } = await client.checks.report({ documents, as, to: file.token });
      toast(t('report.done', { name: file.name, count: findings, n: format.number(findings) }), {
        label: t('report.reveal'),
        run: () => void bridge.reveal(file.token),
      });
    });
}
