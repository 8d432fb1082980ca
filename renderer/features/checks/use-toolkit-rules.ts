import { useState } from 'react';
import type { ToolkitCheckSettings } from '#shared/contract/checks.ts';
import type { AdaptaError } from '#shared/model/errors.ts';
import { saying } from '#renderer/app/saying.ts';
import { useClient } from '#renderer/app/session.ts';
import { useAnswer } from '#renderer/app/use-answer.ts';

/** What a toolkit's people have agreed on. */
export interface ToolkitRules {
  readonly checks: ToolkitCheckSettings;
  readonly repetitions: 'offer' | 'fill';
}

export interface RulesInHand {
  /** Null until read. */
  readonly rules: ToolkitRules | null;
  readonly error: AdaptaError | null;
  /** Durable when the switch is seen to move. */
  readonly change: (part: Partial<ToolkitRules>) => Promise<void>;
}

/** The rules of a toolkit, changed one at a time. */
export function useToolkitRules(toolkit: string): RulesInHand {
  const client = useClient();
  const [changed, setChanged] = useState<Partial<ToolkitRules>>({});
  const { answer, error } = useAnswer(toolkit, async () => {
    const [{ settings }, { repetitions }] = await Promise.all([
      client.checks.settings({ toolkit }),
      client.memory.policy({ toolkit }),
    ]);
    return { checks: settings, repetitions };
  });
  return {
    rules: answer === null ? null : { ...answer, ...changed },
    error,
    change: async (part) => {
      await saying(async () => {
        if (part.checks !== undefined) await client.checks.settings({ toolkit, set: part.checks });
        if (part.repetitions !== undefined) await client.memory.policy({ toolkit, set: part.repetitions });
        setChanged((before) => ({ ...before, ...part }));
      });
    },
  };
}
