import type { ServiceDeps } from './deps.ts';
import type { Services } from './services.ts';

export function jobsService(deps: ServiceDeps): Services['jobs'] {
  return {
    list: () => ({ jobs: deps.jobs.list() }),
    cancel: ({ job }) => {
      deps.jobs.cancel(job);
      return {};
    },
  };
}
