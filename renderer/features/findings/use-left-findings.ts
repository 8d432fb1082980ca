import { useEffect } from 'react';
import { useConnections, useSession } from '#renderer/app/session.ts';
import type { Workbench } from '#renderer/features/editor/workbench.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { toastError } from '#renderer/ui/toast.tsx';

/** Reads what the toolkit wants checked and what was left as it is, when the document opens and when the engine is back. */
export function useLeftFindings(workbench: Workbench): void {
  const { transport } = useSession();
  const connections = useConnections();
  const { document } = workbench.session.model;
  const { findings } = workbench.knowledge;
  useEffect(() => {
    let wanted = connections > 0;
    const read = async (): Promise<void> => {
      try {
        const { settings, ignored } = await transport.client.checks.ofDocument({ document });
        if (wanted) findings.set(settings, ignored);
      } catch (thrown) {
        const error = asAdaptaError(thrown);
        if (wanted && error.code !== 'engineGone') toastError(error);
      }
    };
    if (wanted) void read();
    return () => {
      wanted = false;
    };
  }, [transport, document, findings, connections]);
}
