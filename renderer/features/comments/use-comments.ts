import { useState } from 'react';
import type { UnitComment } from '#shared/contract/comments.ts';
import type { BlockComment } from '#shared/model/comment.ts';
import type { UnitRecord } from '#shared/model/unit.ts';
import { useClient, useEngineEvent } from '#renderer/app/session.ts';
import { useFeed } from '#renderer/app/use-answer.ts';
import { useActiveUnitLater, useWorkbench } from '#renderer/features/editor/workbench-context.ts';

/** A comment as the panel shows it; `id` only of those made in Adapta, which can be taken away again. */
export interface ShownComment extends BlockComment {
  readonly id?: string;
  readonly from: 'source' | 'received' | 'here';
}

/** Every comment made in Adapta on the open document, read anew when one comes or goes. */
export function useDocumentComments(): readonly UnitComment[] {
  const client = useClient();
  const { document } = useWorkbench().session.model;
  const [changes, setChanges] = useState(0);
  const [comments, setComments] = useState<readonly UnitComment[]>([]);
  useEngineEvent('commentsChanged', (event) => {
    if (event.document === document) setChanges((before) => before + 1);
  });
  useFeed(
    `${document} ${changes}`,
    async () => await client.comments.ofDocument({ document }),
    (answer) => setComments(answer.comments),
  );
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
