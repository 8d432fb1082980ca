import { useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '#shared/model/content.ts';
import { useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { GROUP_NAMES } from '#renderer/features/checks/groups.ts';
import { Select, type Choice } from '#renderer/ui/field.tsx';
import {
  beginningOf,
  groupFindings,
  isInScope,
  SEVERITY_SCOPES,
  type FindingGroup,
  type PlacedFinding,
  type Scope,
} from './finding-list.ts';
import { FindingPassage, findingSentence, SeverityLabel } from './finding-words.tsx';
import { stepFinding } from './step-finding.ts';

/** Findings of one kind shown at once; F7 reaches the others. */
const MOST = 50;

/** Every finding of the document by kind, each kind folded away until wanted; and from one to the next. */
export function DocumentFindings() {
  const { t } = useTranslation(['findings', 'checks']);
  const format = useFormat();
  const workbench = useWorkbench();
  const { findings } = workbench.knowledge;
  const scope = useBench((state) => state.findingScope);
  const version = useDeferredValue(useSyncExternalStore(findings.subscribe, findings.version));
  const all = useMemo(() => (version < 0 ? [] : findings.all()), [findings, version]);
  const groups = useMemo(() => groupFindings(all.filter(({ finding }) => isInScope(finding, scope))), [all, scope]);
  const count = (of: Scope): number => all.filter(({ finding }) => isInScope(finding, of)).length;
  const choices: readonly Choice<Scope>[] = [
    ...SEVERITY_SCOPES.map((id) => ({ id, label: t(`scope.${id}`, { n: format.number(count(id)) }) })),
    ...GROUP_NAMES.flatMap((id) => {
      const found = count(id);
      const label = t('findings:scope.group', { group: t(`checks:group.${id}`), n: format.number(found) });
      return found === 0 && id !== scope ? [] : { id, label };
    }),
  ];
  return (
    <section aria-label={t('document')}>
      <div className="findings-head">
        <h2>{t('document')}</h2>
        <IconButton
          icon="arrowUp"
          label={t('previous')}
          keys="Shift+F7"
          small
          onPress={() => stepFinding(workbench, -1)}
        />
        <IconButton icon="arrowDown" label={t('next')} keys="F7" small onPress={() => stepFinding(workbench, 1)} />
      </div>
      <Select<Scope>
        label={t('show')}
        quiet
        value={scope}
        onChange={(findingScope) => workbench.store.setState({ findingScope })}
        choices={choices}
      />
      {findings.complete ? null : <p className="muted">{t('reading')}</p>}
      {findings.complete && groups.length === 0 ? <p className="muted">{t('nothing')}</p> : null}
      <div className="finding-groups">
        {groups.map((group) => (
          <Group key={group.check} group={group} />
        ))}
      </div>
    </section>
  );
}

function Group({ group: { check, severity, found } }: { readonly group: FindingGroup }) {
  const { t } = useTranslation(['findings', 'editor']);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const more = found.length - MOST;
  return (
    <details className="finding-group" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <SeverityLabel severity={severity} quiet />
        <span className="finding-kind">{t(`editor:findings.check.${check}`)}</span>
        <span className="finding-count">{format.number(found.length)}</span>
      </summary>
      {open ? (
        <ul className="finding-places">
          {found.slice(0, MOST).map((placed, index) => (
            // Two alike findings of a unit are told apart by nothing but their order.
            <FindingPlace key={`${placed.unit} ${index}`} placed={placed} />
          ))}
        </ul>
      ) : null}
      {open && more > 0 ? <p className="muted">{t('more', { count: more, n: format.number(more) })}</p> : null}
    </details>
  );
}

function FindingPlace({ placed: { unit: id, at, finding } }: { readonly placed: PlacedFinding }) {
  const { t } = useTranslation('findings');
  const { t: tSentence } = useTranslation(['editor', 'common']);
  const format = useFormat();
  const workbench = useWorkbench();
  const unit = workbench.session.model.get(id);
  if (unit === undefined) return null;
  const text = beginningOf(textOf(unit.content));
  return (
    <li>
      <button type="button" className="finding-place" onClick={() => workbench.go(id, finding.range?.from ?? 'start')}>
        <span>{findingSentence(finding, tSentence)}</span>
        {finding.range === undefined ? (
          <span className="finding-passage">{text === '' ? t('blank') : text}</span>
        ) : (
          <FindingPassage content={unit.content} finding={finding} />
        )}
        <span className="finding-where">{t('unit', { at: format.number(at + 1) })}</span>
      </button>
    </li>
  );
}
