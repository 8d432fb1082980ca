import type { Store } from '#main/store/store.ts';

const MINUTE = 60 * 1000;
const HALF_HOUR = 30 * MINUTE;

/** Set in the library while it holds changes that no scheduled backup has: also across short sessions. */
export const BACKUP_DUE = 'backupDue';

/**
 * A backup every 30 minutes in which something changed (trust.md, 4), and a minute after a start when the session before
 * ended without one. Returns the way to stop, which waits for one that is running. A backup that fails is tried again half
 * an hour later; editing goes on.
 */
export function startBackups(store: Store, every = HALF_HOUR, look = MINUTE): () => Promise<void> {
  let seen = store.changes();
  let due = store.settings.read(BACKUP_DUE) === true;
  let running: Promise<void> | null = null;
  const mark = (value: boolean): void => {
    if (due === value) return;
    store.transaction(() => {
      store.settings.write(BACKUP_DUE, value);
    });
    due = value;
  };
  const backUp = async (): Promise<void> => {
    const changes = store.changes();
    try {
      await store.backup('scheduled');
      seen = changes;
      if (store.changes() !== changes) return;
      mark(false);
      seen = store.changes();
    } catch {
      // The next round tries again.
    } finally {
      running = null;
    }
  };
  const first = setTimeout(() => {
    if (due) running ??= backUp();
  }, look);
  const marker = setInterval(() => {
    try {
      if (store.changes() !== seen) mark(true);
    } catch {
      // A full disk: whoever edits hears of it.
    }
  }, look);
  const timer = setInterval(() => {
    if (store.changes() !== seen) running ??= backUp();
  }, every);
  for (const each of [first, marker, timer]) each.unref();
  return async () => {
    for (const each of [first, marker, timer]) clearTimeout(each);
    await running;
  };
}
