import { useTranslation } from 'react-i18next';
import type { Finding } from '#shared/checks/check.ts';
import { findingKey } from '#shared/checks/identity.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { fixFinding } from './fix-finding.ts';
import { FindingPassage, findingSentence, SeverityLabel } from './finding-words.tsx';
import { IgnoreField } from './ignore-field.tsx';
import { IgnoredList } from './ignored-list.tsx';
import { useUnitFindings } from './use-findings.ts';

/** The findings of a unit, each with what can be done about it; suggestions and what somebody decided to leave below. */
export function UnitFindingList({ unit }: { readonly unit: UnitRecord }) {
  const { t } = useTranslation('findings');
  const { open, hints, ignored } = useUnitFindings(unit);
  const all = [...open, ...hints];
  const fixable = all.findIndex(({ fix }) => fix !== undefined);
  return (
    <>
      {open.length === 0 ? <p className="muted">{t('none')}</p> : null}
      {all.length === 0 ? null : (
        <ul className="finding-list" aria-label={t('here')}>
          {all.map((finding, index) => (
            // The same may be found twice: its place in the list tells them apart.
            <FindingItem
              key={`${findingKey(finding)} ${index}`}
              unit={unit}
              finding={finding}
              place={index}
              canFixByKey={index === fixable}
            />
          ))}
        </ul>
      )}
      <IgnoredList unit={unit} ignored={ignored} />
    </>
  );
}

interface ItemProps {
  readonly unit: UnitRecord;
  readonly finding: Finding;
  /** In the list; Alt+I is for the first. */
  readonly place: number;
  readonly canFixByKey: boolean;
}

function FindingItem({ unit, finding, place, canFixByKey }: ItemProps) {
  const { t } = useTranslation(['findings', 'editor', 'common']);
  const { t: tSentence } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const readOnly = useBench((state) => state.readOnly);
  const ignoring = useBench((state) => state.ignoring === place);
  return (
    <li className="finding">
      <SeverityLabel severity={finding.severity} />
      <p>{findingSentence(finding, tSentence)}</p>
      <div lang={workbench.rows.targetLanguage}>
        <FindingPassage content={unit.content} finding={finding} />
      </div>
      {ignoring ? (
        <IgnoreField unit={unit} finding={finding} />
      ) : readOnly ? null : (
        <div className="finding-actions">
          {finding.fix === undefined ? null : (
            <Button onPress={() => fixFinding(workbench, finding)}>
              {t('fix')} {canFixByKey ? <Keys keys="Alt+C" /> : null}
            </Button>
          )}
          <Button look="plain" onPress={() => workbench.store.setState({ ignoring: place })}>
            {t('ignore')} {place === 0 ? <Keys keys="Alt+I" /> : null}
          </Button>
        </div>
      )}
    </li>
  );
}
