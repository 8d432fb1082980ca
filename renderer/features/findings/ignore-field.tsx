import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#shared/checks/check.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useEscape } from '#renderer/ui/use-escape.ts';
import { useIgnoring } from './use-ignoring.ts';

/** Why a finding is to be left as it is: one line in its place. Enter keeps it, Esc leaves the finding as it was. */
export function IgnoreField({ unit, finding }: { readonly unit: UnitRecord; readonly finding: Finding }) {
  const { t } = useTranslation(['findings', 'common']);
  const workbench = useWorkbench();
  const { ignore } = useIgnoring();
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const leave = (): void => {
    workbench.store.setState({ ignoring: null });
    workbench.focus();
  };
  useEscape(form, leave);
  return (
    <form
      ref={form}
      className="ignore-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') return;
        void ignore(unit, finding, reason.trim());
        leave();
      }}
    >
      <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={1000} inputRef={input} />
      <div className="finding-actions">
        <Button type="submit" look="primary" isDisabled={reason.trim() === ''}>
          {t('save')}
        </Button>
        <Button onPress={leave}>{t('common:action.cancel')}</Button>
      </div>
    </form>
  );
}
