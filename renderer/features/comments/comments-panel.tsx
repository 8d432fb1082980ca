import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitComment } from '#shared/contract/comments.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useClient } from '#renderer/app/session.ts';
import { useBench } from '#renderer/features/editor/workbench-context.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { toastError } from '#renderer/ui/toast.tsx';
import { useUnitComments, type ShownComment } from './use-comments.ts';
import './comments.css';

/** What people wrote about the unit one is in, in its files and here; and a field for more. */
export function CommentsPanel({ all }: { readonly all: readonly UnitComment[] }) {
  const { t } = useTranslation('editor');
  const readOnly = useBench((state) => state.readOnly);
  const here = useUnitComments(all);
  if (here === null) return <EmptyState text={t('comments.nowhere')} />;
  const { unit, comments } = here;
  return (
    <div className="comments">
      {comments.length === 0 ? <p className="muted">{t('comments.none')}</p> : null}
      <ul className="comment-list" aria-label={t('comments.title')}>
        {comments.map((comment, index) => (
          <CommentItem key={comment.id ?? `${comment.from} ${index}`} comment={comment} readOnly={readOnly} />
        ))}
      </ul>
      {readOnly ? null : <CommentField key={unit.id} unit={unit} />}
    </div>
  );
}

function CommentItem({ comment, readOnly }: { readonly comment: ShownComment; readonly readOnly: boolean }) {
  const { t } = useTranslation('editor');
  const client = useClient();
  const { id, author, at, text, from } = comment;
  const remove = async (given: string): Promise<void> => {
    try {
      await client.comments.remove({ comment: given });
    } catch (thrown) {
      toastError(asAdaptaError(thrown));
    }
  };
  return (
    <li className="comment" data-from={from}>
      <div className="comment-head">
        <strong>{author === '' ? t('comments.nobody') : author}</strong>
        <When at={at} />
        {id === undefined || readOnly ? null : (
          <IconButton icon="close" small label={t('comments.remove')} onPress={() => void remove(id)} />
        )}
      </div>
      {from === 'here' ? null : <p className="comment-from">{t(`comments.from.${from}`)}</p>}
      <p className="comment-text">{text}</p>
    </li>
  );
}

function When({ at }: { readonly at: string | undefined }) {
  const format = useFormat();
  const [now] = useState(() => new Date());
  if (at === undefined) return null;
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return null;
  return (
    <time dateTime={at} title={when.toLocaleString(format.locale)}>
      {format.ago(when, now)}
    </time>
  );
}

function CommentField({ unit }: { readonly unit: UnitRecord }) {
  const { t } = useTranslation('editor');
  const client = useClient();
  const [text, setText] = useState('');
  const add = async (): Promise<void> => {
    if (text.trim() === '') return;
    try {
      await client.comments.add({ unit: unit.id, text: text.trim() });
      setText('');
    } catch (thrown) {
      toastError(asAdaptaError(thrown));
    }
  };
  return (
    <div className="comment-field">
      <TextField label={t('comments.field')} value={text} onChange={setText} lines={3} maxLength={10_000} />
      <Button isDisabled={text.trim() === ''} onPress={() => void add()}>
        {t('comments.add')}
      </Button>
    </div>
  );
}
