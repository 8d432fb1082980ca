import { useTranslation } from 'react-i18next';
import type { ModuleSummary } from '#shared/contract/library.ts';
import type { ImportPlan } from '#shared/contract/imports.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { useClient } from '#renderer/app/session.ts';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { moduleName } from '#renderer/features/library/order.ts';
import { jobStep } from '#renderer/features/jobs/job-words.ts';
import { runningJob, useJobs } from '#renderer/features/jobs/jobs-store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';

/** While the files are read: how far, and the way out. */
export function Reading() {
  const { t } = useTranslation(['import', 'jobs', 'common']);
  const client = useClient();
  const job = useJobs((state) => runningJob(state.jobs, 'imports.plan'));
  const step = jobStep(job?.step ?? null);
  return (
    <Notice sign={false}>
      <ProgressBar label={t('reading')} value={job?.progress ?? null} />
      <p className="reading">{step === null ? t('reading') : t(`jobs:step.${step}`)}</p>
      {job === undefined ? null : (
        <Button look="plain" onPress={() => void client.jobs.cancel({ job: job.id }).catch(() => {})}>
          {t('common:action.cancel')}
        </Button>
      )}
    </Notice>
  );
}

/** The files could not be read, or reading was cancelled, which is no fault. */
export function PlanFailed({ error, onRetry }: { readonly error: AdaptaError; readonly onRetry: () => void }) {
  const { t } = useTranslation(['import', 'errors', 'common']);
  const retry = (
    <Button look="plain" icon="reset" onPress={onRetry}>
      {t('common:action.retry')}
    </Button>
  );
  if (error.code !== 'cancelled') return <ErrorNotice error={error}>{retry}</ErrorNotice>;
  return (
    <Notice>
      <p className="reading">{t('errors:code.cancelled.what')}</p>
      {retry}
    </Notice>
  );
}

/** The same file is in the library already. */
export function Known({
  known,
  onOpen,
}: {
  readonly known: ImportPlan['known'];
  readonly onOpen: (document: string) => void;
}) {
  const { t } = useTranslation('import');
  const modules = useLibrary((state) => state.library?.modules);
  if (known.length === 0) return null;
  return (
    <Notice look="warn">
      <div>
        <p>{t('known', { count: known.length })}</p>
        <ul>
          {known.map((each) => (
            <li key={each.document} className="known">
              <Button look="plain" icon="document" onPress={() => onOpen(each.document)}>
                {each.title}
              </Button>
              <span className="muted">{nameOfModule(modules, each.module)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Notice>
  );
}

function nameOfModule(modules: readonly ModuleSummary[] | undefined, id: string): string {
  const module = modules?.find((each) => each.id === id);
  return module === undefined ? '' : moduleName(module);
}
