import { useTranslation } from 'react-i18next';
import type { TermFilter, TermImportReport } from '#shared/contract/terms.ts';
import { saying } from '#renderer/app/saying.ts';
import { useBridge, useClient } from '#renderer/app/session.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { toast } from '#renderer/ui/toast.tsx';

export interface TermFiles {
  /** Asks for a file and takes it in; resolves to the report, null when nothing was taken. */
  readonly take: () => Promise<TermImportReport | null>;
  readonly takeStarter: () => Promise<TermImportReport | null>;
  readonly put: (filter: TermFilter, as: 'tbx' | 'csv') => Promise<void>;
}

/** The glossary into files and out of them; says itself why not. */
export function useTermFiles(): TermFiles {
  const { t } = useTranslation('terms');
  const client = useClient();
  const bridge = useBridge();
  const format = useFormat();
  return {
    take: async () =>
      await saying(async () => {
        const [file] = await bridge.pickOpen({
          title: t('files.take'),
          filters: [{ name: t('files.kinds'), extensions: ['tbx', 'csv', 'tsv', 'xml'] }],
          many: false,
        });
        return file === undefined ? null : await client.terms.import({ file: file.token, toolkit: null });
      }),
    takeStarter: async () => await saying(async () => await client.terms.importStarter({})),
    put: async (filter, as) => {
      await saying(async () => {
        const file = await bridge.pickSave({
          title: t(`files.${as}`),
          filters: [{ name: as.toUpperCase(), extensions: [as] }],
          name: `${t('title')}.${as}`,
        });
        if (file === null) return;
        const { bytes, concepts } = await client.terms.export({ filter, as, to: file.token });
        const done = { name: file.name, size: format.bytes(bytes), count: concepts, n: format.number(concepts) };
        toast(t('files.done', done), { label: t('files.reveal'), run: () => void bridge.reveal(file.token) });
      });
    },
  };
}
