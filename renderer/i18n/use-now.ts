import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
let now = Date.now();

/** The time, anew every minute: «hoy» becomes «ayer» at midnight without a word from anybody. */
export function useNow(): Date {
  return new Date(useSyncExternalStore(tick, () => now));
}

function tick(changed: () => void): () => void {
  now = Date.now();
  const timer = setInterval(() => {
    now = Date.now();
    changed();
  }, MINUTE);
  return () => clearInterval(timer);
}
