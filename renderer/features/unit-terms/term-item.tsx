import { useTranslation } from 'react-i18next';
import type { TermHere } from '#shared/terms/glossary.ts';
import { useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { insertTerm, LAST_NUMBER } from './insert-term.ts';
import type { UnitTerm } from './term-book.ts';

export interface TermItemProps {
  readonly entry: UnitTerm;
  /** The number key of its first term; the next ones follow. */
  readonly firstNumber: number;
}

/** A concept as the original names it, how it is said here and how not, and what it means. */
export function TermItem({ entry: { concept, source, wanted, unwanted, used }, firstNumber }: TermItemProps) {
  const { t } = useTranslation('unitTerms');
  const { sourceLanguage, targetLanguage } = useWorkbench().rows;
  const says = (here: TermHere): boolean => used.some(({ term }) => term.id === here.term.id);
  const isUsed = wanted.some(says);
  return (
    <li className="unit-term">
      <div className="unit-term-head">
        {source === null ? (
          <span className="muted">{t('onlyTarget')}</span>
        ) : (
          <strong lang={sourceLanguage}>{source.term.text}</strong>
        )}
        {source === null || wanted.length === 0 ? null : (
          <span className="unit-term-state" data-used={isUsed}>
            <Icon name={isUsed ? 'check' : 'omit'} size={12} />
            {t(isUsed ? 'used' : 'unused')}
          </span>
        )}
      </div>
      <ul className="renderings" lang={targetLanguage}>
        {wanted.map((here, index) => (
          <Wanted key={here.term.id} here={here} number={firstNumber + index} />
        ))}
        {unwanted.map((here) => (
          <li key={here.term.id} className="rendering" data-found={says(here)}>
            <s>{here.term.text}</s>
            <TermWords here={here} />
          </li>
        ))}
      </ul>
      {concept.definition === '' ? null : <p>{concept.definition}</p>}
      {concept.source === '' ? null : <p className="unit-term-more">{t('source', { source: concept.source })}</p>}
      {concept.note === '' ? null : <p className="unit-term-more">{t('note', { note: concept.note })}</p>}
    </li>
  );
}

function Wanted({ here, number }: { readonly here: TermHere; readonly number: number }) {
  const { t } = useTranslation('unitTerms');
  const workbench = useWorkbench();
  const readOnly = useBench((state) => state.readOnly);
  return (
    <li className="rendering">
      {readOnly ? (
        <span>{here.term.text}</span>
      ) : (
        <Button
          look="plain"
          preventFocusOnPress
          aria-label={t('insert', { term: here.term.text })}
          onPress={() => insertTerm(workbench, here)}
        >
          <span className="rendering-text">{here.term.text}</span>
          {number > LAST_NUMBER ? null : <Keys keys={`Ctrl+Shift+${number}`} />}
        </Button>
      )}
      <TermWords here={here} />
    </li>
  );
}

/** `admitido · en El Alto`; the preferred term says nothing of itself. */
function TermWords({ here: { status, term } }: { readonly here: TermHere }) {
  const { t } = useTranslation(['unitTerms', 'terms']);
  const words = [
    status === 'preferred' ? '' : t(`terms:status.${status}`),
    term.municipality === '' ? '' : t('inPlace', { place: term.municipality }),
    term.note,
  ];
  const said = words.filter((word) => word !== '').join(' · ');
  return said === '' ? null : <span className="unit-term-more">{said}</span>;
}
