import type { Workbench } from './workbench.ts';

let leaving: Promise<void> = Promise.resolve();

/** Takes over what is on screen and sends it; the view need not wait, its queue goes on without it. */
export function leave({ surface, session }: Workbench): void {
  surface.takeOver();
  leaving = Promise.all([leaving, session.queue.flush()]).then(() => undefined);
}

/** Resolves when what was left last has been sent: the same document opened again must not be read before that. */
export function settled(): Promise<void> {
  return leaving;
}

/**
 * Holds the window open for the moment it takes to save what was typed last. Only once: when it cannot be saved, the
 * window closes all the same. Returns the way to stop.
 */
export function keepOpenUntilSaved({ surface, session }: Workbench): () => void {
  let tried = false;
  const beforeClose = (event: BeforeUnloadEvent): void => {
    surface.takeOver();
    if (tried || session.queue.isClean) return;
    tried = true;
    event.preventDefault();
    void session.queue.flush().finally(() => window.close());
  };
  window.addEventListener('beforeunload', beforeClose);
  return () => window.removeEventListener('beforeunload', beforeClose);
}
