import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saying } from '#renderer/app/saying.ts';
import { useClient } from '#renderer/app/session.ts';
import { propose } from './propose.ts';
import { useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import type { Proposal } from '#renderer/features/editor/workbench-store.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useEscape } from '#renderer/ui/use-escape.ts';
import { toast } from '#renderer/ui/toast.tsx';

/** A term for the glossary, begun with what was selected. Esc leaves it, and nothing is proposed. */
export function ProposalForm({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation(['unitTerms', 'common']);
  const client = useClient();
  const workbench = useWorkbench();
  const { sourceLanguage, targetLanguage } = workbench.rows;
  const { document } = workbench.session.model;
  const focusWish = useBench((state) => state.focusWish);
  const [source, setSource] = useState(proposal.source);
  const [target, setTarget] = useState(proposal.target);
  const [domain, setDomain] = useState('');
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const ready = source.trim() !== '' && target.trim() !== '';
  useEffect(() => {
    if (focusWish !== 'proposal') return;
    workbench.store.setState({ focusWish: null });
    // To what is still to be written.
    (first.current?.value === '' ? first : second).current?.focus();
  }, [focusWish, workbench]);

  const leave = (): void => {
    workbench.store.setState({ proposal: null });
    workbench.focus();
  };
  const send = async (): Promise<void> => {
    const proposed = await saying(() => propose(client, document, { source, target, domain, note }));
    if (proposed === null) return;
    leave();
    const term = target.trim();
    if (!proposed.isNew) return toast(t('form.known', { term }));
    toast(t('form.saved', { term }), { label: t('common:action.undo'), run: () => void saying(proposed.undo) });
  };

  useEscape(form, leave);
  return (
    <form
      ref={form}
      className="proposal"
      aria-label={t('form.label')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void send();
      }}
    >
      <TextField
        label={t('form.source', { language: sourceLanguage })}
        value={source}
        onChange={setSource}
        maxLength={300}
        inputRef={first}
      />
      <TextField
        label={t('form.target', { language: targetLanguage })}
        value={target}
        onChange={setTarget}
        maxLength={300}
        inputRef={second}
      />
      <TextField label={t('form.domain')} value={domain} onChange={setDomain} maxLength={200} />
      <TextField label={t('form.note')} value={note} onChange={setNote} maxLength={4000} />
      <div className="proposal-actions">
        <Button type="submit" look="primary" isDisabled={!ready}>
          {t('form.save')}
        </Button>
        <Button onPress={leave}>{t('common:action.cancel')}</Button>
      </div>
    </form>
  );
}
