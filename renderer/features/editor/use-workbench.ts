import { getFixedT, type TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Library } from '#shared/contract/library.ts';
import { reportSaving, useSaving } from '#renderer/app/saving.ts';
import { saying } from '#renderer/app/saying.ts';
import { useEngineEvent, useSession, type Session } from '#renderer/app/session.ts';
import { useSettings } from '#renderer/features/settings/settings-store.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { checkUnitOf } from '#renderer/features/findings/check-unit.ts';
import { FindingBook } from '#renderer/features/findings/finding-book.ts';
import { MatchFinder } from '#renderer/features/matches/match-finder.ts';
import { undoElsewhere } from '#renderer/features/matches/undo-elsewhere.ts';
import { TermBook } from '#renderer/features/unit-terms/term-book.ts';
import { toast, toastError } from '#renderer/ui/toast.tsx';
import type { RowWords } from '#renderer/editor/surface/row-view.ts';
import { rowWords } from './row-words.ts';
import { Workbench } from './workbench.ts';

/** The workbench of a document for as long as its view stands, bound to engine, settings and language. */
export function useNewWorkbench(document: string, library: Library): Workbench {
  const session = useSession();
  const { transport } = session;
  const { t } = useTranslation(['editor', 'common']);
  const [workbench] = useState(() => makeWorkbench(document, library, session, rowWords(t)));
  useEffect(() => workbench.repaint({ ...workbench.rows, words: rowWords(t) }), [workbench, t]);
  useEngineEvent('unitsChanged', (event) => {
    if (event.filledFrom !== undefined) workbench.session.filled(event.filledFrom, event.changes);
    else if (event.document === document) workbench.session.heard(event.changes);
  });
  useEffect(() => transport.onConnected(() => void workbench.session.queue.resume()), [transport, workbench]);
  return workbench;
}

/** Notices come later than a switch of the language may: they ask for its words when they are said. */
function words(): TFunction<'editor'> {
  return getFixedT(null, 'editor');
}

function makeWorkbench(document: string, library: Library, { transport }: Session, rows: RowWords): Workbench {
  const inAgenda = library.documents.find(({ id }) => id === document)?.kind === 'agenda';
  const workbench: Workbench = new Workbench({
    document,
    rows: {
      words: rows,
      ...languagesOf(library, document),
      sourceOf: (unit) => workbench.session.model.sourceOf(unit),
      receivedOf: (unit) => workbench.session.model.receivedOf(unit),
    },
    knowledge: {
      matches: new MatchFinder({
        ask: async (unit) => (await transport.client.memory.matches({ unit })).matches,
        asError: asAdaptaError,
      }),
      terms: new TermBook(() => workbench.rows),
      findings: new FindingBook({
        model: () => workbench.session.model,
        given: (unit) => checkUnitOf(unit, workbench.rows, inAgenda),
        languages: () => workbench.rows,
      }),
    },
    author: () => useSettings.getState().settings?.profile?.name ?? '',
    send: async (commands) => (await transport.client.units.apply({ document, commands })).changes,
    takeBackElsewhere: (changes) => void saying(async () => await undoElsewhere(transport.client, changes)),
    onSaveState: reportSaving,
    onPaste: ({ dropped }) => {
      if (dropped > 0) toast(words()('notice.dropped', { count: dropped }));
    },
    onRefused: toastError,
    onNotice: (name) => toast(words()(`notice.${name}`)),
  });
  if (useSaving.getState().saving.state === 'readOnly') {
    workbench.session.readOnly = true;
    workbench.store.setState({ readOnly: true });
  }
  return workbench;
}

function languagesOf(library: Library, document: string): { sourceLanguage: string; targetLanguage: string } {
  const moduleId = library.documents.find(({ id }) => id === document)?.module;
  const toolkitId = library.modules.find(({ id }) => id === moduleId)?.toolkit;
  const toolkit = library.toolkits.find(({ id }) => id === toolkitId);
  return { sourceLanguage: toolkit?.sourceLanguage ?? 'en', targetLanguage: toolkit?.targetLanguage ?? 'es-BO' };
}
