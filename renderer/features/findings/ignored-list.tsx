import { useTranslation } from 'react-i18next';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useBench } from '#renderer/features/editor/workbench-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { IgnoredHere } from './finding-book.ts';
import { findingSentence } from './finding-words.tsx';
import { useIgnoring } from './use-ignoring.ts';

/** What somebody decided to leave in a unit, why and who; each can be told again. */
export function IgnoredList({
  unit,
  ignored,
}: {
  readonly unit: UnitRecord;
  readonly ignored: readonly IgnoredHere[];
}) {
  const { t } = useTranslation('findings');
  if (ignored.length === 0) return null;
  return (
    <details className="ignored">
      <summary>{t('ignored', { count: ignored.length })}</summary>
      <ul className="finding-list">
        {ignored.map((one) => (
          <IgnoredItem key={one.because.finding} unit={unit} ignored={one} />
        ))}
      </ul>
    </details>
  );
}

function IgnoredItem({
  unit,
  ignored: { finding, because },
}: {
  readonly unit: UnitRecord;
  readonly ignored: IgnoredHere;
}) {
  const { t } = useTranslation('findings');
  const { t: tSentence } = useTranslation(['editor', 'common']);
  const readOnly = useBench((state) => state.readOnly);
  const { tellAgain } = useIgnoring();
  return (
    <li className="finding">
      <p>{findingSentence(finding, tSentence)}</p>
      <p className="muted">{t('ignoredBy', { author: because.author, reason: because.reason })}</p>
      {readOnly ? null : (
        <div className="finding-actions">
          <Button look="plain" icon="reset" onPress={() => void tellAgain(unit, because)}>
            {t('again')}
          </Button>
        </div>
      )}
    </li>
  );
}
