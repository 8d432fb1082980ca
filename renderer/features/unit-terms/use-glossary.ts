import { useState } from 'react';
import { useClient, useEngineEvent } from '#renderer/app/session.ts';
import { useFeed } from '#renderer/app/use-answer.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';

/** Keeps the workbench's glossary what the engine has: read when the document opens and with each change of it. */
export function useGlossary(workbench: Workbench): void {
  const client = useClient();
  const [changes, setChanges] = useState(0);
  useEngineEvent('termsChanged', () => setChanges((before) => before + 1));
  const { document } = workbench.session.model;
  useFeed(
    `${document} ${changes}`,
    async () => await client.terms.ofDocument({ document }),
    ({ concepts, municipality }) => workbench.knowledge.terms.set(concepts, municipality),
  );
}
