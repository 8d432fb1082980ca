import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { Icon } from '#renderer/ui/icons.tsx';

export type Step = 'files' | 'align' | 'report';

/** Where one is in an import, and the way to the other steps. */
export function Steps({
  steps,
  step,
  reachable,
  onStep,
}: {
  readonly steps: readonly Step[];
  readonly step: Step;
  /** Whether later steps can be reached. */
  readonly reachable: boolean;
  readonly onStep: (step: Step) => void;
}) {
  const { t } = useTranslation('import');
  const now = steps.indexOf(step);
  return (
    <ol className="steps">
      {steps.map((each, index) => (
        <li key={each}>
          <Button
            className="step"
            isDisabled={index > now && !reachable}
            onPress={() => onStep(each)}
            {...(index === now ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="step-number">{index < now ? <Icon name="check" size={14} /> : index + 1}</span>
            {t(`step.${each}`)}
          </Button>
        </li>
      ))}
    </ol>
  );
}
