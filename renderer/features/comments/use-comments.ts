import { useEffect, useState } from 'react';
import type { UnitComment } from '#shared/contract/comments.ts';
import type { BlockComment } from '#shared/model/comment.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useConnections, useEngineEvent, useSession } from '#renderer/app/session.ts';
import { useActiveUnitLater, useWorkbench } from '#renderer/features/editor/workbench-context.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { toastError } from '#renderer/ui/toast.tsx';

/** A comment as the panel shows it; `id` only of those made in Adapta, which can be taken away again. */
export interface ShownComment extends BlockComment {
  readonly id?: string;
  readonly from: 'source' | 'received' | 'here';
}

/** Every comment made in Adapta on the open document, read anew when one comes or goes. */
export function useDocumentComments(): readonly UnitComment[] {
  const { transport } = useSession();
  const { document } = useWorkbench().session.model;
  const connections = useConnections();
  const [changes, setChanges] = useState(0);
  const [comments, setComments] = useState<readonly UnitComment[]>([]);
  useEngineEvent('commentsChanged', (event) => {
    if (event.document === document) setChanges((before) => before + 1);
  });
  // Asked again after each of these: the numbers themselves say nothing.
  const asked = `${changes} ${connections}`;
  useEffect(() => {
    let wanted = asked !== '';
    const read = async (): Promise<void> => {
      try {
        const answer = await transport.client.comments.ofDocument({ document });
        if (wanted) setComments(answer.comments);
      } catch (thrown) {
        const error = asAdaptaError(thrown);
        if (wanted && error.code !== 'engineGone') toastError(error);
      }
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [transport, document, asked]);
  return comments;
}

/** The comments of the unit one is in: the original's, the received translation's, then those made here. Null: in none. */
export function useUnitComments(all: readonly UnitComment[]): {
  readonly unit: UnitRecord;
  readonly comments: readonly ShownComment[];
} | null {
  const { model } = useWorkbench().session;
  const unit = useActiveUnitLater();
  if (unit === undefined) return null;
  const brought = (['source', 'received'] as const).flatMap((side) =>
    (side === 'source' ? model.sourceOf(unit) : model.receivedOf(unit)).flatMap((block) =>
      (block.comments ?? []).map((comment): ShownComment => ({ ...comment, from: side })),
    ),
  );
  const own = all.filter((comment) => comment.unit === unit.id);
  return { unit, comments: [...brought, ...own.map((comment): ShownComment => ({ ...comment, from: 'here' }))] };
}
