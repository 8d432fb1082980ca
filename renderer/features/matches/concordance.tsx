import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyboardEvent } from 'react-aria-components';
import { plain } from '#shared/model/content.ts';
import { useBench, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { SearchField } from '#renderer/ui/field.tsx';
import { MarkedText, OriginWords } from '#renderer/features/memory/entry-words.tsx';
import { useConcordance, type Hit } from './use-concordance.ts';

/** How something was said before: a search in both sides of the memory. F3 comes here with what is selected; Esc goes back to the text. */
export function Concordance() {
  const { t } = useTranslation('matches');
  const workbench = useWorkbench();
  const query = useBench((state) => state.concordance);
  const focusWish = useBench((state) => state.focusWish);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focusWish !== 'concordance') return;
    workbench.store.setState({ focusWish: null });
    input.current?.focus();
    input.current?.select();
  }, [focusWish, workbench]);
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && query !== '') workbench.store.setState({ concordance: '' });
    else event.continuePropagation();
  };
  return (
    <search>
      <SearchField
        label={t('concordance.label')}
        value={query}
        maxLength={300}
        inputRef={input}
        onKeyDown={keys}
        onChange={(concordance) => workbench.store.setState({ concordance })}
      />
      {query.trim() === '' ? null : <Hits query={query.trim()} />}
    </search>
  );
}

function Hits({ query }: { readonly query: string }) {
  const { t } = useTranslation('matches');
  const workbench = useWorkbench();
  const { found, readOn } = useConcordance(query, workbench.session.model.document);
  if (found === null) return <p className="muted matches-wait">{t('asking')}</p>;
  if (found.error !== null) return <ErrorNotice error={found.error} />;
  if (found.hits.length === 0) return <EmptyState text={t('concordance.none', { query })} />;
  return (
    <>
      <output className="visually-hidden">{t('concordance.found', { count: found.hits.length })}</output>
      <ul className="match-list" aria-label={t('concordance.list')}>
        {found.hits.map((hit) => (
          <HitItem key={hit.entry.id} hit={hit} />
        ))}
      </ul>
      {found.more ? (
        <Button look="plain" onPress={readOn}>
          {t('concordance.more')}
        </Button>
      ) : null}
    </>
  );
}

function HitItem({ hit: { entry, memory, sourceRanges, targetRanges } }: { readonly hit: Hit }) {
  const { t } = useTranslation('matches');
  const workbench = useWorkbench();
  const readOnly = useBench((state) => state.readOnly);
  const target = useRef<HTMLParagraphElement>(null);
  const insert = (): void => workbench.insert(plain(withoutSigns(selectedIn(target.current) || entry.target)));
  return (
    <li className="match">
      <p className="match-source" lang={workbench.rows.sourceLanguage}>
        <MarkedText text={entry.source} ranges={sourceRanges} />
      </p>
      <p className="match-target" lang={workbench.rows.targetLanguage} ref={target}>
        <MarkedText text={entry.target} ranges={targetRanges} />
      </p>
      <p className="match-origin">
        <span className="visually-hidden">{t('origin')} </span>
        <OriginWords origin={entry.origin} memory={memory} />
      </p>
      {readOnly ? null : (
        <Button look="plain" preventFocusOnPress onPress={insert}>
          {t('concordance.insert')}
        </Button>
      )}
    </li>
  );
}

/** What is selected inside an element, if all of it is. */
function selectedIn(element: Element | null): string {
  const selection = getSelection();
  if (element === null || selection === null || selection.isCollapsed) return '';
  const isInside = element.contains(selection.anchorNode) && element.contains(selection.focusNode);
  return isInside ? selection.toString() : '';
}

/** Plain text of the memory without the placeholders of the document it comes from. */
function withoutSigns(text: string): string {
  return text.replaceAll(/⟦-?\d+⟧/gu, '').replaceAll('⟦⟦', '⟦');
}
