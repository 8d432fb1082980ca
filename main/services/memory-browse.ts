import { likePattern, type QueryWord } from '#shared/memory/concordance.ts';
import type { entryQueries, StoredEntry } from '#main/store/memory/entries.ts';
import type { StoredMemory } from '#main/store/memory/memories.ts';
import type { TaskContext } from './memory-tasks.ts';
import { nextTurn } from './slices.ts';

type Entries = ReturnType<typeof entryQueries>;

/** Entries looked at between two turns of the loop. */
const SLICE = 20_000;

/** Entries in which every word may stand, the newest first, with a turn of the loop now and then. Throws cancelled. */
export async function* fittingEntries(
  entries: Pick<Entries, 'highest' | 'fitting'>,
  memories: readonly StoredMemory[],
  words: readonly QueryWord[],
  { signal }: TaskContext,
): AsyncGenerator<StoredEntry> {
  if (words.length === 0 || memories.length === 0) return;
  const numbers = memories.map(({ number }) => number);
  const patterns = words.map((word) => likePattern(word));
  for (let to = entries.highest(); to > 0; to -= SLICE) {
    yield* entries.fitting(numbers, patterns, to - SLICE, to);
    await nextTurn();
    signal?.throwIfAborted();
  }
}

/** All of a memory, the oldest first, with a turn of the loop now and then. Throws cancelled. */
export async function* everyEntry(
  entries: Pick<Entries, 'behind'>,
  memory: number,
  { signal }: TaskContext,
): AsyncGenerator<StoredEntry> {
  for (let after = 0; ;) {
    const some = entries.behind(memory, after, SLICE / 4);
    yield* some;
    const last = some.at(-1);
    if (last === undefined) return;
    after = last.number;
    await nextTurn();
    signal?.throwIfAborted();
  }
}
