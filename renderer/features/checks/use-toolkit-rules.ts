import { useRef, useState } from 'react';
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
  /** Told by the rules as they are when its turn comes, so that quick changes all count; durable when the switch moves. */
  readonly change: (part: (rules: ToolkitRules) => Partial<ToolkitRules>) => void;
}

/** The rules of a toolkit, changed one at a time. */
export function useToolkitRules(toolkit: string): RulesInHand {
  const client = useClient();
  const [changed, setChanged] = useState<ToolkitRules | null>(null);
  const last = useRef<Promise<ToolkitRules | null>>(Promise.resolve(null));
  const { answer, error } = useAnswer(toolkit, async () => {
    const [{ settings }, { repetitions }] = await Promise.all([
      client.checks.settings({ toolkit }),
      client.memory.policy({ toolkit }),
    ]);
    return { checks: settings, repetitions };
  });
  const rules = changed ?? answer;
  const changedFrom = async (before: ToolkitRules, part: Partial<ToolkitRules>): Promise<ToolkitRules> => {
    const written = await saying(async () => {
      if (part.checks !== undefined) await client.checks.settings({ toolkit, set: part.checks });
      if (part.repetitions !== undefined) await client.memory.policy({ toolkit, set: part.repetitions });
      return { ...before, ...part };
    });
    return written ?? before;
  };
  return {
    rules,
    error,
    change: (part) => {
      if (rules === null) return;
      last.current = last.current.then(async (before) => {
        const after = await changedFrom(before ?? rules, part(before ?? rules));
        setChanged(after);
        return after;
      });
    },
  };
}
