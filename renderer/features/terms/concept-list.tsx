import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Concept } from '#shared/contract/terms.ts';
import { Button } from '#renderer/ui/button.tsx';
import { headTerm, termsIn } from './concept.ts';
import { TermStatusSign } from './term-status.tsx';
import type { Concepts } from './use-concepts.ts';

/** The concepts found, a line each: what it is called there, and here. */
export function ConceptList({
  found,
  shown,
  onShow,
}: {
  readonly found: Concepts;
  readonly shown: string | null;
  readonly onShow: (concept: Concept) => void;
}) {
  const { t } = useTranslation('terms');
  const concepts = found.answer?.concepts ?? [];
  const left = (found.answer?.total ?? 0) - concepts.length;
  return (
    <>
      <ListBox
        aria-label={t('list')}
        className="concepts"
        items={concepts}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={shown === null ? [] : [shown]}
        onSelectionChange={(keys) => {
          const concept = keys === 'all' ? undefined : concepts.find(({ id }) => keys.has(id));
          if (concept !== undefined) onShow(concept);
        }}
      >
        {(concept) => <Line concept={concept} />}
      </ListBox>
      {found.more === null ? null : (
        <Button look="plain" onPress={found.more}>
          {t('more', { left })}
        </Button>
      )}
    </>
  );
}

function Line({ concept }: { readonly concept: Concept }) {
  const rendered = termsIn(concept, 'es')[0];
  const head = headTerm(concept);
  return (
    <ListBoxItem id={concept.id} textValue={head} className="concept-line">
      <span className="concept-head">{head}</span>
      <span className="concept-rendered">
        {rendered === undefined ? null : (
          <>
            <TermStatusSign status={rendered.status} quiet /> {rendered.text}
          </>
        )}
      </span>
      <span className="muted concept-domain">{concept.domain}</span>
    </ListBoxItem>
  );
}
