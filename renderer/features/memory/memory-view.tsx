import { useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Place } from '#renderer/app/frame/place.tsx';
import { useMenuCommand } from '#renderer/app/menu-commands.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { Concordance } from './concordance.tsx';
import { EntryTable } from './entry-table.tsx';
import { MemoryList } from './memory-list.tsx';
import { MemoryTools } from './memory-tools.tsx';
import { useMemoryFiles } from './memory-files.ts';
import { useMemories } from './use-memories.ts';
import './memory.css';

type Page = 'entries' | 'concordance';

/** The translation memories: which there are, in what order they are asked, and what they say. */
export function MemoryView() {
  const { t } = useTranslation('memory');
  const memories = useMemories();
  const files = useMemoryFiles();
  const [chosen, setChosen] = useState<string | null>(null);
  const [page, setPage] = useState<Page>('entries');
  const search = useRef<HTMLInputElement>(null);
  const all = memories.memories ?? [];
  const shown = all.find(({ id }) => id === chosen) ?? all[0] ?? null;
  useMenuCommand('find', () => {
    setPage('concordance');
    requestAnimationFrame(() => search.current?.focus());
  });
  const take = async (): Promise<void> => {
    const memory = await files.take(null);
    if (memory !== null) setChosen(memory);
  };
  return (
    <Place
      title={t('title')}
      actions={
        <>
          <Button look="primary" icon="import" onPress={() => void take()}>
            {t('files.import')}
          </Button>
        </>
      }
    >
      <div className="memory">
        <div className="memory-side">
          {memories.error === null ? null : <ErrorNotice error={memories.error} />}
          {memories.memories === null ? null : (
            <MemoryList memories={all} shown={shown?.id ?? null} onShow={setChosen} />
          )}
          <p className="muted">{t('orderHint')}</p>
        </div>
        <Tabs className="memory-main" selectedKey={page} onSelectionChange={(key) => setPage(key as Page)}>
          <TabList className="panel-tab-list" aria-label={t('title')}>
            <Tab id="entries" className="panel-tab">
              {t('entriesTab')}
            </Tab>
            <Tab id="concordance" className="panel-tab">
              {t('concordance.tab')}
            </Tab>
          </TabList>
          <TabPanel id="entries" className="memory-page">
            {shown === null ? (
              <EmptyState text={t('empty')} />
            ) : (
              <>
                <MemoryTools memory={shown} memories={memories} />
                <EntryTable key={shown.id} memory={shown} changes={memories.changes} />
              </>
            )}
          </TabPanel>
          <TabPanel id="concordance" className="memory-page">
            <Concordance search={search} />
          </TabPanel>
        </Tabs>
      </div>
    </Place>
  );
}
