import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '#shared/contract/statistics.ts';
import { Place } from '#renderer/app/frame/place.tsx';
import { saying } from '#renderer/app/saying.ts';
import { useBridge, useClient } from '#renderer/app/session.ts';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { moduleName } from '#renderer/features/library/order.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Select } from '#renderer/ui/field.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { BandTable } from './band-table.tsx';
import { ProgressChart } from './progress-chart.tsx';
import { questionOf, useCounts, useProgress } from './use-statistics.ts';
import './statistics.css';

const WHOLE = '';

/** How much text there is, what the memory knows of it, and how the work grew. */
export function StatisticsView() {
  const { t } = useTranslation('statistics');
  const client = useClient();
  const bridge = useBridge();
  const format = useFormat();
  const { library, read } = useLibrary();
  const [toolkit, setToolkit] = useState<string | null>(null);
  const [module, setModule] = useState(WHOLE);
  useEffect(() => {
    if (library === null) void read(client);
  }, [library, read, client]);
  const toolkits = (library?.toolkits ?? []).filter(({ archived }) => !archived);
  const shown = toolkits.find(({ id }) => id === toolkit) ?? toolkits[0] ?? null;
  const modules = (library?.modules ?? []).filter((each) => each.toolkit === shown?.id && !each.archived);
  const scope: Scope | null =
    shown === null ? null : module === WHOLE ? { of: 'toolkit', id: shown.id } : { of: 'module', id: module };
  const counts = useCounts(scope);
  const growth = useProgress(scope);
  const rows = counts.answer?.of === questionOf(scope) ? counts.answer.rows : null;
  const progress = growth.answer;
  const error = counts.error ?? growth.error;
  const name = modules.find(({ id }) => id === module)?.title ?? shown?.name ?? '';
  const put = async (): Promise<void> => {
    if (scope === null) return;
    await saying(async () => {
      const file = await bridge.pickSave({
        title: t('export'),
        filters: [{ name: 'CSV', extensions: ['csv'] }],
        name: `${t('title')} - ${name}.csv`,
      });
      if (file === null) return;
      const { bytes } = await client.statistics.export({ scope, to: file.token });
      toast(t('exported', { name: file.name, size: format.bytes(bytes) }), {
        label: t('reveal'),
        run: () => void bridge.reveal(file.token),
      });
    });
  };
  return (
    <Place
      title={t('title')}
      actions={
        <>
          <Button icon="export" isDisabled={rows === null} onPress={() => void put()}>
            {t('export')}
          </Button>
        </>
      }
    >
      <div className="statistics">
        {shown === null ? (
          <EmptyState text={t('empty')} />
        ) : (
          <>
            <div className="statistics-scope">
              <Select
                label={t('toolkit')}
                choices={toolkits.map((each) => ({ id: each.id, label: each.name }))}
                value={shown.id}
                onChange={(id) => {
                  setToolkit(id);
                  setModule(WHOLE);
                }}
              />
              <Select
                label={t('module')}
                choices={[
                  { id: WHOLE, label: t('wholeToolkit') },
                  ...modules.map((each) => ({ id: each.id, label: moduleName(each) })),
                ]}
                value={module}
                onChange={setModule}
              />
            </div>
            {error === null ? null : <ErrorNotice error={error} />}
            <section aria-labelledby="statistics-progress">
              <h2 id="statistics-progress">{t('progress')}</h2>
              {progress === null ? null : <ProgressChart {...progress} />}
            </section>
            <section aria-labelledby="statistics-words">
              <h2 id="statistics-words">{t('memory')}</h2>
              <p className="muted">{t('memoryHint')}</p>
              {rows === null && error === null ? <ProgressBar label={t('counting')} value={null} /> : null}
              {rows === null ? null : <BandTable rows={rows} />}
            </section>
          </>
        )}
      </div>
    </Place>
  );
}
