import type { MemoryPort } from './memory-tasks.ts';

/** A text looked for in the memories of a pair of languages. */
export interface MatchQuery {
  readonly text: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Lowest score wanted, 0–100. */
  readonly least: number;
}

/** What the memories know, told from whatever thread they live in. */
export interface MatchFinder {
  /** Resolves when the memories have everything that was confirmed so far. */
  settle(): Promise<void>;
  /** Score of the best match (0–100, of the texts alone), undefined where there is none. */
  best(query: MatchQuery): Promise<number | undefined>;
  /** Whether a unit is known between its neighbours; `context`: see contextKey. */
  isInContext(query: MatchQuery, context: string): Promise<boolean>;
}

/** Asks the memories of the workspace; `filler` keeps them up to date. */
export function memoryMatches(memory: MemoryPort, filler: Pick<MatchFinder, 'settle'>): MatchFinder {
  return {
    settle: async () => {
      await filler.settle();
    },
    best: async (query) => {
      const [found] = await memory.ask('find', { ...query, count: 1 });
      return found === undefined ? undefined : Math.floor(found.score);
    },
    isInContext: async (query, context) => {
      const found = await memory.ask('find', { ...query, least: EXACT, count: 1, context });
      return found.some(({ isContext }) => isContext);
    },
  };
}

const EXACT = 100;
