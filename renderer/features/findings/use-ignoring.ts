import { useTranslation } from 'react-i18next';
import type { Finding } from '#shared/checks/check.ts';
import type { IgnoredFinding } from '#shared/contract/checks.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { saying } from '#renderer/app/saying.ts';
import { useClient } from '#renderer/app/session.ts';
import { useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { toast } from '#renderer/ui/toast.tsx';

export interface Ignoring {
  /** Leaves a finding for a reason, as long as neither text changes; says so, with the way back. */
  readonly ignore: (unit: UnitRecord, finding: Finding, reason: string) => Promise<void>;
  readonly tellAgain: (unit: UnitRecord, because: IgnoredFinding) => Promise<void>;
}

export function useIgnoring(): Ignoring {
  const { t } = useTranslation(['findings', 'common']);
  const client = useClient();
  const { session, knowledge } = useWorkbench();
  const { findings } = knowledge;

  const tellAgain = async (unit: UnitRecord, because: IgnoredFinding): Promise<void> => {
    const done = await saying(() => client.checks.unignore({ unit: unit.id, finding: because.finding }));
    if (done !== null) findings.tellAgain(because);
  };
  const ignore = async (unit: UnitRecord, finding: Finding, reason: string): Promise<void> => {
    const done = await saying(async () => {
      // The engine compares the texts it has with those the finding is about.
      await session.queue.flush();
      return client.checks.ignore({ ...findings.identify(unit, finding), reason });
    });
    if (done === null) return;
    findings.leave(done.ignored);
    toast(t('saved'), { label: t('common:action.undo'), run: () => void tellAgain(unit, done.ignored) });
  };
  return { ignore, tellAgain };
}
