import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentKind } from '#shared/contract/library.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { Frame } from '#renderer/app/frame/frame.tsx';
import { go } from '#renderer/app/routes.ts';
import { reportSaving } from '#renderer/app/saving.ts';
import { useClient, type FileGrant } from '#renderer/app/session.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { AlignSidebar } from './align-sidebar.tsx';
import { AlignStep } from './align-step.tsx';
import { FilesStep } from './files-step.tsx';
import { guessSides } from './guess-sides.ts';
import { ReportStep } from './report-step.tsx';
import { linksOf } from './rows.ts';
import { Steps, type Step } from './steps.tsx';
import { useMending } from './use-mending.ts';
import { usePlan } from './use-plan.ts';
import './import.css';

/** What people say of the document; what they leave open is proposed from the file. */
interface Wishes {
  readonly module: string | null;
  readonly kind: DocumentKind | null;
  readonly title: string | null;
}

/** From files to a document in three steps: the files, how they stand side by side, what was found in them. */
export function ImportView({
  files,
  module,
}: {
  readonly files: readonly FileGrant[];
  readonly module: string | null;
}) {
  const { t } = useTranslation(['import', 'common']);
  const client = useClient();
  const [{ source, received }, setFiles] = useState(() => guessSides(files));
  const [wishes, setWishes] = useState<Wishes>({ module, kind: null, title: null });
  const [step, setStep] = useState<Step>('files');
  const [storing, setStoring] = useState(false);
  const [error, setError] = useState<AdaptaError | null>(null);
  const planning = usePlan(source, received);
  const { plan } = planning;
  const mending = useMending(plan);
  const steps: readonly Step[] = received === null ? ['files', 'report'] : ['files', 'align', 'report'];

  const title = wishes.title ?? plan?.suggestedTitle ?? '';
  const kind = wishes.kind ?? plan?.suggestedKind ?? null;
  const complete = plan !== null && wishes.module !== null && kind !== null && title.trim() !== '';
  const next = steps[steps.indexOf(step) + 1];
  const before = steps[steps.indexOf(step) - 1];

  const store = async (): Promise<void> => {
    if (plan === null || wishes.module === null || kind === null) return;
    setStoring(true);
    setError(null);
    try {
      const made = await client.imports.commit({
        plan: plan.plan,
        links: linksOf(mending.rows),
        module: wishes.module,
        kind,
        title: title.trim(),
      });
      planning.keep();
      reportSaving({ state: 'saved', at: Date.now() });
      go({ view: 'document', id: made.document });
    } catch (thrown) {
      const failure = asAdaptaError(thrown);
      setError(failure.code === 'cancelled' ? null : failure);
      setStoring(false);
    }
  };

  return (
    <Frame
      title={t('title')}
      mainLabel={t(`step.${step}`)}
      onLeave={() => (before === undefined ? go({ view: 'library' }) : setStep(before))}
      sidebarLabel={t('stepsLabel')}
      sidebar={
        <div className="import-side">
          <Steps steps={steps} step={step} reachable={complete} onStep={setStep} />
          {step === 'align' ? <AlignSidebar counts={mending.counts} /> : null}
        </div>
      }
      toolbar={
        <>
          <IconButton icon="back" label={t('toLibrary')} onPress={() => go({ view: 'library' })} />
          <h1 className="toolbar-title">{t(step === 'align' ? 'alignTitle' : 'title')}</h1>
          <span className="toolbar-space" />
          {before === undefined ? null : (
            <Button isDisabled={storing} onPress={() => setStep(before)}>
              {t('common:action.back')}
            </Button>
          )}
          {next === undefined ? (
            <Button look="primary" isDisabled={!complete || storing} onPress={() => void store()}>
              {t(storing ? 'storing' : 'store')}
            </Button>
          ) : (
            <Button look="primary" isDisabled={!complete} onPress={() => setStep(next)}>
              {t('common:action.next')}
            </Button>
          )}
        </>
      }
    >
      {step === 'files' ? (
        <FilesStep
          source={source}
          received={received}
          planning={planning}
          module={wishes.module}
          kind={kind}
          title={title}
          onFiles={setFiles}
          onModule={(chosen) => setWishes({ ...wishes, module: chosen })}
          onKind={(chosen) => setWishes({ ...wishes, kind: chosen })}
          onTitle={(typed) => setWishes({ ...wishes, title: typed })}
        />
      ) : null}
      {step === 'align' && plan !== null ? <AlignStep plan={plan} mending={mending} /> : null}
      {step === 'report' && plan !== null ? (
        <ReportStep source={plan.sourceReport} received={plan.receivedReport} error={error} />
      ) : null}
    </Frame>
  );
}
