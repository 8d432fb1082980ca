import type { Store } from '#main/store/store.ts';

const HALF_HOUR = 30 * 60 * 1000;

/**
 * A backup every 30 minutes in which something changed (trust.md, 4). Returns the way to stop, which waits for one that
 * is running. A backup that fails is tried again half an hour later; editing goes on.
 */
export function startBackups(store: Store, every = HALF_HOUR): () => Promise<void> {
  let seen = store.changes();
  let running: Promise<void> | null = null;
  const backUp = async (changes: number): Promise<void> => {
    try {
      await store.backup('scheduled');
      seen = changes;
    } catch {
      // The next round tries again.
    } finally {
      running = null;
    }
  };
  const timer = setInterval(() => {
    const changes = store.changes();
    if (changes !== seen) running ??= backUp(changes);
  }, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
