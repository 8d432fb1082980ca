import { useEffect } from 'react';
import { termFinderOf } from '#shared/checks/terms/term-finder.ts';
import { useFindingFeed } from '#renderer/features/findings/use-findings.ts';
import { useLeftFindings } from '#renderer/features/findings/use-left-findings.ts';
import { useAskedMatches } from '#renderer/features/matches/use-matches.ts';
import { useOfferedRepetitions } from '#renderer/features/matches/use-offered-repetitions.ts';
import { useGlossary } from '#renderer/features/unit-terms/use-glossary.ts';
import { useSettings } from '#renderer/features/settings/settings-store.ts';
import { listenForPanelKeys } from './panel-keys.ts';
import type { Workbench } from './workbench.ts';
import { PANELS } from './workbench-store.ts';

const KEY = 'editor.panel';

/** The tab of the panel one left off at, in whichever document. */
function useKeptPanel({ store }: Workbench): void {
  useEffect(() => {
    const { settings, remember } = useSettings.getState();
    const kept = PANELS.find((panel) => panel === settings?.view[KEY]);
    if (kept !== undefined) store.setState({ panel: kept });
    return store.subscribe((state, before) => {
      if (state.panel !== before.panel) remember(KEY, state.panel);
    });
  }, [store]);
}

/** Keeps what is known of the document's units up with it: matches, terms, findings, their underlines and their keys. */
export function useKnowledge(workbench: Workbench): void {
  const { terms, findings } = workbench.knowledge;
  useKeptPanel(workbench);
  useAskedMatches(workbench);
  useOfferedRepetitions(workbench);
  useGlossary(workbench);
  useLeftFindings(workbench);
  useFindingFeed(workbench);
  useEffect(() => listenForPanelKeys(workbench), [workbench]);
  useEffect(() => {
    const refresh = (): void => workbench.marks.refresh();
    const stopTerms = terms.subscribe(() => {
      const { recogniser, concepts } = terms;
      const isEmpty = recogniser === null || concepts.length === 0;
      findings.setTerms(isEmpty ? undefined : termFinderOf(recogniser, concepts));
      refresh();
    });
    const stopFindings = findings.subscribe(refresh);
    return () => {
      stopTerms();
      stopFindings();
    };
  }, [workbench, terms, findings]);
}
