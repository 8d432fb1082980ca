import { useTranslation } from 'react-i18next';
import { useBridge, useClient } from '#renderer/app/session.ts';
import { runningJob, useJobs } from '#renderer/features/jobs/jobs-store.ts';
import { jobStep } from '#renderer/features/jobs/job-words.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import type { Making } from './use-making.ts';

/** While the bundle is made: what happens, how far, and the way out. */
export function MakingLine() {
  const { t } = useTranslation(['bundles', 'jobs', 'common']);
  const client = useClient();
  const job = useJobs((state) => runningJob(state.jobs, 'exports.bundle'));
  const step = jobStep(job?.step ?? null);
  return (
    <Notice sign={false}>
      <ProgressBar label={t('jobs:kind.exportsBundle')} value={job?.progress ?? null} />
      <span className="bundle-step">{step === null ? t('jobs:kind.exportsBundle') : t(`jobs:step.${step}`)}</span>
      {job === undefined ? null : (
        <Button look="plain" onPress={() => void client.jobs.cancel({ job: job.id }).catch(() => {})}>
          {t('common:action.cancel')}
        </Button>
      )}
    </Notice>
  );
}

/** The bundle is written, read back and right. */
export function Made({ making }: { readonly making: Extract<Making, { state: 'made' }> }) {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  const bridge = useBridge();
  const { file, result } = making;
  return (
    <Notice look="good">
      <div className="made">
        <p className="made-title">{t('made')}</p>
        <p>
          {file.name} · {t('madeFiles', { count: result.files.length, n: format.number(result.files.length) })} ·{' '}
          {format.bytes(result.bytes)}
        </p>
        <div>
          <Button look="plain" icon="kit" onPress={() => void bridge.reveal(file.token)}>
            {t('reveal')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
