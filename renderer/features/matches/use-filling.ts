import { useTranslation } from 'react-i18next';
import type { Repetition } from '#shared/contract/memory.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { saying } from '#renderer/app/saying.ts';
import { useClient } from '#renderer/app/session.ts';
import type { EditSession } from '#renderer/editor/model/edit-session.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { undoElsewhere } from './undo-elsewhere.ts';

/** Whether a repetition may be given another's text: never what was adapted, and nothing somebody has confirmed. */
export function fillable({ mode, status }: Pick<Repetition, 'mode' | 'status'>): boolean {
  return mode === 'faithful' && (status === 'untranslated' || status === 'draft');
}

/** Gives the repetitions of a unit its text; says how many, with the way back. */
export function useFilling(session: EditSession): (unit: UnitRecord) => Promise<void> {
  const { t } = useTranslation(['matches', 'common']);
  const client = useClient();
  return async (unit) => {
    const done = await saying(async () => {
      await session.queue.flush();
      return client.memory.fillRepetitions({ unit: unit.id });
    });
    if (done === null) return;
    const { changes } = done;
    session.adopt(changes);
    const undo = async (): Promise<void> => {
      session.revert(changes);
      await undoElsewhere(
        client,
        changes.filter(({ before }) => before?.document !== session.model.document),
      );
    };
    toast(t('repetitions.filled', { count: changes.length }), {
      label: t('common:action.undo'),
      run: () => void saying(undo),
    });
  };
}
