/** `npm run screenshots`: takes the journey through the sample and leaves the pictures of the README in docs/screenshots. */
import { run, toolEnv } from './lib/run.ts';

process.exitCode = await run(
  'vitest',
  [
    'run',
    '--config',
    'scripts/config/vitest.e2e.config.ts',
    'tests/e2e/journey.e2e.ts',
    '-t',
    'an activity of the sample',
  ],
  { env: toolEnv({ ADAPTA_SCREENSHOTS: '1' }) },
);
