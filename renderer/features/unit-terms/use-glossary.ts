import { useEffect, useState } from 'react';
import { useConnections, useEngineEvent, useSession } from '#renderer/app/session.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { toastError } from '#renderer/ui/toast.tsx';

/** Keeps the workbench's glossary what the engine has: read when the document opens and with each change of it. */
export function useGlossary(workbench: Workbench): void {
  const { transport } = useSession();
  const connections = useConnections();
  const [changes, setChanges] = useState(0);
  useEngineEvent('termsChanged', () => setChanges((before) => before + 1));
  const { document } = workbench.session.model;
  const { terms } = workbench.knowledge;
  // Asked again after each of these: the numbers themselves say nothing.
  const asked = `${changes} ${connections}`;
  useEffect(() => {
    let wanted = asked !== '';
    const read = async (): Promise<void> => {
      try {
        const { concepts, municipality } = await transport.client.terms.ofDocument({ document });
        if (wanted) terms.set(concepts, municipality);
      } catch (thrown) {
        const error = asAdaptaError(thrown);
        if (wanted && error.code !== 'engineGone') toastError(error);
      }
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [transport, document, terms, asked]);
}
