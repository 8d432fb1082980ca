import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TermFilter, TermImportReport, TermStatus } from '#shared/contract/terms.ts';
import { Place } from '#renderer/app/frame/place.tsx';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { useClient } from '#renderer/app/session.ts';
import { useLibrary } from '#renderer/features/library/library-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { SearchField, Select } from '#renderer/ui/field.tsx';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { ConceptForm } from './concept-form.tsx';
import { ConceptList } from './concept-list.tsx';
import { ImportReport } from './import-report.tsx';
import { useTermFiles } from './term-files.ts';
import { TERM_STATUSES, TermStatusSign } from './term-status.tsx';
import { useConcepts } from './use-concepts.ts';
import { useEntry } from './use-entry.ts';
import './terms.css';

const newId = (): string => crypto.randomUUID();
const ALL = '';

/** The glossary: concepts on the left, the one being read or written on the right. */
export function TermsView() {
  const { t } = useTranslation('terms');
  const client = useClient();
  const { library, read } = useLibrary();
  const format = useFormat();
  const [text, setText] = useState('');
  const [domain, setDomain] = useState(ALL);
  const [status, setStatus] = useState<TermStatus | typeof ALL>(ALL);
  const [report, setReport] = useState<TermImportReport | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const filter: TermFilter = {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(domain === ALL ? {} : { domain }),
    ...(status === ALL ? {} : { status }),
  };
  const found = useConcepts(filter);
  const concepts = found.answer?.concepts ?? null;
  const total = found.answer?.total ?? 0;
  const entry = useEntry(newId);
  const files = useTermFiles();
  const isFiltered = Object.keys(filter).length > 0;
  useMenuCommand('find', () => search.current?.focus());
  useEffect(() => {
    if (library === null) void read(client);
  }, [library, read, client]);
  const take = async (from: () => Promise<TermImportReport | null>): Promise<void> => setReport(await from());

  return (
    <Place
      title={t('title')}
      beside={t('count', { count: total, n: format.number(total) })}
      actions={
        <>
          <MenuButton
            label={t('files.menu')}
            entries={[
              { id: 'take', label: t('files.take'), icon: 'import', onAction: () => void take(files.take) },
              { id: 'starter', label: t('files.starter'), icon: 'kit', onAction: () => void take(files.takeStarter) },
              null,
              { id: 'tbx', label: t('files.tbx'), icon: 'export', onAction: () => void files.put(filter, 'tbx') },
              { id: 'csv', label: t('files.csv'), icon: 'export', onAction: () => void files.put(filter, 'csv') },
            ]}
          >
            <Button icon="swap">{t('files.menu')}</Button>
          </MenuButton>
          <Button look="primary" icon="add" onPress={entry.begin}>
            {t('new')}
          </Button>
        </>
      }
    >
      <div className="terms">
        <div className="terms-found">
          <div className="terms-filter">
            <SearchField label={t('search')} value={text} onChange={setText} inputRef={search} />
            <Select
              label={t('domain')}
              quiet
              choices={[
                { id: ALL, label: t('everyDomain') },
                ...(found.answer?.domains ?? []).map((id) => ({ id, label: id })),
              ]}
              value={domain}
              onChange={setDomain}
            />
            <Select<TermStatus | typeof ALL>
              label={t('use')}
              quiet
              choices={[
                { id: ALL, label: t('everyUse') },
                ...TERM_STATUSES.map((id) => ({
                  id,
                  label: t(`status.${id}`),
                  sign: <TermStatusSign status={id} quiet />,
                })),
              ]}
              value={status}
              onChange={setStatus}
            />
          </div>
          {found.error === null ? null : <ErrorNotice error={found.error} />}
          {concepts?.length === 0 && isFiltered ? <EmptyState text={t('nothingFound')} /> : null}
          {concepts?.length === 0 && !isFiltered ? (
            <EmptyState text={t('empty')}>
              <Button look="primary" icon="kit" onPress={() => void take(files.takeStarter)}>
                {t('files.starter')}
              </Button>
            </EmptyState>
          ) : null}
          {concepts === null || concepts.length === 0 ? null : (
            <ConceptList found={found} shown={entry.open?.concept.id ?? null} onShow={entry.show} />
          )}
        </div>
        <div className="terms-entry">
          {entry.open === null ? (
            <EmptyState text={t('chooseOne')} />
          ) : (
            <ConceptForm
              key={entry.open.concept.id}
              concept={entry.open.concept}
              isNew={entry.open.saved === null}
              toolkits={library?.toolkits ?? []}
              newId={newId}
              onChange={entry.change}
              onSave={() => void entry.save()}
              onRemove={() => void entry.remove().then(() => search.current?.focus())}
            />
          )}
        </div>
      </div>
      <ImportReport report={report} onClose={() => setReport(null)} />
    </Place>
  );
}
