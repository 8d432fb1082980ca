import { create } from 'zustand';
import type { Job } from '#shared/contract/jobs.ts';

interface JobsState {
  /** Newest last. */
  readonly jobs: readonly Job[];
  readonly set: (jobs: readonly Job[]) => void;
  readonly hear: (job: Job) => void;
}

/** As many finished jobs as anybody looks back at. */
const KEEP = 50;

/** Long work of this session, running and finished. */
export const useJobs = create<JobsState>((set) => ({
  jobs: [],
  set: (jobs) => set({ jobs }),
  hear: (job) => set((state) => ({ jobs: withJob(state.jobs, job) })),
}));

/** The list with what is newly known of one job; it keeps its place. */
export function withJob(jobs: readonly Job[], job: Job): readonly Job[] {
  const at = jobs.findIndex((other) => other.id === job.id);
  return at < 0 ? [...jobs, job].slice(-KEEP) : jobs.with(at, job);
}

/** The work started last that still runs, if any; of one kind when given. */
export function runningJob(jobs: readonly Job[], kind?: string): Job | undefined {
  return jobs.findLast((job) => job.state === 'running' && (kind === undefined || job.kind === kind));
}
