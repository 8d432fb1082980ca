import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { exports } from '#shared/contract/exports.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { useBridge, useClient } from '#renderer/app/session.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import './bundles.css';

type Verified = OutputOf<typeof exports.verifyBundle>;

interface State {
  readonly name: string;
  readonly verified: Verified | null;
  readonly error: AdaptaError | null;
}

/** «Verificar carpeta»: picks a bundle and says whether it is as it was made. From the menu, everywhere. */
export function VerifyDialog() {
  const { t } = useTranslation(['bundles', 'common']);
  const client = useClient();
  const bridge = useBridge();
  const [state, setState] = useState<State | null>(null);
  const run = async (): Promise<void> => {
    const [file] = await bridge.pickOpen({
      title: t('verifyTitle'),
      filters: [{ name: t('zip'), extensions: ['zip'] }],
      many: false,
    });
    if (file === undefined) return;
    const about = { name: file.name, verified: null, error: null };
    setState(about);
    try {
      setState({ ...about, verified: await client.exports.verifyBundle({ file: file.token }) });
    } catch (thrown) {
      setState({ ...about, error: asAdaptaError(thrown) });
    }
  };
  useMenuCommand('verifyBundle', () => void run());
  if (state === null) return null;
  const close = (): void => setState(null);
  return (
    <Dialog title={t('verifyTitle')} isOpen onClose={close}>
      <p className="muted">{state.name}</p>
      {state.error === null ? null : <ErrorNotice error={state.error} />}
      {state.verified === null ? null : <Verdict verified={state.verified} />}
      {state.error === null && state.verified === null ? <ProgressBar label={t('verifyTitle')} value={null} /> : null}
      <DialogActions>
        <Button onPress={close} takesFocus>
          {t('common:action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Verdict({ verified }: { readonly verified: Verified }) {
  const { t } = useTranslation('bundles');
  const format = useFormat();
  const files = { count: verified.files, n: format.number(verified.files) };
  if (verified.ok) {
    return (
      <Notice look="good">
        <div>
          <p className="made-title">{verified.title ?? t('intact')}</p>
          <p>{t('intactFiles', files)}</p>
        </div>
      </Notice>
    );
  }
  return (
    <Notice look="danger">
      <div className="made">
        <p className="made-title">{t('damaged')}</p>
        <p>{t('damagedTodo')}</p>
        <ul className="findings">
          {verified.problems.map((problem) => (
            <li key={`${problem.code} ${problem.file}`}>
              <span>
                {t(`problem.${problem.code}`)} {problem.file}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Notice>
  );
}
