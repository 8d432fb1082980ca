import { expect, test } from 'vitest';
import { fuzz } from './run.ts';

test('200 damaged files each end in a result or in a refusal with a code, within limits, writing nothing and asking nobody', async () => {
  const { bad, megabytes } = await fuzz(200);
  expect(bad).toEqual([]);
  expect(megabytes).toBeLessThan(512);
}, 240_000);
