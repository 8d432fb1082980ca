import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitChange } from '#shared/model/commands.ts';
import { contentEquals, textOf } from '#shared/model/content.ts';
import { isDone, type UnitRecord } from '#shared/model/unit.ts';
import { useClient } from '#renderer/app/session.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { fillable, useFilling } from './use-filling.ts';

/**
 * When a unit is confirmed whose original stands elsewhere too, offers to put its text there. Where a toolkit wants them
 * filled at once the engine has done so, and there is nothing left to offer.
 */
export function useOfferedRepetitions({ session }: Workbench): void {
  const { t } = useTranslation('matches');
  const client = useClient();
  const fill = useFilling(session);
  const offer = useEffectEvent(async (unit: UnitRecord): Promise<void> => {
    await session.queue.flush();
    const { places } = await client.memory.repetitions({ unit: unit.id });
    const open = places.filter((place) => fillable(place) && !contentEquals(place.content, unit.content));
    if (open.length === 0) return;
    toast(t('repetitions.also', { count: places.length }), {
      label: t('repetitions.fill', { count: open.length }),
      run: () => void fill(unit),
    });
  });
  useEffect(
    () =>
      session.onChange(({ changes, origin }) => {
        const [change, ...others] = changes;
        if (origin !== 'command' || change === undefined || others.length > 0 || !confirms(change)) return;
        // An offer that cannot be made is not missed.
        if (change.after !== null) offer(change.after).catch(() => undefined);
      }),
    [session],
  );
}

/** Numbers and signs alone are the same everywhere by chance. */
function confirms({ before, after }: UnitChange): boolean {
  return (
    before !== null &&
    after !== null &&
    after.mode === 'faithful' &&
    !isDone(before) &&
    isDone(after) &&
    /\p{L}/u.test(textOf(after.content))
  );
}
