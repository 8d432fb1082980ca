import { expect, test } from 'vitest';
import { AdaptaError } from '#shared/model/errors.ts';
import { inSlices, readSteadily, type Steps } from '#main/services/slices.ts';

/** Steps that take longer than a slice, each. */
function* slow(told: (step: number) => void, count = 3): Steps<number> {
  for (let step = 0; step < count; step += 1) {
    const end = performance.now() + 20;
    while (performance.now() < end);
    told(step);
    yield;
  }
  return count;
}

test('between two slices what waits has its turn', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('other'));
  expect(await inSlices(slow((step) => order.push(`step ${step}`)))).toBe(3);
  expect(order).toEqual(['step 0', 'other', 'step 1', 'step 2']);
});

test('work that is cancelled takes no further step', async () => {
  const cancel = new AbortController();
  const steps: number[] = [];
  setImmediate(() => cancel.abort(new AdaptaError('cancelled')));
  const working = inSlices(
    slow((step) => steps.push(step)),
    { signal: cancel.signal },
  );
  await expect(working).rejects.toMatchObject({ code: 'cancelled' });
  expect(steps).toEqual([0]);
});

test('each slice is surrounded, and what is to be said is said between', async () => {
  const told: string[] = [];
  await inSlices(
    slow((step) => told.push(`step ${step}`), 2),
    {
      around: (slice) => {
        told.push('begin');
        const made = slice();
        told.push('end');
        return made;
      },
      between: () => told.push('between'),
    },
  );
  expect(told).toEqual(['begin', 'step 0', 'end', 'between', 'begin', 'step 1', 'end', 'between', 'begin', 'end']);
});

test('what is read in slices is read anew when something was written meanwhile', async () => {
  let changes = 0;
  const read: number[] = [];
  setImmediate(() => (changes += 1));
  const begin = (): Steps<number> => slow(() => read.push(changes));
  expect(await readSteadily({ changes: () => changes }, begin)).toBe(3);
  expect(read).toEqual([0, 1, 1, 1]);
});

test('reading ends though somebody writes all the time', async () => {
  let changes = 0;
  const begin = (): Steps<number> => slow(() => (changes += 1), 2);
  expect(await readSteadily({ changes: () => changes }, begin)).toBe(2);
});
