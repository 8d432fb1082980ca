import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '#shared/contract/jobs.ts';
import { useClient } from '#renderer/app/session.ts';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { asJobError, jobKind } from './job-words.ts';
import { runningJob, useJobs } from './jobs-store.ts';
import './jobs.css';

/** Long work in the status line: what, how far, how much remains, Cancel; all of it in a list behind. */
export function JobLine() {
  const { t } = useTranslation(['jobs', 'common']);
  const jobs = useJobs((state) => state.jobs);
  const [listOpen, setListOpen] = useState(false);
  useMenuCommand('showJobs', () => setListOpen(true));
  const job = runningJob(jobs);
  return (
    <>
      {job === undefined ? null : (
        <div className="job-line">
          <Button look="plain" onPress={() => setListOpen(true)}>
            <JobWords job={job} />
          </Button>
          <ProgressBar label={t(`kind.${jobKind(job)}`)} value={job.progress} />
          <Remaining job={job} />
          <CancelJob job={job} />
        </div>
      )}
      <Dialog title={t('title')} isOpen={listOpen} onClose={() => setListOpen(false)} wide>
        {jobs.length === 0 ? <EmptyState text={t('empty')} /> : null}
        <ul className="job-list">
          {jobs.toReversed().map((each) => (
            <JobRow key={each.id} job={each} />
          ))}
        </ul>
        <DialogActions>
          <Button onPress={() => setListOpen(false)}>{t('common:action.close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

function JobWords({ job }: { readonly job: Job }) {
  const { t } = useTranslation(['jobs', 'common']);
  return (
    <>
      {t(`kind.${jobKind(job)}`)}
      {job.subject === '' ? null : <span className="job-subject">{job.subject}</span>}
    </>
  );
}

function Remaining({ job }: { readonly job: Job }) {
  const { t } = useTranslation(['jobs', 'common']);
  const format = useFormat();
  if (job.done === null || job.total === null) return null;
  return (
    <span className="job-count">
      {t('remaining', { count: job.total - job.done, n: format.number(job.total - job.done) })}
    </span>
  );
}

function CancelJob({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const client = useClient();
  return (
    <Button look="plain" onPress={() => void client.jobs.cancel({ job: job.id }).catch(() => {})}>
      {t('action.cancel')}
    </Button>
  );
}

function JobRow({ job }: { readonly job: Job }) {
  const { t } = useTranslation(['jobs', 'common']);
  return (
    <li className="job-row" data-state={job.state}>
      <span className="job-name">
        <JobWords job={job} />
      </span>
      {job.state === 'running' ? (
        <>
          <ProgressBar label={t(`kind.${jobKind(job)}`)} value={job.progress} />
          <Remaining job={job} />
          <CancelJob job={job} />
        </>
      ) : (
        <span className="job-state">{t(`state.${job.state}`)}</span>
      )}
      {job.error === null || job.state !== 'failed' ? null : <ErrorNotice error={asJobError(job.error)} />}
    </li>
  );
}
