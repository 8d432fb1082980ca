import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/app/session.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ConfirmDialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { toast, toastError } from '#renderer/ui/toast.tsx';
import { useLibrary } from './library-store.ts';

/** Says that the sample is a place to practise, with the way to start it over. */
export function SampleNote({ onReset }: { readonly onReset: () => void }) {
  const { t } = useTranslation('library');
  return (
    <div className="sample-note">
      <Icon name="info" />
      <p>{t('sampleNote')}</p>
      <Button look="plain" icon="reset" onPress={onReset}>
        {t('reset')}
      </Button>
    </div>
  );
}

/** Asks by name, since a reset cannot be undone, and does it. */
export function useSampleReset(): { readonly ask: () => void; readonly dialog: ReactNode } {
  const { t } = useTranslation('library');
  const client = useClient();
  const [asking, setAsking] = useState(false);
  const name = useLibrary((state) => state.library?.toolkits.find((toolkit) => toolkit.sandbox)?.name) ?? t('sample');
  const run = async (): Promise<void> => {
    try {
      await client.library.resetSample({});
      await useLibrary.getState().read(client);
      toast(t('resetDone'));
    } catch (thrown) {
      toastError(asAdaptaError(thrown));
    }
  };
  return {
    ask: () => setAsking(true),
    dialog: (
      <ConfirmDialog
        title={t('resetTitle', { name })}
        body={t('resetBody')}
        confirm={t('resetDo')}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void run()}
      />
    ),
  };
}
