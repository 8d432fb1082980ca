import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { UnitComment } from '#shared/contract/comments.ts';
import { HistoryPanel } from '#renderer/features/history/history-panel.tsx';
import { CommentsPanel } from '#renderer/features/comments/comments-panel.tsx';
import { useDocumentComments, useUnitComments } from '#renderer/features/comments/use-comments.ts';
import { FindingsPanel } from '#renderer/features/findings/findings-panel.tsx';
import { useOpenCount } from '#renderer/features/findings/use-findings.ts';
import { MatchesPanel } from '#renderer/features/matches/matches-panel.tsx';
import { TermsPanel } from '#renderer/features/unit-terms/terms-panel.tsx';
import { Comparison } from './comparison.tsx';
import { moveByArrow } from './panel-arrows.ts';
import { useBench, useWorkbench } from './workbench-context.ts';
import type { PanelName } from './workbench-store.ts';

/**
 * What there is to know about the row one is in: how the like was said before, its terms and findings, the received
 * translation beside it, comments on it, its history. Esc goes back to the text.
 */
export function Panel() {
  const { t } = useTranslation(['editor', 'matches', 'unitTerms']);
  const workbench = useWorkbench();
  const panel = useBench((state) => state.panel);
  const comments = useDocumentComments();
  const tabs = useRef<HTMLDivElement>(null);
  useTabFocus(tabs);
  return (
    <div
      ref={tabs}
      className="panel-root"
      role="presentation"
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        if (event.key === 'Escape') workbench.focus();
        else if (moveByArrow(event.currentTarget, event.nativeEvent)) event.preventDefault();
      }}
    >
      <Tabs
        className="panel-tabs"
        selectedKey={panel}
        onSelectionChange={(key) => workbench.store.setState({ panel: key as PanelName })}
      >
        <TabList className="panel-tab-list" aria-label={t('panel')}>
          <Tab id="matches" className="panel-tab">
            {t('matches:title')}
          </Tab>
          <Tab id="terms" className="panel-tab">
            {t('unitTerms:title')}
          </Tab>
          <FindingsTab />
          <Tab id="comparison" className="panel-tab">
            {t('comparison.tab')}
          </Tab>
          <CommentsTab all={comments} />
          <Tab id="history" className="panel-tab">
            {t('history')}
          </Tab>
        </TabList>
        <TabPanel id="matches" className="panel-body">
          <MatchesPanel />
        </TabPanel>
        <TabPanel id="terms" className="panel-body">
          <TermsPanel />
        </TabPanel>
        <TabPanel id="findings" className="panel-body">
          <FindingsPanel />
        </TabPanel>
        <TabPanel id="comparison" className="panel-body">
          <Comparison />
        </TabPanel>
        <TabPanel id="comments" className="panel-body">
          <CommentsPanel all={comments} />
        </TabPanel>
        <TabPanel id="history" className="panel-body">
          <HistoryPanel />
        </TabPanel>
      </Tabs>
    </div>
  );
}

/** Gives the chosen tab the focus when a key asked for it. */
function useTabFocus(tabs: React.RefObject<HTMLElement | null>): void {
  const { store } = useWorkbench();
  const focusWish = useBench((state) => state.focusWish);
  useEffect(() => {
    if (focusWish !== 'tab') return;
    store.setState({ focusWish: null });
    tabs.current?.querySelector<HTMLElement>('[role="tab"][data-selected]')?.focus();
  }, [focusWish, store, tabs]);
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
  const count = useOpenCount();
  return (
    <Tab id="findings" className="panel-tab">
      {t('findings.title')} {count === 0 ? null : <span className="panel-count">{count}</span>}
    </Tab>
  );
}
