import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { memory } from '#shared/contract/memory.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { useClient } from '#renderer/app/session.ts';
import { useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Checkbox, Select } from '#renderer/ui/field.tsx';
import { ProgressBar } from '#renderer/ui/progress.tsx';
import { PretranslateReport } from './pretranslate-report.tsx';

type Result = OutputOf<typeof memory.pretranslate>;
type State =
  | { readonly step: 'closed' | 'asking' | 'running' }
  | { readonly step: 'failed'; readonly error: AdaptaError }
  | { readonly step: 'done'; readonly result: Result };

const LEAST = [100, 95, 85, 75, 50] as const;

/** «Traducir antes»: fills what has no text yet with drafts from memory and glossary, and says what came of it. */
export function PretranslateDialog() {
  const { t } = useTranslation(['matches', 'common']);
  const client = useClient();
  const { session } = useWorkbench();
  const [state, setState] = useState<State>({ step: 'closed' });
  const [least, setLeast] = useState<number>(75);
  const [assembled, setAssembled] = useState(true);
  useMenuCommand('pretranslate', () => setState({ step: 'asking' }));
  const close = (): void => setState({ step: 'closed' });
  const run = async (): Promise<void> => {
    // The button keeps the focus meanwhile, so that Esc still has somebody to hear it.
    if (state.step === 'running') return;
    setState({ step: 'running' });
    try {
      await session.queue.flush();
      const result = await client.memory.pretranslate({ document: session.model.document, least, assembled });
      session.adopt(result.changes);
      setState({ step: 'done', result });
    } catch (thrown) {
      const error = asAdaptaError(thrown);
      setState(error.code === 'cancelled' ? { step: 'closed' } : { step: 'failed', error });
    }
  };
  if (state.step === 'closed') return null;
  // One dialog from the question to the report: what had the focus before gets it back when it closes.
  return (
    <Dialog title={t(state.step === 'done' ? 'pretranslate.report' : 'pretranslate.title')} isOpen onClose={close}>
      {state.step === 'done' ? (
        <PretranslateReport
          result={state.result}
          onClose={close}
          onUndo={() => {
            session.revert(state.result.changes);
            close();
          }}
        />
      ) : (
        <>
          <p>{t('pretranslate.about')}</p>
          {state.step === 'failed' ? <ErrorNotice error={state.error} /> : null}
          <Select
            label={t('pretranslate.least')}
            value={least}
            isDisabled={state.step === 'running'}
            onChange={setLeast}
            choices={LEAST.map((id) => ({
              id,
              label: t(id === 100 ? 'pretranslate.same' : 'pretranslate.from', { score: id }),
            }))}
          />
          <Checkbox isSelected={assembled} isDisabled={state.step === 'running'} onChange={setAssembled}>
            {t('pretranslate.assembled')}
          </Checkbox>
          {state.step === 'running' ? <ProgressBar label={t('pretranslate.title')} value={null} /> : null}
          <DialogActions>
            <Button onPress={close}>
              {t(state.step === 'running' ? 'common:action.close' : 'common:action.cancel')}
            </Button>
            <Button look="primary" takesFocus onPress={() => void run()}>
              {t('pretranslate.run')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
