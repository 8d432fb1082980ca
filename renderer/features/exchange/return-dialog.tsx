import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { exchange } from '#shared/contract/exchange.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { useBridge, useClient } from '#renderer/app/session.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { ReturnedChanges } from './returned-changes.tsx';
import './exchange.css';

type Returned = OutputOf<typeof exchange.read>;

interface State {
  readonly name: string;
  readonly returned: Returned | null;
  readonly error: AdaptaError | null;
  /** Units whose change is to be taken over. */
  readonly wanted: ReadonlySet<string>;
}

/** «Recibir un archivo corregido»: picks one that went out, shows what it changes, takes over what people want. */
export function ReturnDialog() {
  const { t } = useTranslation(['exchange', 'common']);
  const client = useClient();
  const bridge = useBridge();
  const format = useFormat();
  const [state, setState] = useState<State | null>(null);
  const run = async (): Promise<void> => {
    const [file] = await bridge.pickOpen({
      title: t('return.title'),
      filters: [{ name: t('files.any'), extensions: ['docx', 'xlf', 'xliff'] }],
      many: false,
    });
    if (file === undefined) return;
    const begun: State = { name: file.name, returned: null, error: null, wanted: new Set() };
    setState(begun);
    try {
      const returned = await client.exchange.read({ file: file.token });
      const changed = returned.changes.filter(({ kind }) => kind === 'change').map(({ unit }) => unit);
      setState({ ...begun, returned, wanted: new Set(changed) });
    } catch (thrown) {
      const error = asAdaptaError(thrown);
      setState(error.code === 'cancelled' ? null : { ...begun, error });
    }
  };
  useMenuCommand('receiveReturned', () => void run());
  if (state === null) return null;
  const { name, returned, error, wanted } = state;
  const close = (): void => setState(null);
  const take = async (plan: string): Promise<void> => {
    try {
      const { comments } = await client.exchange.take({ plan, units: [...wanted] });
      const taken = [
        ...(wanted.size === 0 ? [] : [t('return.taken', { count: wanted.size, n: format.number(wanted.size) })]),
        ...(comments === 0 ? [] : [t('return.commented', { count: comments, n: format.number(comments) })]),
      ];
      toast(taken.join(' · '));
      close();
    } catch (thrown) {
      setState({ ...state, returned: null, error: asAdaptaError(thrown) });
    }
  };
  const nothing = returned !== null && returned.changes.length === 0 && returned.comments === 0;
  return (
    <Dialog
      title={returned === null ? t('return.title') : t('return.of', { title: returned.title })}
      isOpen
      wide
      onClose={close}
    >
      <p className="muted">{name}</p>
      {error === null ? null : <ErrorNotice error={error} />}
      {error === null && returned === null ? <ProgressBar label={t('return.title')} value={null} /> : null}
      {returned === null ? null : (
        <ReturnedChanges
          returned={returned}
          wanted={wanted}
          onWanted={(next) => setState({ ...state, wanted: next })}
        />
      )}
      <DialogActions>
        <Button onPress={close} takesFocus>
          {t(returned === null || nothing ? 'common:action.close' : 'common:action.cancel')}
        </Button>
        {returned === null || nothing ? null : (
          <Button
            look="primary"
            isDisabled={wanted.size === 0 && returned.comments === 0}
            onPress={() => void take(returned.plan)}
          >
            {wanted.size === 0 && returned.comments > 0
              ? t('return.takeComments', { count: returned.comments, n: format.number(returned.comments) })
              : t('return.take', { count: wanted.size, n: format.number(wanted.size) })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
