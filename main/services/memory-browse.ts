import { likePattern, type QueryWord } from '#shared/memory/concordance.ts';
import type { entryQueries, StoredEntry } from '#main/store/memory/entries.ts';
import type { StoredMemory } from '#main/store/memory/memories.ts';
import type { WordIndex } from '#main/store/memory/word-index.ts';
import type { TaskContext } from './memory-tasks.ts';
import { nextTurn } from './slices.ts';

type Entries = ReturnType<typeof entryQueries>;

/** Entries looked at between two turns of the loop. */
const SLICE = 20_000;

/** The youngest are read through before the index is asked: common words are found among them, and cost it most. */
const READ_FIRST = 3 * SLICE;
/** Entries that are fetched between two turns. */
const FETCHED = 300;

/** Entries in which every word may stand, the newest first, with a turn of the loop now and then. Throws cancelled. */
export async function* fittingEntries(
  { entries, index }: { readonly entries: Pick<Entries, 'get' | 'highest' | 'fitting'>; readonly index: WordIndex },
  memories: readonly StoredMemory[],
  words: readonly QueryWord[],
  { signal }: TaskContext,
): AsyncGenerator<StoredEntry> {
  if (words.length === 0 || memories.length === 0) return;
  const numbers = memories.map(({ number }) => number);
  const patterns = words.map((word) => likePattern(word));
  const stems = words.map(({ stem }) => stem);
  const highest = entries.highest();
  const known = index.knows(stems) ? Math.min(index.upTo(), highest - READ_FIRST) : 0;
  let to = highest;
  while (to > Math.max(known, 0)) {
    const from = Math.max(known, to - SLICE);
    yield* entries.fitting(numbers, patterns, from, to);
    to = from;
    await nextTurn();
    signal?.throwIfAborted();
  }
  while (to > 0) {
    const found = index.find(stems, to, SLICE);
    for (const [at, number] of found.entries()) {
      const entry = entries.get(number);
      if (entry !== undefined && numbers.includes(entry.memoryNumber)) yield entry;
      if (at % FETCHED !== 0) continue;
      await nextTurn();
      signal?.throwIfAborted();
    }
    to = found.length < SLICE ? 0 : (found.at(-1) ?? 1) - 1;
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
