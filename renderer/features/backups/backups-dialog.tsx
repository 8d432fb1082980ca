import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#shared/contract/backups.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { useClient } from '#renderer/app/session.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { useFormat, type Format } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ConfirmDialog, Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { useRestore } from './use-restore.ts';
import './backups.css';

/** What the dialog has read: nothing yet, the backups, or why not. */
type Listed = { readonly backups: readonly Backup[] | null } | { readonly error: AdaptaError };

/** «Copias de seguridad…»: every copy of the library, with the way back to it. From the menu, everywhere. */
export function BackupsDialog() {
  const { t } = useTranslation(['backups', 'common']);
  const client = useClient();
  const format = useFormat();
  const { restore, isRestoring } = useRestore();
  const [listed, setListed] = useState<Listed | null>(null);
  const [asked, setAsked] = useState<Backup | null>(null);
  const open = async (): Promise<void> => {
    setListed({ backups: null });
    try {
      setListed(await client.backups.list({}));
    } catch (thrown) {
      setListed({ error: asAdaptaError(thrown) });
    }
  };
  useMenuCommand('showBackups', () => void open());
  const close = (): void => setListed(null);
  const when = asked === null ? '' : momentOf(asked, format);
  return (
    <>
      <Dialog title={t('title')} isOpen={listed !== null && asked === null} onClose={close} wide>
        <p>{t('intro')}</p>
        {listed === null ? null : <Answer listed={listed} onAsk={setAsked} />}
        <DialogActions>
          <Button onPress={close} takesFocus>
            {t('common:action.close')}
          </Button>
        </DialogActions>
      </Dialog>
      <ConfirmDialog
        title={t('confirmTitle', { when })}
        body={t('confirmBody')}
        confirm={t('restore')}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          close();
          if (asked !== null) void restore(asked.id, when);
        }}
      />
      <Dialog title={t('restoring')} isOpen={isRestoring} onClose={close} dismissable={false}>
        <ProgressBar label={t('restoring')} value={null} />
      </Dialog>
    </>
  );
}

function Answer({ listed, onAsk }: { readonly listed: Listed; readonly onAsk: (backup: Backup) => void }) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  if ('error' in listed) return <ErrorNotice error={listed.error} />;
  if (listed.backups === null) return <p className="muted">{t('reading')}</p>;
  if (listed.backups.length === 0) return <EmptyState text={t('none')} />;
  return (
    <ol className="backups" aria-label={t('list')}>
      {listed.backups.map((backup) => (
        <li key={backup.id} className="backup">
          <span className="backup-what">
            <time dateTime={backup.at}>{momentOf(backup, format)}</time>
            <span className="muted">{t(`reason.${backup.reason}`)}</span>
          </span>
          <span className="muted backup-size">{format.bytes(backup.bytes)}</span>
          <Button
            look="plain"
            icon="reset"
            aria-label={t('restoreOf', { when: momentOf(backup, format) })}
            onPress={() => onAsk(backup)}
          >
            {t('restore')}
          </Button>
        </li>
      ))}
    </ol>
  );
}

/** Day, year and time of a backup: what it is called by. */
function momentOf({ at }: Backup, { locale }: Format): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(
    new Date(at),
  );
}
