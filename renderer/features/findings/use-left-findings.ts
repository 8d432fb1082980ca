import { useClient } from '#renderer/app/session.ts';
import { useFeed } from '#renderer/app/use-answer.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';

/** Reads what the toolkit wants checked and what was left as it is, when the document opens and when the engine is back. */
export function useLeftFindings(workbench: Workbench): void {
  const client = useClient();
  const { document } = workbench.session.model;
  useFeed(
    document,
    async () => await client.checks.ofDocument({ document }),
    ({ settings, ignored }) => workbench.knowledge.findings.set(settings, ignored),
  );
}
