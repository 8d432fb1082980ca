/** Long work on the engine's own thread, a little at a time: between two slices every other request is answered. */
import type { Store } from '#main/store/store.ts';

/** Work that may be left wherever it yields, and gone on with later. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Milliseconds of one slice; what a single step takes comes on top. */
const SLICE = 8;
/** So often reading starts over because somebody wrote meanwhile; then it is done at once, so that it ends. */
const PATIENCE = 8;

/** All of it now: inside a transaction of the caller's, or where it is little. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

export interface SliceOptions {
  readonly signal?: AbortSignal | undefined;
  /** Surrounds each slice, as a transaction does. */
  readonly around?: <R>(slice: () => R) => R;
  /** Called between slices; what it throws ends the work. */
  readonly between?: () => void;
}

/** Slice after slice, with a turn of the loop between. Throws what the steps throw, and `cancelled` between slices. */
export async function inSlices<T>(steps: Steps<T>, options: SliceOptions = {}): Promise<T> {
  const { signal, between, around = (slice) => slice() } = options;
  for (;;) {
    signal?.throwIfAborted();
    const slice = around(() => sliceOf(steps));
    if (slice !== null) return slice.value;
    between?.();
    await nextTurn();
  }
}

/** Steps until the time is up; what they came to, when that was the end. */
function sliceOf<T>(steps: Steps<T>): { readonly value: T } | null {
  const end = performance.now() + SLICE;
  do {
    const step = steps.next();
    if (step.done === true) return { value: step.value };
  } while (performance.now() < end);
  return null;
}

/**
 * Reads in slices what must fit together: when something was written between two, it is read anew. What it gives holds at
 * the moment it is given, like an answer that was worked out in one turn.
 */
export async function readSteadily<T>(
  store: Pick<Store, 'changes'>,
  begin: () => Steps<T>,
  signal?: AbortSignal,
): Promise<T> {
  for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
    const at = store.changes();
    const steps = begin();
    for (;;) {
      const slice = sliceOf(steps);
      if (slice !== null) return slice.value;
      await nextTurn();
      signal?.throwIfAborted();
      if (store.changes() !== at) break;
    }
  }
  return allAtOnce(begin());
}

/** Lets everything happen that waits: timers, messages, other work. */
export async function nextTurn(): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
}
