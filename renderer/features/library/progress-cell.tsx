import { useTranslation } from 'react-i18next';
import type { Progress } from '#shared/contract/library.ts';
import { MODES, STATUSES, type Status } from '#shared/model/unit.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { ModeSign, StatusSign } from '#renderer/ui/signs.tsx';
import { Icon } from '#renderer/ui/icons.tsx';

/** From the surest: the bar fills from the left. */
const BAR_ORDER: readonly Status[] = ['approved', 'reviewed', 'translated', 'draft'];

/** How far a document is, in words by status: a bar, the share that is ready, and all of it in words on hover and for screen readers. */
export function ProgressCell({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const { words, doneWords, byStatus } = progress;
  if (words === 0) return <span className="row-progress muted">{t('noWords')}</span>;
  const parts = STATUSES.filter((status) => byStatus[status] > 0).map((status) =>
    t(`words.${status}`, { count: byStatus[status], n: format.number(byStatus[status]) }),
  );
  const said = `${t('ready', { count: words, done: format.number(doneWords), n: format.number(words) })}: ${parts.join(', ')}`;
  const share = doneWords / words;
  const approved = byStatus.approved === words;
  return (
    <span className="row-progress" title={said}>
      <span className="visually-hidden">{said}</span>
      <span className="bar" aria-hidden="true">
        {BAR_ORDER.map((status) => (
          <span
            key={status}
            className={`bar-part bar-${status}`}
            style={{ inlineSize: `${(byStatus[status] / words) * 100}%` }}
          />
        ))}
      </span>
      <span className="row-percent" aria-hidden="true">
        {format.percent(share)}
        {approved ? <StatusSign status="approved" /> : null}
      </span>
    </span>
  );
}

/** Words that are not faithful, by mode. */
export function ModesCell({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const modes = MODES.filter((mode) => mode !== 'faithful' && progress.byMode[mode] > 0);
  return (
    <span className="row-modes">
      {modes.map((mode) => {
        const n = format.number(progress.byMode[mode]);
        const said = t(`words.${mode}`, { count: progress.byMode[mode], n });
        return (
          <span key={mode} className={`row-mode mode-${mode}`} title={said}>
            <ModeSign mode={mode} />
            <span aria-hidden="true">{n}</span>
            <span className="visually-hidden">{said}</span>
          </span>
        );
      })}
    </span>
  );
}

/** Open findings and units whose original changed. */
export function FindingsCell({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const total = progress.findings + progress.stale;
  if (total === 0) return <span className="row-findings" />;
  const said = [
    progress.findings > 0 ? t('findings', { count: progress.findings, n: format.number(progress.findings) }) : '',
    progress.stale > 0 ? t('stale', { count: progress.stale, n: format.number(progress.stale) }) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  return (
    <span className="row-findings" title={said}>
      <Icon name="warning" size={14} />
      <span aria-hidden="true">{format.number(total)}</span>
      <span className="visually-hidden">{said}</span>
    </span>
  );
}
