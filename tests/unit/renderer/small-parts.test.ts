import { describe, expect, test } from 'vitest';
import { guessSides } from '#renderer/features/import/guess-sides.ts';
import { jobKind, jobStep } from '#renderer/features/jobs/job-words.ts';
import { runningJob, withJob } from '#renderer/features/jobs/jobs-store.ts';
import { printedKeys } from '#renderer/features/help/keys.ts';
import { thingKey, thingOf } from '#renderer/features/library/things.ts';
import type { Job } from '#shared/contract/jobs.ts';

const file = (name: string) => ({ token: name, name, size: 1 });
const job = (id: string, state: Job['state'], kind = 'imports.plan'): Job => ({
  id,
  kind,
  subject: '',
  state,
  progress: null,
  step: null,
  done: null,
  total: null,
  error: null,
});

describe('which file is the original', () => {
  test.each([
    ['Guide.docx', 'Guide_ES.docx', 'Guide.docx'],
    ['guía español.docx', 'guide.docx', 'guide.docx'],
    ['d20.es.docx', 'd20.en.docx', 'd20.en.docx'],
    ['uno.docx', 'dos.docx', 'uno.docx'],
    ['resources.docx', 'recursos.docx', 'resources.docx'],
  ])('of %s and %s it is %s', (a, b, original) => {
    expect(guessSides([file(a), file(b)]).source?.name).toBe(original);
  });
  test('one file is the original', () => {
    expect(guessSides([file('x.es.docx')])).toEqual({ source: file('x.es.docx'), received: null });
  });
});

describe('jobs', () => {
  test('keep their place while they go on', () => {
    const jobs = withJob(withJob([job('a', 'running')], job('b', 'running')), job('a', 'done'));
    expect(jobs.map(({ id, state }) => `${id} ${state}`)).toEqual(['a done', 'b running']);
  });
  test('the one started last is shown, of a kind if asked', () => {
    const jobs = [job('a', 'running'), job('b', 'running', 'exports.bundle'), job('c', 'done')];
    expect(runningJob(jobs)?.id).toBe('b');
    expect(runningJob(jobs, 'imports.plan')?.id).toBe('a');
  });
  test('have words for their methods and steps, and for others in general', () => {
    expect(jobKind({ kind: 'exports.verifyBundle' })).toBe('exportsVerifyBundle');
    expect(jobKind({ kind: 'memory.rebuild' })).toBe('other');
    expect(jobStep('align')).toBe('align');
    expect(jobStep('dance')).toBeNull();
  });
});

describe('keys as printed', () => {
  test.each([
    ['CmdOrCtrl+Shift+Up', 'linux', 'Ctrl+Shift+↑'],
    ['CmdOrCtrl+O', 'darwin', '⌘+O'],
    ['F8', 'win32', 'F8'],
  ] as const)('%s on %s', (keys, os, printed) => {
    expect(printedKeys(keys, os)).toBe(printed);
  });
});

test('a thing is found again by its key', () => {
  const thing = { of: 'document', id: 'a:b' } as const;
  expect(thingOf(thingKey(thing))).toEqual(thing);
  expect(thingOf('empty:x')).toBeNull();
});
