import { useTranslation } from 'react-i18next';
import type { ToolkitCheckSettings } from '#shared/contract/checks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Checkbox, RadioGroup, Select } from '#renderer/ui/field.tsx';
import { CHECK_GROUPS, GROUP_NAMES, type CheckGroup, type CheckName } from './groups.ts';
import { SentenceRules } from './sentence-rules.tsx';
import { useToolkitRules, type RulesInHand, type ToolkitRules } from './use-toolkit-rules.ts';
import './checks.css';

type Quotes = ToolkitCheckSettings['quotes'];
const QUOTES: readonly Quotes[] = ['any', 'angular', 'curly', 'straight'];

/** «Qué se revisa…» of a toolkit: which checks run, its quotation marks, what happens to repetitions. */
export function RulesDialog({
  toolkit,
  name,
  onClose,
}: {
  readonly toolkit: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['checks', 'common']);
  const { rules, error, change } = useToolkitRules(toolkit);
  return (
    <Dialog title={t('title', { name })} isOpen onClose={onClose} wide>
      {error === null ? null : <ErrorNotice error={error} />}
      {rules === null ? null : <Rules toolkit={toolkit} rules={rules} change={change} />}
      <DialogActions>
        <Button look="primary" onPress={onClose} takesFocus>
          {t('common:action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Rules({
  toolkit,
  rules,
  change,
}: {
  readonly toolkit: string;
  readonly rules: ToolkitRules;
  readonly change: RulesInHand['change'];
}) {
  const { t } = useTranslation('checks');
  const { checks } = rules;
  const set = (name: CheckName, isOn: boolean): void => {
    change(({ checks: now }) => {
      const others = now.off.filter((each) => each !== name);
      return { checks: { ...now, off: isOn ? others : [...others, name] } };
    });
  };
  return (
    <div className="rules">
      <RadioGroup<'offer' | 'fill'>
        label={t('repetitions')}
        value={rules.repetitions}
        onChange={(repetitions) => change(() => ({ repetitions }))}
        choices={[
          { id: 'offer', label: t('offer'), hint: t('offerHint') },
          { id: 'fill', label: t('fill'), hint: t('fillHint') },
        ]}
      />
      <Select<Quotes>
        label={t('quotes')}
        choices={QUOTES.map((id) => ({ id, label: t(`quote.${id}`) }))}
        value={checks.quotes}
        onChange={(quotes) => change(({ checks: now }) => ({ checks: { ...now, quotes } }))}
      />
      <SentenceRules toolkit={toolkit} />
      <div className="rule-groups">
        {GROUP_NAMES.map((group) => (
          <Group key={group} group={group} off={checks.off} onSet={set} />
        ))}
      </div>
    </div>
  );
}

function Group({
  group,
  off,
  onSet,
}: {
  readonly group: CheckGroup;
  readonly off: readonly string[];
  readonly onSet: (name: CheckName, isOn: boolean) => void;
}) {
  const { t } = useTranslation(['checks', 'editor']);
  return (
    <fieldset className="rule-group">
      <legend className="field-label">{t(`group.${group}`)}</legend>
      {CHECK_GROUPS[group].map((name) => (
        <Checkbox key={name} isSelected={!off.includes(name)} onChange={(isOn) => onSet(name, isOn)}>
          {t(`editor:findings.check.${name}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}
