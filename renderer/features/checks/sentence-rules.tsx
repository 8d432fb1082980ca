import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saying } from '#renderer/app/saying.ts';
import { useBridge, useClient } from '#renderer/app/session.ts';
import { useAnswer } from '#renderer/app/use-answer.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { toast } from '#renderer/ui/toast.tsx';

/** By which rules a toolkit's texts are cut into sentences: Adapta's own, or those of an SRX file. */
export function SentenceRules({ toolkit }: { readonly toolkit: string }) {
  const { t } = useTranslation('checks');
  const client = useClient();
  const bridge = useBridge();
  const [changes, setChanges] = useState(0);
  const { answer, error } = useAnswer(`${toolkit} ${changes}`, async () => await client.segmentation.read({ toolkit }));
  const take = async (): Promise<void> => {
    await saying(async () => {
      const [picked] = await bridge.pickOpen({
        title: t('sentences.import'),
        filters: [{ name: 'SRX', extensions: ['srx', 'xml'] }],
        many: false,
      });
      if (picked === undefined) return;
      const { file, upgraded } = await client.segmentation.import({ toolkit, file: picked.token });
      setChanges((before) => before + 1);
      toast(t(upgraded ? 'sentences.upgraded' : 'sentences.taken', { file }));
    });
  };
  const reset = async (): Promise<void> => {
    await saying(async () => await client.segmentation.reset({ toolkit }));
    setChanges((before) => before + 1);
  };
  const file = answer?.file ?? null;
  return (
    <fieldset className="rule-group">
      <legend className="field-label">{t('sentences.label')}</legend>
      {error === null ? null : <ErrorNotice error={error} />}
      <span>{file === null ? t('sentences.own') : t('sentences.of', { file })}</span>
      <span className="field-hint">{t('sentences.hint')}</span>
      <span className="sentence-rules">
        <Button icon="import" onPress={() => void take()}>
          {t('sentences.import')}
        </Button>
        {file === null ? null : (
          <Button look="plain" icon="reset" onPress={() => void reset()}>
            {t('sentences.reset')}
          </Button>
        )}
      </span>
    </fieldset>
  );
}
