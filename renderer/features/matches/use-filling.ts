import { useTranslation } from 'react-i18next';
import type { Client } from '#shared/contract/index.ts';
import type { Repetition } from '#shared/contract/memory.ts';
import type { UnitChange } from '#shared/model/commands.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { saying } from '#renderer/app/saying.ts';
import { useClient } from '#renderer/app/session.ts';
import type { EditSession } from '#renderer/editor/model/edit-session.ts';
import { toast } from '#renderer/ui/toast.tsx';

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
      await undoElsewhere(client, session.model.document, changes);
    };
    toast(t('repetitions.filled', { count: changes.length }), {
      label: t('common:action.undo'),
      run: () => void saying(undo),
    });
  };
}

/** Brings back what changed in documents that are not open here. */
async function undoElsewhere(client: Client, open: string, changes: readonly UnitChange[]): Promise<void> {
  const documents = new Set(changes.flatMap(({ before }) => before?.document ?? []));
  documents.delete(open);
  for (const document of documents) {
    const records = changes
      .filter(({ before }) => before?.document === document)
      .map(({ unit, before }) => ({ unit, record: before }));
    await client.units.apply({ document, commands: [{ type: 'restore', records }] });
  }
}
