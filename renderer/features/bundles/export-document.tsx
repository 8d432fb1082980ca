import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { exports } from '#shared/contract/exports.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { useBridge, useClient, type FileGrant } from '#renderer/app/session.ts';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { toast, toastError } from '#renderer/ui/toast.tsx';
import { Findings } from './finding-words.tsx';

interface Exported {
  readonly file: FileGrant;
  readonly result: OutputOf<typeof exports.document>;
}

/** «Exportar el documento…» (in the format it came in) and «… como PDF…» of the open document: asks where to, writes, says what is worth knowing. */
export function ExportDocument({ document }: { readonly document: string }) {
  const { t } = useTranslation(['bundles', 'common']);
  const client = useClient();
  const bridge = useBridge();
  const format = useFormat();
  const [exported, setExported] = useState<Exported | null>(null);

  const run = async (as: 'file' | 'pdf'): Promise<void> => {
    try {
      const library = useLibrary.getState().library ?? (await client.library.read({}));
      const row = library.documents.find((each) => each.id === document);
      const extension = as === 'pdf' ? 'pdf' : (row?.extension ?? 'docx');
      const file = await bridge.pickSave({
        title: t(`export.${as}`),
        filters: [{ name: t('export.files', { extension: extension.toUpperCase() }), extensions: [extension] }],
        name: `${row?.title ?? t('untitled')}.${extension}`,
      });
      if (file === null) return;
      const result = await client.exports.document({ document, as, to: file.token });
      const reveal = { label: t('reveal'), run: () => void bridge.reveal(file.token) };
      if (result.findings.length > 0) setExported({ file, result });
      else toast(t('export.done', { name: file.name, size: format.bytes(result.bytes) }), reveal);
    } catch (thrown) {
      const error = asAdaptaError(thrown);
      if (error.code !== 'cancelled') toastError(error);
    }
  };
  useMenuCommand('exportFile', () => void run('file'));
  useMenuCommand('exportPdf', () => void run('pdf'));

  if (exported === null) return null;
  const close = (): void => setExported(null);
  return (
    <Dialog title={t('export.doneTitle')} isOpen onClose={close}>
      <p>{t('export.done', { name: exported.file.name, size: format.bytes(exported.result.bytes) })}</p>
      <Findings findings={exported.result.findings} />
      <DialogActions>
        <Button icon="kit" onPress={() => void bridge.reveal(exported.file.token)}>
          {t('reveal')}
        </Button>
        <Button look="primary" onPress={close} takesFocus>
          {t('common:action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
