import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { BackupsDialog } from '#renderer/features/backups/backups-dialog.tsx';
import { VerifyDialog } from '#renderer/features/bundles/verify-dialog.tsx';
import { ReturnDialog } from '#renderer/features/exchange/return-dialog.tsx';
import { HelpDialogs } from '#renderer/features/help/help-dialogs.tsx';
import { useJobs } from '#renderer/features/jobs/jobs-store.ts';
import { FirstRun } from '#renderer/features/profile/first-run.tsx';
import { SettingsDialog } from '#renderer/features/settings/settings-dialog.tsx';
import { useSettings } from '#renderer/features/settings/settings-store.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Toasts, toastError } from '#renderer/ui/toast.tsx';
import { EngineBanner, EngineFailed, useEngineState } from './engine-state.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { StatusLine } from './frame/status-line.tsx';
import { useMenuCommand } from './menu-commands.ts';
import { go, useRoute } from './routes.ts';
import { reportSaving } from './saving.ts';
import { useEngineEvent, useSession, type Session } from './session.ts';
import { RoutedView } from './views.tsx';

/** The window: banner, the present view, status line, and what floats over them. */
export function App() {
  const session = useSession();
  const format = useFormat();
  const engine = useEngineState();
  const settings = useSettings((state) => state.settings);
  const hearJob = useJobs((state) => state.hear);
  useEngineEvent('job', hearJob);
  useEngineEvent('memoryReplaced', ({ file, imported }) => {
    const memories = imported.join(', ');
    toastError(
      memories === ''
        ? new AdaptaError('memoryReplaced', { file })
        : new AdaptaError('memoriesToImport', { file, memories }),
    );
  });
  useEffect(() => session.transport.onConnected(() => void readAnew(session)), [session]);
  useFileDropGuard();
  useMenuPlace();
  useMenuCommand('showLibrary', () => go({ view: 'library' }));
  useMenuCommand('showTerms', () => go({ view: 'terms' }));
  useMenuCommand('showMemory', () => go({ view: 'memory' }));
  useMenuCommand('showStatistics', () => go({ view: 'statistics' }));
  useMenuCommand('createBundle', () => go({ view: 'bundle', documents: [] }));
  const setLanguage = useSettings((state) => state.setLanguage);
  useMenuCommand('languageEs', () => void setLanguage('es'));
  useMenuCommand('languageEn', () => void setLanguage('en'));

  return (
    <I18nProvider locale={format.locale}>
      <div className="app">
        {engine.state === 'gone' ? <EngineBanner /> : <div />}
        <ErrorBoundary>
          {engine.state === 'failed' ? (
            <EngineFailed code={engine.code} params={engine.params} />
          ) : settings === null ? (
            <Opening />
          ) : (
            <RoutedView />
          )}
        </ErrorBoundary>
        {settings === null || engine.state === 'failed' ? null : <StatusLine />}
        {settings === null || settings.profile !== null || engine.state === 'failed' ? null : <FirstRun />}
        <SettingsDialog />
        <HelpDialogs />
        <VerifyDialog />
        <ReturnDialog />
        <BackupsDialog />
        <Toasts />
      </div>
    </I18nProvider>
  );
}

function Opening() {
  const { t } = useTranslation();
  return <main className="opening">{t('engine.starting')}</main>;
}

/** What the window itself keeps of the engine's state, read again after every start. */
async function readAnew(session: Session): Promise<void> {
  try {
    const { client } = session.transport;
    const [, jobs, info] = await Promise.all([
      useSettings.getState().read(session),
      client.jobs.list({}),
      client.app.info({}),
    ]);
    useJobs.getState().set(jobs.jobs);
    reportSaving(info.readOnly ? { state: 'readOnly' } : { state: 'saved', at: null });
  } catch (thrown) {
    const error = asAdaptaError(thrown);
    if (error.code !== 'engineGone') toastError(error);
  }
}

/** A file dropped beside its target must not replace the window. */
function useFileDropGuard(): void {
  useEffect(() => {
    const keep = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);
}

/** Tells the menu which of its commands make sense here. */
function useMenuPlace(): void {
  const { bridge } = useSession();
  const view = useRoute((state) => state.route.view);
  useEffect(() => bridge.setMenuPlace(view === 'document' ? 'document' : 'library'), [bridge, view]);
}
