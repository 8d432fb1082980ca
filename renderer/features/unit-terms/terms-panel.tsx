import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useActiveUnitLater, useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { proposeTerm } from './propose-term.ts';
import { ProposalForm } from './proposal-form.tsx';
import { TermItem } from './term-item.tsx';
import type { UnitTerm } from './term-book.ts';
import './unit-terms.css';

/** The terms of the glossary the unit one is in speaks of, and whether its text says them. */
export function TermsPanel() {
  const { t } = useTranslation('unitTerms');
  const workbench = useWorkbench();
  const proposal = useBench((state) => state.proposal);
  const readOnly = useBench((state) => state.readOnly);
  const unit = useActiveUnitLater();
  return (
    <div className="unit-terms">
      {proposal === null ? null : <ProposalForm key={`${proposal.source} ${proposal.target}`} proposal={proposal} />}
      {unit === undefined ? <EmptyState text={t('nowhere')} /> : <TermList unit={unit} />}
      {proposal !== null || readOnly ? null : (
        <div>
          <Button look="plain" icon="add" onPress={() => proposeTerm(workbench)}>
            {t('propose')} <Keys keys="Alt+Shift+T" />
          </Button>
        </div>
      )}
    </div>
  );
}

function TermList({ unit }: { readonly unit: UnitRecord }) {
  const { t } = useTranslation('unitTerms');
  const terms = useUnitTerms(unit);
  if (terms.length === 0) return <EmptyState text={t('none')} />;
  const firstNumbers = numbersOf(terms);
  return (
    <ul className="term-list" aria-label={t('list')}>
      {terms.map((entry, index) => (
        <TermItem key={entry.concept.id} entry={entry} firstNumber={firstNumbers[index] ?? 0} />
      ))}
    </ul>
  );
}

/** The number key of each concept's first term: they are counted through. */
function numbersOf(terms: readonly UnitTerm[]): readonly number[] {
  let next = 1;
  return terms.map(({ wanted }) => {
    const first = next;
    next += wanted.length;
    return first;
  });
}

/** What the glossary says of a unit, again when either changes. */
function useUnitTerms(unit: UnitRecord): readonly UnitTerm[] {
  const { terms } = useWorkbench().knowledge;
  useSyncExternalStore(terms.subscribe, terms.version);
  return terms.of(unit).terms;
}
