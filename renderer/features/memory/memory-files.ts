import { useTranslation } from 'react-i18next';
import type { MemorySummary } from '#shared/contract/memory.ts';
import { saying } from '#renderer/app/saying.ts';
import { useBridge, useClient } from '#renderer/app/session.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { toast } from '#renderer/ui/toast.tsx';

const ENDINGS = ['tmx', 'xlf', 'xliff', 'csv', 'tsv', 'txt'];

export interface MemoryFiles {
  /** Takes a file into a memory, or into a new one; resolves to the memory's id, null when nothing was taken. */
  readonly take: (into: MemorySummary | null) => Promise<string | null>;
  readonly put: (memory: MemorySummary, name: string) => Promise<void>;
}

/** Memories into files and out of them; says itself what came of it. */
export function useMemoryFiles(): MemoryFiles {
  const { t } = useTranslation('memory');
  const client = useClient();
  const bridge = useBridge();
  const format = useFormat();
  return {
    take: async (into) =>
      await saying(async () => {
        const [file] = await bridge.pickOpen({
          title: t('files.import'),
          filters: [{ name: t('files.kinds'), extensions: ENDINGS }],
          many: false,
        });
        if (file === undefined) return null;
        const { memory, added, updated, skipped } = await client.memory.import({
          file: file.token,
          memory: into?.id ?? null,
          sourceLanguage: into?.sourceLanguage ?? 'en',
          targetLanguage: into?.targetLanguage ?? 'es-BO',
        });
        const said = [
          t('files.added', { count: added, n: format.number(added) }),
          ...(updated === 0 ? [] : [t('files.updated', { count: updated, n: format.number(updated) })]),
          ...(skipped === 0 ? [] : [t('files.skipped', { count: skipped, n: format.number(skipped) })]),
        ];
        toast(`${file.name}: ${said.join(' · ')}`);
        return memory;
      }),
    put: async (memory, name) => {
      await saying(async () => {
        const file = await bridge.pickSave({
          title: t('files.export'),
          filters: [{ name: 'TMX', extensions: ['tmx'] }],
          name: `${name}.tmx`,
        });
        if (file === null) return;
        const { bytes, entries } = await client.memory.export({ memory: memory.id, to: file.token });
        const done = { name: file.name, size: format.bytes(bytes), count: entries, n: format.number(entries) };
        toast(t('files.done', done), { label: t('files.reveal'), run: () => void bridge.reveal(file.token) });
      });
    },
  };
}
