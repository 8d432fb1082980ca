import { expect, test } from 'vitest';
import { AdaptaError } from '#shared/model/errors.ts';
import { JobBook } from '#main/services/job-book.ts';
import { wireError } from '#main/engine/wire-error.ts';
import { openClient, withModule } from '#tests/builders/client.ts';
import type { Job } from '#shared/contract/jobs.ts';

function book(): { jobs: JobBook; told: Job[] } {
  const told: Job[] = [];
  let next = 0;
  const jobs = new JobBook(
    () => {
      next += 1;
      return String(next);
    },
    (job) => told.push(job),
  );
  return { jobs, told };
}

test('a job tells that it runs, what it does, and how it ended', async () => {
  const { jobs, told } = book();
  const work = jobs.run(
    'x',
    (context) => {
      context.progress({ step: 'read', progress: 0.5 });
      return 7;
    },
    wireError,
  );
  expect(await work).toBe(7);
  expect(told.map((job) => [job.state, job.step, job.progress])).toEqual([
    ['running', null, null],
    ['running', 'read', 0.5],
    ['done', null, 1],
  ]);
});

test('a failed job carries its code', async () => {
  const { jobs, told } = book();
  const full = new AdaptaError('diskFull', { file: 'a' });
  await expect(jobs.run('x', async () => await Promise.reject(full), wireError)).rejects.toMatchObject({
    code: 'diskFull',
  });
  expect(told.at(-1)).toMatchObject({ state: 'failed', error: { code: 'diskFull', params: { file: 'a' } } });
});

test('a cancelled job is cancelled whatever its work made of it', async () => {
  const { jobs, told } = book();
  const work = jobs.run('x', async () => await Promise.reject(new Error('torn')), wireError);
  jobs.cancel('1');
  await expect(work).rejects.toMatchObject({ code: 'cancelled' });
  expect(told.at(-1)?.state).toBe('cancelled');
});

test('the last fifty are remembered', async () => {
  const { jobs } = book();
  for (let index = 0; index < 60; index += 1) await jobs.run('x', () => index, wireError);
  expect(jobs.list()).toHaveLength(50);
  expect(jobs.list()[0]?.id).toBe('11');
});

test('cancelling a job that is unknown or over does nothing', async () => {
  const { client } = await openClient();
  await withModule(client);
  expect(await client.jobs.cancel({ job: 'none' })).toEqual({});
});
