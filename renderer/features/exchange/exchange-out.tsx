import { useTranslation } from 'react-i18next';
import type { ExchangeFormatId } from '#shared/contract/exchange.ts';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { useBridge, useClient } from '#renderer/app/session.ts';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { toast, toastError } from '#renderer/ui/toast.tsx';

const ENDINGS: Readonly<Record<ExchangeFormatId, string>> = { review: 'docx', xliff21: 'xlf', xliff12: 'xliff' };

/** «Exportar para revisar…» and «… para traducir…» of the open document. What comes back: {@link ReturnDialog}. */
export function ExchangeOut({ document }: { readonly document: string }) {
  const { t } = useTranslation('exchange');
  const client = useClient();
  const bridge = useBridge();
  const format = useFormat();
  const run = async (as: ExchangeFormatId): Promise<void> => {
    try {
      const title = useLibrary.getState().library?.documents.find(({ id }) => id === document)?.title ?? '';
      const extension = ENDINGS[as];
      const file = await bridge.pickSave({
        title: t(`out.${as}`),
        filters: [{ name: t(`files.${as}`), extensions: [extension] }],
        name: `${title} - ${t(`name.${as}`)}.${extension}`,
      });
      if (file === null) return;
      const { bytes, units } = await client.exchange.out({ document, as, to: file.token });
      toast(t('done', { name: file.name, size: format.bytes(bytes), count: units, n: format.number(units) }), {
        label: t('reveal'),
        run: () => void bridge.reveal(file.token),
      });
    } catch (thrown) {
      const error = asAdaptaError(thrown);
      if (error.code !== 'cancelled') toastError(error);
    }
  };
  useMenuCommand('exportReview', () => void run('review'));
  useMenuCommand('exportXliff', () => void run('xliff21'));
  useMenuCommand('exportXliff12', () => void run('xliff12'));
  return null;
}
