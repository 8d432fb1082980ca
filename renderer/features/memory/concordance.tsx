import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/app/session.ts';
import { useAnswer } from '#renderer/app/use-answer.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { SearchField, Select } from '#renderer/ui/field.tsx';
import { MarkedText, OriginWords } from './entry-words.tsx';

type Side = 'both' | 'source' | 'target';
const COUNT = 100;
const PAUSE = 200;
const ASKER = 'memory';

/** Where something was said before, in every memory that is asked. */
export function Concordance({ search }: { readonly search: React.RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation('memory');
  const client = useClient();
  const [query, setQuery] = useState('');
  const [side, setSide] = useState<Side>('both');
  const wanted = query.trim();
  const { answer, error } = useAnswer(
    wanted === '' ? null : JSON.stringify([wanted, side]),
    async () => await client.memory.concordance({ query: wanted, asker: ASKER, side, from: 0, count: COUNT }),
    PAUSE,
  );
  const found = wanted === '' ? null : answer;
  return (
    <>
      <div className="entries-bar">
        <SearchField label={t('concordance.search')} value={query} onChange={setQuery} inputRef={search} />
        <Select<Side>
          label={t('concordance.side')}
          quiet
          choices={(['both', 'source', 'target'] as const).map((id) => ({ id, label: t(`concordance.${id}`) }))}
          value={side}
          onChange={setSide}
        />
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      {found === null ? <EmptyState text={t('concordance.hint')} /> : null}
      {found?.hits.length === 0 ? <EmptyState text={t('nothingFound')} /> : null}
      {found === null || found.hits.length === 0 ? null : (
        <ol className="entries" aria-label={t('concordance.list')}>
          {found.hits.map(({ entry, memory, sourceRanges, targetRanges }) => (
            <li key={entry.id} className="entry entry-hit">
              <span>
                <MarkedText text={entry.source} ranges={sourceRanges} />
              </span>
              <span>
                <MarkedText text={entry.target} ranges={targetRanges} />
              </span>
              <span className="entry-origin muted">
                <OriginWords origin={entry.origin} memory={memory} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {found?.more === true ? <p className="muted">{t('concordance.more', { count: COUNT })}</p> : null}
    </>
  );
}
