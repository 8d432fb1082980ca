import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REASONS, type Mode, type Reason, type UnitId } from '#shared/model/unit.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { useBench, useWorkbench } from './workbench-context.ts';

/** Why a text leaves its original: one line under the row, no dialog. Enter keeps it, Esc leaves the mode as it was. */
export function ReasonField() {
  const reason = useBench((state) => state.reason);
  return reason === null ? null : (
    <OpenReasonField key={`${reason.unit} ${reason.mode}`} unit={reason.unit} mode={reason.mode} />
  );
}

function OpenReasonField({ unit: id, mode }: { readonly unit: UnitId; readonly mode: Mode }) {
  const { t } = useTranslation(['editor', 'common']);
  const workbench = useWorkbench();
  const record = workbench.session.model.get(id);
  const known = record?.mode === mode ? record.adaptation : null;
  const [code, setCode] = useState<Reason | ''>(known?.reason ?? '');
  const [reference, setReference] = useState(known?.reference ?? '');
  const [note, setNote] = useState(known?.note ?? '');
  const form = useRef<HTMLFormElement>(null);
  const select = useRef<HTMLSelectElement>(null);
  const noteNeeded = code === 'other' && note.trim() === '';
  useLayoutEffect(() => {
    const row = workbench.surface.row(id);
    const line = form.current;
    return row === null || line === null ? undefined : settle(row, line, () => workbench.closeReason());
  }, [id, workbench]);
  useEffect(() => select.current?.focus(), []);

  const save = (event: React.FormEvent): void => {
    event.preventDefault();
    if (code === '' || noteNeeded) return;
    workbench.giveReason({
      reason: code,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
    });
  };
  return (
    <form
      className="reason-field"
      ref={form}
      onSubmit={save}
      aria-label={t('reason.label', { mode: t(`common:mode.${mode}`) })}
    >
      <span className="reason-mode" data-mode={mode}>
        {t('reason.why', { mode: t(`common:mode.${mode}`) })}
      </span>
      <select
        ref={select}
        className="input"
        value={code}
        required
        aria-label={t('reason.code')}
        onChange={(event) => setCode(event.target.value as Reason)}
      >
        <option value="" disabled>
          {t('reason.choose')}
        </option>
        {REASONS.filter((one) => one !== 'received' || known?.reason === 'received').map((one) => (
          <option key={one} value={one}>
            {t(`common:reason.${one}`)}
          </option>
        ))}
      </select>
      <input
        className="input"
        value={reference}
        maxLength={1000}
        placeholder={t('reason.reference')}
        aria-label={t('reason.reference')}
        onChange={(event) => setReference(event.target.value)}
      />
      <input
        className="input reason-note"
        value={note}
        maxLength={4000}
        required={code === 'other'}
        placeholder={t(code === 'other' ? 'reason.noteNeeded' : 'reason.note')}
        aria-label={t('reason.note')}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="submit" look="primary" isDisabled={code === '' || noteNeeded}>
        {t('common:action.save')}
      </Button>
      <IconButton
        icon="close"
        label={t('common:action.cancel')}
        keys="Esc"
        small
        onPress={() => workbench.closeReason()}
      />
    </form>
  );
}

/** Puts the line under its row and makes room for it there; Esc in it calls `leave`. Returns the way to take it away. */
function settle(row: HTMLElement, line: HTMLElement, leave: () => void): () => void {
  const view = line.closest<HTMLElement>('[data-scroll]') ?? document.body;
  const place = (): void => {
    row.style.setProperty('--room', `${line.offsetHeight + 8}px`);
    const top = row.getBoundingClientRect().bottom - view.getBoundingClientRect().top + view.scrollTop;
    line.style.top = `${top - line.offsetHeight - 4}px`;
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  place();
  line.scrollIntoView({ block: 'nearest' });
  const observer = new ResizeObserver(place);
  observer.observe(row);
  observer.observe(view);
  line.addEventListener('keydown', keys);
  return () => {
    observer.disconnect();
    line.removeEventListener('keydown', keys);
    row.style.removeProperty('--room');
  };
}
