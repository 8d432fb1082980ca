import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '#shared/contract/imports.ts';
import { useClient } from '#renderer/app/session.ts';
import { runningJob, useJobs } from '#renderer/features/jobs/jobs-store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';

/** While the files are read: how far, and the way out. */
export function Reading() {
  const { t } = useTranslation(['import', 'common']);
  const client = useClient();
  const job = useJobs((state) => runningJob(state.jobs, 'imports.plan'));
  return (
    <output className="notice">
      <ProgressBar label={t('reading')} value={job?.progress ?? null} />
      <p>{t('reading')}</p>
      {job === undefined ? null : (
        <Button look="plain" onPress={() => void client.jobs.cancel({ job: job.id }).catch(() => {})}>
          {t('common:action.cancel')}
        </Button>
      )}
    </output>
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
  if (known.length === 0) return null;
  return (
    <output className="notice notice-warn">
      <Icon name="info" />
      <div>
        <p>{t('known', { count: known.length })}</p>
        <ul>
          {known.map((each) => (
            <li key={each.document}>
              <Button look="plain" icon="document" onPress={() => onOpen(each.document)}>
                {each.title}
              </Button>
              <span className="muted">{each.module}</span>
            </li>
          ))}
        </ul>
      </div>
    </output>
  );
}
