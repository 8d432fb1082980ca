import { useTranslation } from 'react-i18next';
import type { exchange, ReturnedChange } from '#shared/contract/exchange.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { textOf } from '#shared/model/content.ts';
import { DiffText } from '#renderer/features/history/diff-text.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { Checkbox } from '#renderer/ui/field.tsx';
import { Notice } from '#renderer/ui/notice.tsx';

/** What a returned file would change, each with a box to take it over; conflicts come first and are not taken by themselves. */
export function ReturnedChanges({
  returned,
  wanted,
  onWanted,
}: {
  readonly returned: OutputOf<typeof exchange.read>;
  readonly wanted: ReadonlySet<string>;
  readonly onWanted: (next: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation('exchange');
  const { changes } = returned;
  const conflicts = changes.filter(({ kind }) => kind === 'conflict');
  const plain = changes.filter(({ kind }) => kind === 'change');
  const toggle = (unit: string, on: boolean): void => {
    const next = new Set(wanted);
    if (on) next.add(unit);
    else next.delete(unit);
    onWanted(next);
  };
  return (
    <div className="returned">
      <p>{useSummary(returned)}</p>
      {conflicts.length === 0 ? null : (
        <Notice look="warn">{t('return.conflicts', { count: conflicts.length })}</Notice>
      )}
      {changes.length === 0 ? null : (
        <ul className="returned-list" aria-label={t('return.list')}>
          {[...conflicts, ...plain].map((change) => (
            <ChangeItem
              key={change.unit}
              change={change}
              isWanted={wanted.has(change.unit)}
              onWanted={(on) => toggle(change.unit, on)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** `12 cambios, 2 comentarios nuevos, 300 unidades iguales, 4 que no volvieron.` */
function useSummary({ changes, comments, unchanged, missing, unknown }: OutputOf<typeof exchange.read>): string {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const said = (
    [
      ['changed', changes.length],
      ['commented', comments],
      ['unchanged', unchanged],
      ['missing', missing],
      ['unknown', unknown],
    ] as const
  ).filter(([name, count]) => count > 0 || name === 'changed');
  return said.map(([name, count]) => t(`return.${name}`, { count, n: format.number(count) })).join(' · ');
}

function ChangeItem({
  change,
  isWanted,
  onWanted,
}: {
  readonly change: ReturnedChange;
  readonly isWanted: boolean;
  readonly onWanted: (on: boolean) => void;
}) {
  const { t } = useTranslation(['exchange', 'common']);
  const { kind, source, before, after, status } = change;
  const original = textOf(source).trim();
  return (
    <li className="returned-change" data-kind={kind}>
      <Checkbox isSelected={isWanted} onChange={onWanted}>
        <span>
          {t(kind === 'conflict' ? 'return.theirs' : 'return.change')}
          {status === undefined ? null : ` · ${t(`common:status.${status}`)}`}
        </span>
      </Checkbox>
      {original === '' ? null : <p className="returned-source">{original}</p>}
      <DiffText before={before} after={after} />
    </li>
  );
}
