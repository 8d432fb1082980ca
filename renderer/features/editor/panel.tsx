import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { HistoryPanel } from '#renderer/features/history/history-panel.tsx';
import { CommentsPanel } from '#renderer/features/comments/comments-panel.tsx';
import { useDocumentComments, useUnitComments } from '#renderer/features/comments/use-comments.ts';
import { Comparison } from './comparison.tsx';
import { FindingsPanel, useFindings } from './findings-panel.tsx';
import { useBench, useWorkbench } from './workbench-context.ts';
import type { UnitComment } from '#shared/contract/comments.ts';
import type { PanelName } from './workbench-store.ts';

/** What there is to know about the row one is in: the received translation beside it, its findings, comments on it, its history. */
export function Panel() {
  const { t } = useTranslation('editor');
  const workbench = useWorkbench();
  const panel = useBench((state) => state.panel);
  const comments = useDocumentComments();
  return (
    <Tabs
      className="panel-tabs"
      selectedKey={panel}
      onSelectionChange={(key) => workbench.store.setState({ panel: key as PanelName })}
    >
      <TabList className="panel-tab-list" aria-label={t('panel')}>
        <Tab id="comparison" className="panel-tab">
          {t('comparison.tab')}
        </Tab>
        <FindingsTab />
        <CommentsTab all={comments} />
        <Tab id="history" className="panel-tab">
          {t('history')}
        </Tab>
      </TabList>
      <TabPanel id="comparison" className="panel-body">
        <Comparison />
      </TabPanel>
      <TabPanel id="findings" className="panel-body">
        <FindingsPanel />
      </TabPanel>
      <TabPanel id="comments" className="panel-body">
        <CommentsPanel all={comments} />
      </TabPanel>
      <TabPanel id="history" className="panel-body">
        <HistoryPanel />
      </TabPanel>
    </Tabs>
  );
}

/** `Comentarios 1`. */
function CommentsTab({ all }: { readonly all: readonly UnitComment[] }) {
  const { t } = useTranslation('editor');
  const count = useUnitComments(all)?.comments.length ?? 0;
  return (
    <Tab id="comments" className="panel-tab">
      {t('comments.title')} {count === 0 ? null : <span className="panel-count panel-count-quiet">{count}</span>}
    </Tab>
  );
}

/** `Avisos 2`. */
function FindingsTab() {
  const { t } = useTranslation('editor');
  const count = useFindings()?.length ?? 0;
  return (
    <Tab id="findings" className="panel-tab">
      {t('findings.title')} {count === 0 ? null : <span className="panel-count">{count}</span>}
    </Tab>
  );
}
