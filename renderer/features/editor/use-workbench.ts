import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Library } from '#shared/contract/library.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { reportSaving, useSaving } from '#renderer/app/saving.ts';
import { useEngineEvent, useSession } from '#renderer/app/session.ts';
import type { RowContext } from '#renderer/editor/surface/row-view.ts';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { useSettings } from '#renderer/features/settings/settings-store.ts';
import { toast, toastError } from '#renderer/ui/toast.tsx';
import { rowWords } from './row-words.ts';
import { Workbench } from './workbench.ts';

/** A workbench for a document, bound to engine, settings and language; null until the library is read. */
export function useNewWorkbench(document: string): Workbench | null {
  const { transport } = useSession();
  const { t, i18n } = useTranslation(['editor', 'common']);
  const library = useLibrary((state) => state.library);
  const readLibrary = useLibrary((state) => state.read);
  const [workbench, setWorkbench] = useState<Workbench | null>(null);
  const language = i18n.resolvedLanguage ?? 'es';

  useEffect(() => {
    if (library === null) void readLibrary(transport.client);
  }, [library, readLibrary, transport]);

  const make = useEffectEvent((known: Library): Workbench => {
    const made: Workbench = new Workbench({
      document,
      rows: rowContext(known, document, () => made, rowWords(t)),
      author: () => useSettings.getState().settings?.profile?.name ?? '',
      send: async (commands) => (await transport.client.units.apply({ document, commands })).changes,
      onSaveState: reportSaving,
      onPaste: ({ dropped }) => {
        if (dropped > 0) toast(t('notice.dropped', { count: dropped }));
      },
      onRefused: toastError,
      onNotice: (name) => toast(t(`notice.${name}`)),
    });
    if (useSaving.getState().saving.state === 'readOnly') {
      made.session.readOnly = true;
      made.store.setState({ readOnly: true });
    }
    return made;
  });
  const ready = library !== null;
  useEffect(() => {
    const known = useLibrary.getState().library;
    if (!ready || known === null) return;
    setWorkbench(make(known));
  }, [ready, document]);

  const repaint = useEffectEvent(() => workbench?.repaint({ ...workbench.rows, words: rowWords(t) }));
  useEffect(() => repaint(), [language]);

  useEngineEvent('unitsChanged', (event) => {
    if (event.document === document) workbench?.session.heard(event.changes);
  });
  useEffect(() => transport.onConnected(() => void workbench?.session.queue.resume()), [transport, workbench]);
  return workbench;
}

function rowContext(
  library: Library,
  document: string,
  workbench: () => Workbench,
  words: RowContext['words'],
): RowContext {
  const moduleId = library.documents.find(({ id }) => id === document)?.module;
  const toolkitId = library.modules.find(({ id }) => id === moduleId)?.toolkit;
  const toolkit = library.toolkits.find(({ id }) => id === toolkitId);
  return {
    words,
    sourceLanguage: toolkit?.sourceLanguage ?? 'en',
    targetLanguage: toolkit?.targetLanguage ?? 'es-BO',
    sourceOf: (unit: UnitRecord) => workbench().session.model.sourceOf(unit),
    receivedOf: (unit: UnitRecord) => workbench().session.model.receivedOf(unit),
  };
}
