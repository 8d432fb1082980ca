import type { TFunction } from 'i18next';
import { contentEquals } from '#shared/model/content.ts';
import type { UnitRecord } from '#shared/model/unit.ts';

/** What a revision changed, in words; the text itself is shown as a diff. */
export function changesOf(
  before: UnitRecord | null,
  after: UnitRecord | null,
  t: TFunction<['history', 'common']>,
): readonly string[] {
  if (before === null) return [t('added')];
  if (after === null) return [t('removed')];
  const words: string[] = [];
  if (!contentEquals(before.content, after.content)) words.push(t('text'));
  if (before.status !== after.status) words.push(t(`common:status.${after.status}`));
  if (before.mode !== after.mode) words.push(t(`common:mode.${after.mode}`));
  if (before.audience !== after.audience)
    words.push(t('audience', { audience: t(`common:audience.${after.audience}`) }));
  if (before.placement.position !== after.placement.position) words.push(t('moved'));
  if (before.source.join(' ') !== after.source.join(' ') || before.received.join(' ') !== after.received.join(' ')) {
    words.push(t('linked'));
  }
  return words;
}
