import { useState } from 'react';
import type { MemoryCommand, MemorySummary } from '#shared/contract/memory.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { saying } from '#renderer/app/saying.ts';
import { useClient, useEngineEvent } from '#renderer/app/session.ts';
import { useAnswer } from '#renderer/app/use-answer.ts';

export interface Memories {
  /** In the order they are asked; null until read. */
  readonly memories: readonly MemorySummary[] | null;
  readonly error: AdaptaError | null;
  /** Counts what changed, for what must be read anew with it. */
  readonly changes: number;
  readonly apply: (command: MemoryCommand) => Promise<void>;
}

/** The translation memories there are, kept as they are in the engine. */
export function useMemories(): Memories {
  const client = useClient();
  const [changes, setChanges] = useState(0);
  useEngineEvent('memoryChanged', () => setChanges((before) => before + 1));
  const { answer, error } = useAnswer(String(changes), async () => await client.memory.list({}));
  return {
    memories: answer?.memories ?? null,
    error,
    changes,
    apply: async (command) => {
      await saying(async () => await client.memory.apply({ command }));
    },
  };
}
