import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Finding, Severity } from '#shared/checks/check.ts';
import { textByPosition } from '#shared/checks/checked-unit.ts';
import type { Content, PlaceholderKind } from '#shared/model/content.ts';
import { chipFace } from '#renderer/editor/surface/chip.ts';
import { Icon, type IconName } from '#renderer/ui/icons.tsx';
import { passageOf } from './finding-list.ts';

const SIGNS: Readonly<Record<Severity, IconName>> = { error: 'stop', warning: 'warning', info: 'info' };

/** Sign and word of a severity; `quiet`: the word for screen readers alone, where a list of one severity says it. */
export function SeverityLabel({ severity, quiet = false }: { readonly severity: Severity; readonly quiet?: boolean }) {
  const { t } = useTranslation('findings');
  return (
    <span className="severity" data-severity={severity}>
      <Icon name={SIGNS[severity]} size={14} />
      <span className={quiet ? 'visually-hidden' : undefined}>{t(`severity.${severity}`)}</span>
    </span>
  );
}

/** A finding as a sentence. */
export function findingSentence({ code, params }: Finding, t: TFunction<['editor', 'common']>): string {
  return t(`editor:findings.code.${code}`, { ...params, sign: signWords(params, t) });
}

/** `llamada de nota 1`, as its chip reads, for the findings that are about a placeholder. */
function signWords({ kind, placeholder, label }: Finding['params'], t: TFunction<['editor', 'common']>): string {
  if (typeof kind !== 'string' || typeof placeholder !== 'number') return '';
  const run = { kind: kind as PlaceholderKind, placeholder, label: String(label ?? '') };
  return `${t(`common:placeholder.${run.kind}`)} ${chipFace(run)}`;
}

/** The passage a finding is about, marked; nothing when it is about the whole text. */
export function FindingPassage({ content, finding }: { readonly content: Content; readonly finding: Finding }) {
  if (finding.range === undefined) return null;
  const text = textByPosition(content).replaceAll('\uFFFC', '▯');
  const { before, marked, after } = passageOf(text, finding.range);
  return (
    <p className="finding-passage">
      {before}
      <mark>{marked}</mark>
      {after}
    </p>
  );
}
