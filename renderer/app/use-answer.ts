import { useEffect, useEffectEvent, useState } from 'react';
import type { AdaptaError } from '#shared/model/errors.ts';
import { asAdaptaError } from '#renderer/i18n/errors.ts';
import { toastError } from '#renderer/ui/toast.tsx';
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
  const [state, setState] = useState<Answer<T>>({ answer: null, error: null });
  const take = (answer: T): void => setState({ answer, error: null });
  const fail = (error: AdaptaError): void => setState((before) => ({ ...before, error }));
  useAsking(question, ask, { take, fail, pause });
  return state;
}

/** As {@link useAnswer}, for somebody who keeps the answers; says itself why there is none. */
export function useFeed<T>(question: string | null, ask: () => Promise<T>, take: (answer: T) => void): void {
  useAsking(question, ask, { take, fail: toastError, pause: 0 });
}

interface Hearing<T> {
  readonly take: (answer: T) => void;
  readonly fail: (error: AdaptaError) => void;
  readonly pause: number;
}

function useAsking<T>(question: string | null, ask: () => Promise<T>, hearing: Hearing<T>): void {
  const connections = useConnections();
  const put = useEffectEvent(ask);
  const take = useEffectEvent(hearing.take);
  const fail = useEffectEvent(hearing.fail);
  const { pause } = hearing;
  const asked = question === null || connections === 0 ? null : `${connections} ${question}`;
  useEffect(() => {
    if (asked === null) return;
    let wanted = true;
    const timer = setTimeout(() => {
      put().then(
        (answer) => wanted && take(answer),
        (thrown: unknown) => {
          const error = asAdaptaError(thrown);
          // Views read anew when it is back; that it is gone is said over all of them.
          if (wanted && error.code !== 'engineGone') fail(error);
        },
      );
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked, pause]);
}
