import { useEffect, useEffectEvent, useState } from 'react';
import type { AdaptaError } from '#shared/model/errors.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { useConnections } from './session.ts';

export interface Answer<T> {
  /** The last there was; null before the first. */
  readonly answer: T | null;
  readonly error: AdaptaError | null;
}

/**
 * Keeps what a view shows up with the question behind it: asked again when the question changes and after the engine was
 * started anew; an answer that comes too late is dropped. `question` names everything `ask` depends on; null asks nothing.
 * `pause`: milliseconds to wait for further typing.
 */
export function useAnswer<T>(question: string | null, ask: () => Promise<T>, pause = 0): Answer<T> {
  const connections = useConnections();
  const [state, setState] = useState<Answer<T>>({ answer: null, error: null });
  const put = useEffectEvent(ask);
  const asked = question === null || connections === 0 ? null : `${connections} ${question}`;
  useEffect(() => {
    if (asked === null) return;
    let wanted = true;
    const timer = setTimeout(() => {
      put().then(
        (answer) => wanted && setState({ answer, error: null }),
        (thrown: unknown) => {
          const error = asAdaptaError(thrown);
          if (wanted && error.code !== 'engineGone') setState((before) => ({ ...before, error }));
        },
      );
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked, pause]);
  return state;
}
