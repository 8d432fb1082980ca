import { describe, expect, test } from 'vitest';
import type { Match } from '#shared/contract/memory.ts';
import { AdaptaError } from '#shared/model/errors.ts';
import { MatchFinder } from '#renderer/features/matches/match-finder.ts';

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** A memory that answers when told to. */
function slowMemory() {
  const asked: string[] = [];
  const waiting: { resolve: (matches: readonly Match[]) => void; reject: (error: unknown) => void }[] = [];
  const finder = new MatchFinder({
    ask: (unit) => {
      asked.push(unit);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    asError: (thrown) => (thrown instanceof AdaptaError ? thrown : new AdaptaError('internal')),
  });
  return {
    finder,
    asked,
    answer: async (matches: readonly Match[] = []): Promise<void> => {
      waiting.shift()?.resolve(matches);
      await turn();
    },
    fail: async (error: unknown): Promise<void> => {
      waiting.shift()?.reject(error);
      await turn();
    },
  };
}

describe('the matches of the unit one is in', () => {
  test('are asked for one at a time: whoever passes through asks for where they stop', async () => {
    const { finder, asked, answer } = slowMemory();
    finder.want('a', 'b');
    finder.want('b', 'c');
    finder.want('c', 'd');
    await answer();
    await answer();
    expect(asked).toEqual(['a', 'c', 'd']);
  });

  test('are known ahead for the unit that follows', async () => {
    const { finder, asked, answer } = slowMemory();
    finder.want('a', 'b');
    await answer();
    await answer();
    finder.want('b');
    expect(finder.answer('b')).toEqual({ matches: [], error: null });
    expect(asked).toEqual(['a', 'b']);
  });

  test('are not those of a memory as it was before', async () => {
    const { finder, asked, answer } = slowMemory();
    finder.want('a');
    finder.forget();
    await answer();
    expect(finder.answer('a')).toBeUndefined();
    expect(asked).toEqual(['a', 'a']);
  });

  test('stay in sight until a changed memory has answered anew', async () => {
    const { finder, asked, answer } = slowMemory();
    finder.want('a');
    await answer();
    finder.forget();
    expect([finder.answer('a')?.matches, asked.length]).toEqual([[], 2]);
  });

  test('that cannot be had say why, and are asked for again when one comes back', async () => {
    const { finder, asked, fail } = slowMemory();
    finder.want('a');
    await fail(new AdaptaError('engineGone'));
    expect([finder.answer('a')?.error?.code, asked.length]).toEqual(['engineGone', 1]);
    finder.want('a');
    expect(asked.length).toBe(2);
  });

  test('are told to whoever listens, until they stop', async () => {
    const { finder, answer } = slowMemory();
    let told = 0;
    const stop = finder.subscribe(() => {
      told += 1;
    });
    finder.want('a');
    await answer();
    stop();
    finder.want('b');
    await answer();
    expect(told).toBe(1);
  });

  test('of long ago are forgotten', async () => {
    const { finder, answer } = slowMemory();
    for (let index = 0; index < 101; index += 1) {
      finder.want(`u${index}`);
      await answer();
    }
    expect([finder.answer('u0'), finder.answer('u100')?.matches]).toEqual([undefined, []]);
  });
});
