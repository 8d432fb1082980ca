import { useTranslation } from 'react-i18next';
import type { FileGrant } from '#shared/contract/bridge.ts';
import { go } from '#renderer/app/routes.ts';
import { useBridge } from '#renderer/app/session.ts';
import { toast } from '#renderer/ui/toast.tsx';

/** Begins an import from the dialog or from files dropped; `module` is where the document will go unless changed. */
export function useImportFiles(module: string | null): {
  readonly pick: (into?: string) => void;
  readonly drop: (files: readonly File[]) => void;
} {
  const { t } = useTranslation('library');
  const bridge = useBridge();
  return {
    pick: (into) => begin([], into ?? module),
    drop: (files) => {
      void (async () => {
        const granted = await Promise.all(files.slice(0, 3).map((file) => bridge.grantDropped(file)));
        const usable = granted.filter((grant): grant is FileGrant => grant !== null);
        if (usable.length === files.length && usable.length > 0 && usable.length <= 2) begin(usable, module);
        else toast(t('dropRefused'));
      })();
    },
  };
}

function begin(files: readonly FileGrant[], module: string | null): void {
  go({ view: 'import', files, module });
}
