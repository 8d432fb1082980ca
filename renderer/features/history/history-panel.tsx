import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Revision } from '#shared/contract/units.ts';
import { contentEquals, EMPTY } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useSession } from '#renderer/app/session.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useActiveUnitLater, useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { changesOf } from './revision-words.ts';
import { DiffText } from './diff-text.tsx';
import './history.css';

/** Every state the active row has had, newest first, with who, when and what; each can be brought back. */
export function HistoryPanel() {
  const { t } = useTranslation(['history', 'common']);
  const unit = useActiveUnitLater();
  if (unit === undefined) return <EmptyState text={t('nowhere')} />;
  return <UnitHistory key={unit.id} unit={unit} />;
}

function UnitHistory({ unit }: { readonly unit: UnitRecord }) {
  const { t } = useTranslation(['history', 'common']);
  const { revisions, error } = useRevisions(unit);
  const [now] = useState(() => new Date());
  const origin = revisions?.at(-1)?.before ?? null;
  if (error !== null) return <ErrorNotice error={error} />;
  if (revisions === null) return <p className="muted history-empty">{t('reading')}</p>;
  if (revisions.length === 0) return <EmptyState text={t('none')} />;
  return (
    <ol className="history">
      {revisions.map((revision, index) => (
        <RevisionItem key={revision.id} revision={revision} current={index === 0} now={now} />
      ))}
      {origin === null ? null : <OriginItem record={origin} />}
    </ol>
  );
}

function RevisionItem({
  revision,
  current,
  now,
}: {
  readonly revision: Revision;
  readonly current: boolean;
  readonly now: Date;
}) {
  const { t } = useTranslation(['history', 'common']);
  const format = useFormat();
  const { before, after, author, at } = revision;
  const when = new Date(at);
  const [was, is] = [before?.content ?? EMPTY, after?.content ?? EMPTY];
  return (
    <li className="revision">
      <p className="revision-head">
        <strong>{author === '' ? t('nobody') : author}</strong>
        <time dateTime={at} title={when.toLocaleString(format.locale)}>
          {format.ago(when, now)} · {format.time(when)}
        </time>
      </p>
      <p className="revision-what">{changesOf(before, after, t).join(' · ')}</p>
      {contentEquals(was, is) ? null : <DiffText before={was} after={is} />}
      {current || after === null ? null : <RestoreButton record={after} />}
    </li>
  );
}

/** The text as the import left it: no revision made it, but one can go back to it. */
function OriginItem({ record }: { readonly record: UnitRecord }) {
  const { t } = useTranslation('history');
  return (
    <li className="revision">
      <p className="revision-head">
        <strong>{t('nobody')}</strong>
      </p>
      <DiffText before={record.content} after={record.content} />
      <RestoreButton record={record} />
    </li>
  );
}

function RestoreButton({ record }: { readonly record: UnitRecord }) {
  const { t } = useTranslation('history');
  const workbench = useWorkbench();
  const readOnly = useBench((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <Button look="plain" icon="reset" onPress={() => restore(workbench, record)}>
      {t('restore')}
    </Button>
  );
}

/** Text, state and reason of an earlier record; where the unit stands and what it is linked to stay as they are. */
function restore(workbench: Workbench, earlier: UnitRecord): void {
  const unit = workbench.session.model.get(earlier.id);
  if (unit === undefined) return;
  const { content, status, mode, adaptation, audience } = earlier;
  const record: UnitRecord = { ...unit, content, status, mode, adaptation, audience };
  workbench.try(() => workbench.surface.run([{ type: 'restore', records: [{ unit: unit.id, record }] }]));
}

/** Read anew after each acknowledged change of the unit. */
function useRevisions(unit: UnitRecord): {
  readonly revisions: readonly Revision[] | null;
  readonly error: AdaptaError | null;
} {
  const { transport } = useSession();
  const workbench = useWorkbench();
  const [revisions, setRevisions] = useState<readonly Revision[] | null>(null);
  const [error, setError] = useState<AdaptaError | null>(null);
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      try {
        await workbench.session.queue.flush();
        const answer = await transport.client.units.history({ unit: unit.id });
        // Ids are UUIDv7: they sort by time, whatever the clock did since.
        if (wanted) setRevisions(answer.revisions.toSorted((a, b) => (a.id < b.id ? 1 : -1)));
      } catch (thrown) {
        if (wanted) setError(asAdaptaError(thrown));
      }
    };
    const timer = setTimeout(() => void read(), 350);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [unit, transport, workbench]);
  return { revisions, error };
}
