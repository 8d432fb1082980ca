import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/i18n/format.ts';
import type { Counts } from './rows.ts';

const KEYS = [
  ['N', 'next'],
  ['Alt ↑ ↓', 'walk'],
  ['↑ ↓', 'shift'],
  ['U', 'unlink'],
  ['L', 'link'],
  ['space', 'accept'],
  ['Ctrl Z', 'undo'],
] as const;

/** What is linked, what waits, and the keys that mend it. */
export function AlignSidebar({ counts }: { readonly counts: Counts }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const lines = [
    ['pairs', counts.pairs],
    ['weak', counts.weak],
    ['onlySource', counts.onlySource],
    ['onlyReceived', counts.onlyReceived],
  ] as const;
  return (
    <>
      <dl className="align-counts" aria-live="polite">
        {lines.map(([key, count]) => (
          <div key={key} data-weak={key === 'weak' && count > 0}>
            <dt>{t(`counts.${key}`)}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted align-later">{t('later')}</p>
      <dl className="align-keys">
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>{t(`keys.${does}`)}</dt>
            <dd>
              <kbd>{keys === 'space' ? t('keys.space') : keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
