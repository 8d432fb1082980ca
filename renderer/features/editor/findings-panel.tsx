import { useTranslation } from 'react-i18next';
import type { CheckCode, Finding } from '#shared/checks/check.ts';
import type { PlaceholderKind } from '#shared/model/content.ts';
import { chipFace } from '#renderer/editor/surface/chip.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { findingsOf } from './findings.ts';
import { useActiveUnitLater, useWorkbench } from './workbench-context.ts';

/** What the unit one is in should be looked at for, a sentence each. */
export function FindingsPanel() {
  const { t } = useTranslation('editor');
  const findings = useFindings();
  if (findings === null) return <EmptyState text={t('findings.nowhere')} />;
  if (findings.length === 0) return <EmptyState text={t('findings.none')} />;
  return (
    <ul className="unit-findings" aria-label={t('findings.title')}>
      {findings.map((finding) => (
        <FindingLine
          key={`${finding.code} ${JSON.stringify(finding.params)} ${finding.range?.from ?? ''}`}
          {...finding}
        />
      ))}
    </ul>
  );
}

/** The open findings of the unit one is in; null when one is in none. */
export function useFindings(): readonly Finding[] | null {
  const workbench = useWorkbench();
  const unit = useActiveUnitLater();
  return unit === undefined ? null : findingsOf(unit, workbench.rows);
}

function FindingLine({ code, params, severity }: Finding) {
  const { t } = useTranslation(['editor', 'common']);
  return (
    <li data-severity={severity}>
      <Icon name="warning" size={14} />
      <span>{t(`findings.code.${code satisfies CheckCode}`, { ...params, sign: signWords(params, t) })}</span>
    </li>
  );
}

/** `llamada de nota 1`, as its chip reads, for the findings that are about a placeholder. */
function signWords(
  { kind, placeholder, label }: Finding['params'],
  t: ReturnType<typeof useTranslation<['editor', 'common']>>['t'],
): string {
  if (typeof kind !== 'string' || typeof placeholder !== 'number') return '';
  const run = { kind: kind as PlaceholderKind, placeholder, label: String(label ?? '') };
  return `${t(`common:placeholder.${run.kind}`)} ${chipFace(run)}`;
}
